"""FETCH: Scrapy spiders that ask, wait and are polite. What to ask for is decided in `archiver`."""
