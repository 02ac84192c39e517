"""Running heads, feet and page numbers: what repeats at the same place from page to page, and is no part of the text.

A row goes only when all rows outside it go, so that nothing is taken out of the middle of a page.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from archiver.extract.pdf.line import Line, Page
from archiver.extract.pdf.margins import Row, outer_rows

_NEAR = 6.0  # points: a head moves a little where the pages' sizes or its letters change
_EXACT = 2.0
_SEVERAL = 3  # pages: twice may be chance in a long document
_SHORT = 6  # pages: in a document as short as this, twice is enough
_EVEN = 2
_APART = 1.45  # of the letters' size: from foot to foot, more than the leading of most texts
_FARTHER = 1.15  # than most rows of the page
_OTHER_SIZE = 0.05
_SAME_SIZE = 0.06
_SHARE = 0.4  # of the pages: a place that belongs to heads
_FULL = 0.6  # of the page's width: wider is running text, unless it repeats
_LEAST_LEFT = 0.3  # of all letters: heads are the lesser part of any text
_LARGEST = 1.15  # of the text's size
_Place = tuple[bool, int]


def without_furniture(pages: Sequence[Page]) -> list[tuple[Line, ...]]:
    """The lines of each page without its running heads, feet and page numbers."""
    rows = [outer_rows(index, page) for index, page in enumerate(pages)]
    # What is set larger than the text is a title, on however many slides it stands.
    most = _LARGEST * _usual_size(pages)
    every = [row for page in rows for row in page if row.size <= most]
    known = _repeated(every, len(pages)) | _numbered(every)
    gone: list[set[int]] = [set() for _ in pages]
    out: list[Row] = []
    for page in rows:
        out += _outside(page, known, pages)
    out += _in_their_places(rows, out, pages)
    for row in out:
        gone[row.page].update(row.lines)
    kept = [
        tuple(line for at, line in enumerate(page.lines) if at not in away)
        for page, away in zip(pages, gone, strict=True)
    ]
    # Pages that are alike throughout have nothing else to say.
    return (
        kept
        if _letters(kept) > _LEAST_LEFT * _letters(page.lines for page in pages)
        else [page.lines for page in pages]
    )


def _usual_size(pages: Iterable[Page]) -> float:
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page.lines):
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _letters(pages: Iterable[Iterable[Line]]) -> int:
    return sum(len(line.text) for page in pages for line in page)


def _repeated(rows: Iterable[Row], count: int) -> set[int]:
    """The rows whose words stand at the same place on other pages, too."""
    alike: dict[tuple[bool, str], list[Row]] = defaultdict(list)
    for row in rows:
        if any(char.isalpha() for char in row.masked):
            alike[row.top, row.masked].append(row)
    needed = 2 if count <= _SHORT else _SEVERAL
    found: set[int] = set()
    for group in alike.values():
        for near in _near(group):
            if _follow(near) >= needed:
                found.update(id(row) for row in near)
    return found


def _numbered(rows: Iterable[Row]) -> set[int]:
    """The rows with a number that grows with the pages."""
    alike: dict[tuple[bool, int], list[Row]] = defaultdict(list)
    for row in rows:
        for number in row.numbers:
            alike[row.top, number - row.page].append(row)
    found: set[int] = set()
    for group in alike.values():
        for near in _near(group):
            # A number among words may be that of a note: it has to count on for longer.
            if _follow(near) >= (2 if any(row.apart for row in near) else _SEVERAL):
                found.update(id(row) for row in near)
    return found


def _follow(rows: Iterable[Row]) -> int:
    """The most pages of the rows that follow each other, one or two apart: heads may be those of even pages."""
    pages = sorted({row.page for row in rows})
    longest = length = 1
    for one, other in pairwise(pages):
        length = length + 1 if other - one <= _EVEN else 1
        longest = max(longest, length)
    return longest


def _near(group: list[Row]) -> list[list[Row]]:
    """The rows of a group that stand at one place."""
    near: list[list[Row]] = []
    for row in sorted(group, key=lambda row: row.at):
        if near and row.at - near[-1][0].at <= _NEAR:
            near[-1].append(row)
        else:
            near.append([row])
    return near


def _outside(page: list[Row], known: set[int], pages: Sequence[Page]) -> list[Row]:
    """The rows of one page that go, from the outermost inwards."""
    out: list[Row] = []
    for top in (True, False):
        going: list[Row] = []
        for row in (row for row in page if row.top == top):
            is_lone_number = _is_lone_number(row, pages[row.page])
            if not (id(row) in known or row.artifact or is_lone_number):
                break
            going.append(row)
        # The innermost one may be the head of a table that goes on from page to page.
        while going and not (_stands_apart(going[-1]) or going[-1].artifact or _is_number(going[-1])):
            going.pop()
        out += going
    return out


def _in_their_places(rows: list[list[Row]], out: list[Row], pages: Sequence[Page]) -> list[Row]:
    """Outermost rows that stand where the heads of most pages do: the head of a short chapter occurs but once."""
    if len(pages) < _SEVERAL + 1:
        return []
    places: dict[_Place, list[Row]] = defaultdict(list)
    for row in out:
        places[row.top, round(row.at / _EXACT)].append(row)
    usual = {
        place: group[0].size
        for place, group in places.items()
        if len({row.page for row in group}) >= max(_SEVERAL, _SHARE * len(pages))
    }
    gone = {(row.page, row.top, row.depth) for row in out}
    found = []
    for page in rows:
        for row in page:
            if (row.page, row.top, row.depth) in gone:
                continue
            is_outermost = row.depth == 0 or (row.page, row.top, row.depth - 1) in gone
            size = next((usual[row.top, place] for place in _places(row) if (row.top, place) in usual), None)
            if (
                is_outermost
                and size is not None
                and abs(row.size - size) <= _SAME_SIZE * size
                and row.width < _FULL * pages[row.page].width
                and _stands_apart(row)
            ):
                found.append(row)
                gone.add((row.page, row.top, row.depth))
    return found


def _places(row: Row) -> tuple[int, ...]:
    place = round(row.at / _EXACT)
    return place, place - 1, place + 1


def _stands_apart(row: Row) -> bool:
    """Whether a row is set off from the text, by more space than lines have between them or by other letters."""
    size = max(row.size, row.beside)
    is_off = row.gap > max(_APART * size, _FARTHER * row.usual)
    return is_off or abs(row.size - row.beside) > _OTHER_SIZE * size


def _is_number(row: Row) -> bool:
    return bool(row.numbers) and not any(
        char.isalpha() for char in row.masked.replace("page", "").replace("of", "")
    )


def _is_lone_number(row: Row, page: Page) -> bool:
    """The number of a page that has no neighbours to compare it with."""
    if row.depth or not _is_number(row) or not _stands_apart(row):
        return False
    return (
        row.numbers[0] == page.number
        or row.text.strip(" -–—[]().|").casefold() == (page.label or "").casefold()
    )
