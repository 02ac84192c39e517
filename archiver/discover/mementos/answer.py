"""What a web archive said of its captures of an address: some, none, or nothing that could be understood.

An archive that is down, overrun, or answers with a page of another kind has not said that it has none.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from heapq import nsmallest

from archiver.discover.mementos import cdxj, link_format, wayback
from archiver.discover.mementos.listed import FIRST_WEB, Listed, NoListError
from archiver.models.memento import AnswerKind, Archive, ListAnswer, ListKind, ListPage, Memento

KEPT = 40  # captures of one list that are remembered, on each side of the moment: a second and a third choice, not all
_OK, _NOT_FOUND = 200, 404
_MOST_PAGES = 200  # parts of a list that are looked at

Reader = Callable[[Archive, str, bytes], Listed]
_READERS: dict[ListKind, Reader] = {
    ListKind.LINK: link_format.read,
    ListKind.WAYBACK: wayback.read,
    ListKind.CDXJ: cdxj.read,
}
# How an archive of this kind says with status 404 that it has none: a TimeMap is not there (RFC 7089, 4.5.2); pywb in JSON.
_SAYS_NONE: dict[ListKind, Callable[[bytes], bool]] = {
    ListKind.LINK: lambda _: True,
    ListKind.WAYBACK: lambda _: False,
    ListKind.CDXJ: cdxj.says_none,
}


def read_answer(
    archive: Archive,
    url: str,
    near: datetime,
    *,
    status: int | None,
    body: bytes,
    asked: str,
    latest: datetime,
) -> ListAnswer:
    """Read what came from `asked`. `latest` is when it came: what claims to be younger is no capture."""
    if status == _NOT_FOUND and _SAYS_NONE[archive.kind](body):
        return ListAnswer(kind=AnswerKind.NONE)
    if status != _OK:
        reason = f"it answered {status}" if status is not None else "it did not answer"
        return ListAnswer(kind=AnswerKind.UNKNOWN, reason=reason)
    try:
        listed = _READERS[archive.kind](archive, url, body)
    except NoListError as error:
        return ListAnswer(kind=AnswerKind.UNKNOWN, reason=f"what it answered is no list of captures: {error}")
    captured = [each for each in listed.mementos if FIRST_WEB <= each.date <= latest]
    pages = tuple(page for page in listed.pages[:_MOST_PAGES] if page.url != asked)
    if captured:
        return ListAnswer(kind=AnswerKind.HAS, mementos=_nearest(captured, near), pages=pages)
    if pages:
        return ListAnswer(kind=AnswerKind.UNKNOWN, reason="its list has further parts", pages=pages)
    return ListAnswer(kind=AnswerKind.NONE)


def _nearest(mementos: Iterable[Memento], near: datetime) -> tuple[Memento, ...]:
    """The nearest on each side, nearest first; of the same bytes' address only one."""
    once = list({each.url: each for each in mementos}.values())
    before = nsmallest(KEPT, (each for each in once if each.date <= near), key=lambda each: near - each.date)
    after = nsmallest(KEPT, (each for each in once if each.date > near), key=lambda each: each.date - near)
    return tuple(sorted((*before, *after), key=lambda each: (abs(each.date - near), each.date)))


def next_page(answers: Sequence[ListAnswer], near: datetime, asked: Iterable[str]) -> str | None:
    """The further part of a list that is to be asked for; None where what there is will do.

    A part is wanted where it covers a time nearer to the moment than any capture that is known.
    """
    known = [abs(each.date - near) for answer in answers for each in answer.mementos]
    done = frozenset(asked)
    open_ones = {page.url: page for answer in answers for page in answer.pages if page.url not in done}
    ranked = sorted(open_ones.values(), key=lambda page: (_distance(page, near), page.url))
    if not ranked or (known and _distance(ranked[0], near) >= min(known).total_seconds()):
        return None
    return ranked[0].url


def _distance(page: ListPage, near: datetime) -> float:
    """Seconds between a moment and the time that a part covers; one that does not say may cover it."""
    if page.start is not None and near < page.start:
        return (page.start - near).total_seconds()
    if page.end is not None and near > page.end:
        return (near - page.end).total_seconds()
    return 0.0
