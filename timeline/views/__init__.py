"""The reader's pages: each view gets its thing by one query, and renders it."""
