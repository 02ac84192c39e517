"""Keeps a blog and every source that it cites."""
