"""Where in a page words stand: an address's end that leads a browser to them (WICG, "URL Fragment Text Directives").

A browser that does not know it shows the page from its beginning.
"""

import re
from urllib.parse import quote

_FOUND = re.compile("\x01([^\x01\x02]{1,200})\x02")
_AROUND = 3  # words after those that were found: they make the place the only one
_WORDS = re.compile(r"\w+")


def place_of(snippet: str) -> str:
    r"""The end of an address for the words that a snippet has between \x01 and \x02; empty where there are none.

    First the words with those after them; then, where a mark or a line's end stands between, the words alone.

    >>> place_of("a \x01history\x02 of paper, and")
    '#:~:text=history%20of%20paper%2C&text=history'
    """
    found = _FOUND.search(snippet)
    if found is None or not _WORDS.search(found[1]):
        return ""
    rest = snippet[found.end() :].partition("\x01")[0].split(" ")
    after = f"{found[1]}{' '.join(rest[:_AROUND])}".rstrip()
    return "#:~:" + "&".join(f"text={_written(each)}" for each in dict.fromkeys([after, found[1]]))


def _written(words: str) -> str:
    """What has a meaning in a directive is escaped: also the hyphen."""
    return quote(words, safe="").replace("-", "%2D")
