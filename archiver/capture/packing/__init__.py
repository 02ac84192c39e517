"""Packages of WARC records to give away: records byte for byte, and what lies around them."""
