"""Posts of a page that lists them in rows: `li`, `dd`, table rows, headings; no element of its own holds a post."""

import re
from bisect import bisect_left

from bs4 import Tag

from archiver.discover.addresses import date_in
from archiver.discover.dates import find_date, has_day, without_days
from archiver.discover.lists.diary import diary_of, stands_free
from archiver.discover.lists.entries import Entry, is_label, may_be_post
from archiver.discover.lists.outline import Outline
from archiver.discover.lists.shown_dates import first_date
from archiver.discover.way.shapes import shape
from archiver.models.blog import PostLink
from archiver.web.page import Link, tokens, visible_text
from archiver.web.url import without_fragment

_ROWS = frozenset(["li", "dd", "tr", "article"])
_BORDERS = frozenset(["html", "body", "main", "section", "ul", "ol", "dl", "table", "tbody"])
_SENTENCES = frozenset(["p", "blockquote", "td"])
_WORDS = re.compile(
    r"(?:.*[-_])?(?:posts?|postlist|entry|entries|title|listtitle|archives?|article|permalink|blog)(?:[-_].*)?"
)
_NUMBER = re.compile(r"[\d\s.,«»\u2039\u203a<>|…-]+")
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 2  # beside a date: "Posted on"
_HIGHEST = 5  # elements up from a link; rows are flat
_FEW = 12  # links of one row, all to the same post
_LONGEST = 400  # characters of a row beside its link; more is prose
_PROSE = 60  # characters of a paragraph beside its link
_ENOUGH = 2  # points
_MANY = 3  # dated rows of one shape show what a post's address looks like


def rows_of(plan: Outline) -> list[Entry]:
    """The rows that each hold one post, in order. A link counts by what stands around it: a date, a heading, a telling class."""
    if diary := diary_of(plan):
        return [Entry(position=entry.link, post=entry.post) for entry in diary]
    candidates = [
        (n, link) for n, link in plan.links if stands_free(plan, n, link) and may_be_post(plan, link.url)
    ]
    places = _Places(candidates)
    found: dict[str, Entry] = {}
    for n, link in candidates:
        row = _row(plan, places, n)
        post = _read(plan, row, n, link)
        if post is not None:
            known = found.get(post.url)
            if known is None or known.post is None or known.post.title is None:
                found[post.url] = Entry(position=row, post=post)
    return _of_one_shape(list(found.values()))


class _Places:
    """Where the candidates stand, to know whether an element holds one of them or several."""

    def __init__(self, candidates: list[tuple[int, Link]]) -> None:
        self._positions = [n for n, _ in candidates]
        self._urls = [without_fragment(link.url) for _, link in candidates]

    def one_only(self, plan: Outline, n: int) -> bool:
        """Whether all candidates in an element lead to one address."""
        first, last = bisect_left(self._positions, n), bisect_left(self._positions, plan.ends[n])
        return last - first <= _FEW and len(set(self._urls[first:last])) == 1


def _row(plan: Outline, places: _Places, n: int) -> int:
    """The largest element around a link that holds no other candidate; a list item or table row at most."""
    link = n
    for _ in range(_HIGHEST):
        parent = plan.parent(n)
        if plan.elements[n].name in _ROWS or parent < 0 or plan.elements[parent].name in _BORDERS:
            break
        if (
            _holds_title(plan, parent, n)
            or not places.one_only(plan, parent)
            or plan.characters(parent) - plan.characters(link) > _LONGEST
        ):
            break
        n = parent
    return n


def _holds_title(plan: Outline, outer: int, inner: int) -> bool:
    """Whether an element holds the title of the page, which is no row's."""
    return any(tag.name == "h1" and not plan.contains(inner, n) for n, tag in plan.headings(outer))


def _read(plan: Outline, row: int, n: int, link: Link) -> PostLink | None:
    if _NUMBER.fullmatch(link.text) or _in_prose(plan, n, link):
        return None
    shown = _date_in(plan, row, link)
    dated = date_in(link.url)
    has_date = shown is not None or dated is not None or _shows_a_day(plan, row, link)
    headed = plan.in_heading(n) or next(plan.headings(n), None) is not None
    points = 2 * has_date + 2 * headed + (plan.elements[row].name in _ROWS) + _is_named(plan, n, row)
    if points < _ENOUGH:
        return None
    return PostLink(url=link.url, title=_title(plan, row, n, link), published=shown)


def _date_in(plan: Outline, row: int, link: Link) -> str | None:
    if shown := first_date(plan, range(row, plan.ends[row])):
        return shown
    texts = (_words(plan, row).replace(link.text, " ", 1), link.text, _term_of(plan.elements[row]))
    return next((found for text in texts if (found := find_date(text))), None)


def _shows_a_day(plan: Outline, row: int, link: Link) -> bool:
    """A day without its year, beside the title or before it ("October 18 - A Title")."""
    return has_day(_words(plan, row).replace(link.text, " ", 1)) or _without_date(link.text) != link.text


def _words(plan: Outline, row: int) -> str:
    return visible_text(plan.elements[row]) if plan.characters(row) <= 2 * _LONGEST else ""


def _term_of(tag: Tag) -> str:
    """The term that a `dd` explains."""
    before = tag.find_previous_sibling() if tag.name == "dd" else None
    return visible_text(before) if before is not None and before.name == "dt" else ""


def _title(plan: Outline, row: int, n: int, link: Link) -> str | None:
    if link.text and not is_label(plan, n, link):
        return _without_date(link.text)
    return next((text for _, inner in plan.headings(row) if (text := visible_text(inner))), None)


def _without_date(title: str) -> str:
    """`October 18 - A Title`, as Docusaurus' archive has it, without its date."""
    head, separator, rest = title.partition(" - ")
    return rest.strip() if separator and has_day(head) and len(head.split()) <= _MANY else title


def _in_prose(plan: Outline, n: int, link: Link) -> bool:
    """Whether a link stands within a sentence: words before it that are no date, or many words after it."""
    for _ in range(_HIGHEST):
        n = plan.parent(n)
        if n < 0:
            return False
        tag = plan.elements[n]
        if tag.name in _SENTENCES:
            if plan.characters(n) > _LONGEST + len(link.text):
                return True
            said = visible_text(tag)
            before, _, after = said.partition(link.text) if link.text else (said, "", "")
            return len(after) > _PROSE or len(_WORD.findall(without_days(before))) > (
                _FEW_WORDS if has_day(before) else 0
            )
    return False


def _is_named(plan: Outline, n: int, row: int) -> bool:
    while n >= row:
        if any(_WORDS.fullmatch(name) for name in tokens(plan.elements[n], "class")):
            return True
        n = plan.parent(n)
    return False


def _of_one_shape(found: list[Entry]) -> list[Entry]:
    """Where several rows carry a date, a row without one and with another kind of address is no post."""
    dated = [row for row in found if row.post and (row.post.published or date_in(row.post.url))]
    shapes = {shape(row.post.url) for row in dated if row.post}
    positions = {row.position for row in dated}
    if len(dated) < _MANY:
        return found
    return [row for row in found if row.position in positions or (row.post and shape(row.post.url) in shapes)]
