"""Nights of a real crawl at dates of our own: a small web on loopback, and the program started again and again."""
