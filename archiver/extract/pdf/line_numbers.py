"""The numbers that pleadings and transcripts have beside every line, from 1 on each page."""

from collections.abc import Sequence

from archiver.extract.pdf.line import Line

_FEWEST = 8  # lines of a page
_PAGES = 2
_SAME = 12.0  # points: numbers of one and of two digits begin at different places


def without_line_numbers(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without their numbers, where two pages have such: a list would not begin anew."""
    numbers = [_numbers(lines) for lines in pages]
    if sum(bool(found) for found in numbers) < _PAGES:
        return [list(lines) for lines in pages]
    return [
        [line for at, line in enumerate(lines) if at not in found]
        for lines, found in zip(pages, numbers, strict=True)
    ]


def _numbers(lines: Sequence[Line]) -> set[int]:
    """Where the numbers 1, 2, 3 … of a page stand, one below the other at its left or right."""
    alone = sorted(
        (at for at, line in enumerate(lines) if line.text.isdecimal() and len(line.text) < len("100")),
        key=lambda at: -lines[at].base,
    )
    if len(alone) < _FEWEST:
        return set()
    found: list[int] = []
    for at in alone:
        if int(lines[at].text) == len(found) + 1 and (
            not found or abs(lines[at].right - lines[found[0]].right) <= _SAME
        ):
            found.append(at)
    return set(found) if len(found) >= _FEWEST else set()
