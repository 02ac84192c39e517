"""Wikipedia: `{{cite web |title=… |url=… |archive-url=… |url-status=dead}}` (Template:Cite web, Help:Citation Style 1).

A work without an address takes the template of its kind: `{{cite web}}` asks for one.
"""

from collections.abc import Iterator

from archiver.export.wording import numbers, proof
from archiver.export.wording.dates import day_of, wikipedia
from archiver.export.wording.kinds import Kind, kind_of
from archiver.export.wording.linking import template
from archiver.export.wording.names import is_eastern, straight
from archiver.models.item import CitedWork, Copy, Item
from archiver.models.work import Name

NAME = "wikipedia"
LABEL = "Wikipedia {{cite web}}"
MEDIA_TYPE = "text/plain"
SUFFIX = "wiki.txt"
_TEMPLATES = {
    Kind.JOURNAL: ("cite journal", "journal"),
    Kind.PRESS: ("cite news", "newspaper"),
    Kind.BOOK: ("cite book", "series"),
    Kind.CHAPTER: ("cite book", "title"),
    Kind.REPORT: ("cite report", "series"),
    Kind.THESIS: ("cite thesis", "series"),
}
_ENGLISH = ("en", "eng")


def entry(item: Item) -> str:
    """The template with its parameters."""
    work = item.work
    name, container = (
        ("cite web", "website") if work.URL else _TEMPLATES.get(kind_of(work), ("citation", "work"))
    )
    is_chapter = container == "title"
    seen = proof.seen(work.accessed, item.copy) if work.URL else None
    fields = [
        *_people(work.author, ""),
        *_people(work.editor, "editor"),
        *_people(work.translator, "translator"),
        ("date", wikipedia(work.issued) if work.issued is not None else None),
        ("chapter" if is_chapter else "title", work.title),
        ("url", work.URL),
        *_state(item),
        (container, work.container_title),
        ("type", work.genre),
        ("publisher", work.publisher),
        ("location", work.publisher_place if not work.URL else None),
        ("edition", work.edition if not work.URL else None),
        ("volume", work.volume if not work.URL else None),
        ("issue", work.issue if not work.URL else None),
        *_pages(work),
        ("language", work.language if not (work.language or "").lower().startswith(_ENGLISH) else None),
        ("doi", work.DOI),
        ("isbn", work.ISBN if not work.URL else None),
        ("access-date", wikipedia(seen) if seen is not None else None),
    ]
    kept = _on_file(item.copy) if item.copy is not None and item.copy.public is None else ""
    return template(name, fields) + kept


def _people(names: tuple[Name, ...], who: str) -> Iterator[tuple[str, str | None]]:
    lead = f"{who}-" if who else ""
    for number, name in enumerate(names, start=1):
        count = "" if len(names) == 1 else str(number)
        if name.literal or not (name.family and name.given) or is_eastern(name):
            yield f"{who or 'author'}{count}", straight(name)
        else:
            yield f"{lead}last{count}", name.family
            yield f"{lead}first{count}", ", ".join(part for part in (name.given, name.suffix) if part)


def _state(item: Item) -> list[tuple[str, str | None]]:
    """Where it is archived, if anybody can look at it there. Without that, the templates take no status."""
    public = item.copy.public if item.copy is not None else None
    if public is None or not item.work.URL:
        return []
    day = day_of(public.date)
    return [
        ("archive-url", public.url),
        ("archive-date", str(day) if day is not None else None),
        ("url-status", item.status.value if item.status is not None else None),
    ]


def _pages(work: CitedWork) -> list[tuple[str, str | None]]:
    if not work.page:
        return []
    return [("pages" if numbers.is_several(work.page) else "page", numbers.pages(work.page))]


def _on_file(copy: Copy) -> str:
    """A comment, which readers do not see: others cannot look at it."""
    return f"<!-- {proof.on_file(copy, str).replace('--', '- -')} -->"
