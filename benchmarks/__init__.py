"""Measure the product against others; nothing here is a part of what runs for readers."""
