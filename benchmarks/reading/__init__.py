"""Measure the reading engine: annotated articles, pages, dates and quotations against what it proposes."""
