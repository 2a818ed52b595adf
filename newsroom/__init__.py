"""Hold the workshop: article texts, what the program reads in them, and what people decided about it."""
