"""The record in other forms than pages: pictures, files, feeds."""
