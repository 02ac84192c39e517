"""Strict reading: whether WARC files, manifest and CDXJ are as they were written, down to the last byte."""
