"""Captures that others made, brought into a collection as if our own crawl had made them."""
