"""Measure the speed of the reading pages on a synthetic record, beside other programs."""
