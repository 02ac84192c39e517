"""A site that bears the name of a person is that person's: whoever signs nothing there is its owner. A guess."""

import html
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from archiver.extract.markup import Markup, inner_text, one_line
from archiver.extract.metadata.name_words import BODIES, GIVEN, NEVER, POSTS
from archiver.extract.metadata.names import looks_like_name
from archiver.extract.works.words import GIVEN as GIVEN_IN_NOTES

_FEWEST, _MOST = 2, 3  # words
_LEAST = 3  # letters of a family name in an address
_FIRST_LINKS = 30  # of a page: among these is the one to the site's front page
_FOOT = 20_000  # characters of a page's end, where the copyright is
_NOTICE = 300  # characters of its line, tags included
_RIGHTS = re.compile(r"©|&copy;|&#169;|\(c\)|\bcopyright\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,300}>?")
_HOLDER = re.compile(
    r"(?:[\s\d,.–—|-]|©|\(c\)|copyright\b|by\b)*+(?P<name>[^\d.|,©•·–—-]{5,40}?)\s*(?:[.|,©•·–—\d]|\s-|$|all rights|built|made|powered|licen)",
    re.IGNORECASE,
)


def owner_in(site: str | None) -> str | None:
    """The person whose name a site bears; None where it bears another.

    >>> owner_in("Anna Berg"), owner_in("River Post"), owner_in("Anna Berg Books Ltd")
    ('Anna Berg', None, None)
    """
    name = (site or "").strip()
    parts = name.split()
    if not _FEWEST <= len(parts) <= _MOST or not looks_like_name(name):
        return None
    lower = [part.casefold().strip(".,’'") for part in parts]
    if any(part in BODIES or part in POSTS or part in NEVER or part in _OTHERS for part in lower):
        return None
    if not all(part[0].isupper() for part in parts) or any(
        not letter.isalpha() for letter in name if letter not in " .-’'"
    ):
        return None
    return name if lower[0] in GIVEN_IN_NOTES or lower[0] in GIVEN else None


def owners(page: Markup) -> Iterator[tuple[str, str]]:
    """Whose the site is, by its address, by the link to its front page, by the copyright at its foot: rule and name."""
    for rule, found in (
        ("owner", _in_host(page)),
        ("owner", _at_home(page)),
        ("copyright", _in_rights(page)),
    ):
        if found:
            yield rule, found


def _in_host(page: Markup) -> str | None:
    """The person whose name the host spells, where the page writes it: annaberg.example, anna-berg.example."""
    labels = (urlsplit(page.url).hostname or "").removeprefix("www.").split(".")[:-1]
    label = max(labels, key=len, default="")
    for cut in range(_LEAST, len(label) - _LEAST + 1):
        given, family = label[:cut].rstrip("-"), label[cut:].lstrip("-")
        if (given in GIVEN or given in GIVEN_IN_NOTES) and family.isalpha() and len(family) >= _LEAST:
            name = f"{given.capitalize()} {family.capitalize()}"
            if page.mentions(name):
                return owner_in(name)
    return None


def _at_home(page: Markup) -> str | None:
    home = urlsplit(page.url)
    root = {"/", f"{home.scheme}://{home.netloc}", f"{home.scheme}://{home.netloc}/"}
    links = (link for link in islice(page.root.iter("a"), _FIRST_LINKS) if link.get("href") in root)
    return next(filter(None, (owner_in(inner_text(link)) for link in links)), None)


def _in_rights(page: Markup) -> str | None:
    foot = page.ending(_FOOT)
    for found in islice(_RIGHTS.finditer(foot), _MOST):
        line = one_line(html.unescape(_TAG.sub(" ", foot[found.end() : found.end() + _NOTICE])))
        held = _HOLDER.match(line)
        if held is not None and (name := owner_in(held["name"].strip())):
            return name
    return None


_OTHERS = frozenset(
    "books book photography design designs yoga fitness kitchen food foods wine travel music art arts law legal homes home house farm farms "
    "bank insurance motors auto sports coffee cars dental realty properties tech digital creative consulting foundation county city state hotel "
    "blogs weblog online net website page pages journal diary notes".split()
)
