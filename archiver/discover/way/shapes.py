"""What the addresses of a blog's posts have in common, to know more of them in a sitemap."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlsplit

_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MANY = 3  # different words at one place of the address: the place is open, as a category is


class Shapes:
    """The patterns of the addresses of known posts."""

    def __init__(self, urls: Iterable[str]) -> None:
        seen: dict[tuple[int, str, bool], list[set[str]]] = {}
        for url in urls:
            segments = shape(url).split("/")
            kind = (len(segments), segments[-1], bool(urlsplit(url).query))
            places = seen.setdefault(kind, [set() for _ in segments])
            for place, segment in zip(places, segments, strict=True):
                place.add(segment)
        self._places = seen

    def __bool__(self) -> bool:
        return bool(self._places)

    def fits(self, url: str) -> bool:
        """Whether an address looks like those of the known posts."""
        segments = shape(url).split("/")
        places = self._places.get((len(segments), segments[-1], bool(urlsplit(url).query)))
        return places is not None and all(
            segment in place or (_is_word(segment) and sum(map(_is_word, place)) >= _MANY)
            for place, segment in zip(places, segments, strict=True)
        )


def shape(url: str) -> str:
    """The pattern of one address: years, numbers and the last segment are left open.

    >>> shape("https://a.example/blog/2019/09/12/a-post.html")
    '/blog/Y/N/N/*.html'
    """
    parts = urlsplit(url)
    segments = [segment for segment in unquote(parts.path).split("/") if segment]
    opened = [
        "Y" if _YEAR.fullmatch(segment) else "N" if segment.isdecimal() else segment
        for segment in segments[:-1]
    ]
    if segments:
        ending = _ENDING.search(segments[-1])
        stem = segments[-1][: ending.start()] if ending else segments[-1]
        opened.append(("N" if stem.isdecimal() else "*") + (ending[0] if ending else ""))
    names = "&".join(sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True)))
    return "/" + "/".join(opened) + (f"?{names}" if names else "")


def _is_word(segment: str) -> bool:
    return segment not in {"Y", "N", ""} and not segment.startswith("*")
