"""Kill what writes at random moments, and look whether anything is half-done: ``python -m benchmarks.faults``."""
