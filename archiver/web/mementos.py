"""Addresses under which web archives show their captures."""

import re

# pywb, the Internet Archive: the bytes; without `id_` the page to look at
_RAW = re.compile(r"(/\d{4,14})id_/")


def public_address(archived_from: str) -> str:
    """Where people look at a capture whose raw bytes were fetched.

    >>> public_address("https://web.archive.example/web/20190912080000id_/http://a.example/")
    'https://web.archive.example/web/20190912080000/http://a.example/'
    """
    return _RAW.sub(r"\1/", archived_from, count=1)
