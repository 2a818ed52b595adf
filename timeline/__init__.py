"""The record of diplomatic events, and all that readers do with it."""
