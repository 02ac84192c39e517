"""An item as formats want it: clean lines, addresses that break nothing, and nothing said twice."""

import re
from dataclasses import fields, replace
from urllib.parse import quote

from archiver.export.wording.titles import without_tags
from archiver.models.item import CitedWork, Copy, Item, PublicCopy
from archiver.models.work import Name
from archiver.web.harmless import is_web

# Control characters, those that steer the direction of text or that nobody sees, noncharacters, lone surrogates. Joiners
# (U+200C, U+200D) stay: Persian and emoji are spelt with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_KEPT_IN_URL = "%/:?#@!$&*+,;=~-._'()[]"
_TEXTS = tuple(field.name for field in fields(CitedWork) if field.type in {str, str | None})


def line(text: str) -> str:
    r"""One line without what nobody sees.

    >>> line("A\u202e b\x00\n c")
    'A b c'
    """
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()


def url(text: str) -> str:
    """An address as it is, but for what may stand in none: blanks, quotation marks, angle brackets, braces, bars.

    >>> url("https://a.example/Lamp_(oil) é|")
    'https://a.example/Lamp_(oil)%20%C3%A9%7C'
    """
    return quote(line(text), safe=_KEPT_IN_URL)


def tidied(item: Item) -> Item:
    """An item that is fit to be written."""
    work = item.work
    cells = {name: line(value) or None for name in _TEXTS if (value := getattr(work, name)) is not None}
    title = cells.get("title")
    cells["title"] = line(without_tags(title)) or None if title else None
    cells["type"] = cells.get("type") or "webpage"
    cells["URL"] = url(work.URL) if work.URL and is_web(work.URL) else None
    doi = cells.get("DOI")
    cells["DOI"] = _DOI.sub("", doi) or None if doi else None
    names = {who: _names(getattr(work, who)) for who in ("author", "editor", "translator")}
    cleaned = _once(replace(work, **cells, **names))  # type: ignore[arg-type]  # each by its own name
    return replace(item, work=cleaned, copy=None if item.copy is None else _copy(item.copy))


def _once(work: CitedWork) -> CitedWork:
    """A site that is called like its publisher or its author is named once."""
    container, publisher = work.container_title, work.publisher
    if container and publisher and container.casefold() == publisher.casefold():
        publisher = None
    if container and work.title and container.casefold() == work.title.casefold():
        container = None
    return replace(work, container_title=container, publisher=publisher)


def _names(names: tuple[Name, ...]) -> tuple[Name, ...]:
    made = (
        Name(**{part: line(getattr(name, part) or "") or None for part in Name.__slots__}) for name in names
    )
    return tuple(name for name in made if name.literal or name.family or name.given)


def _copy(copy: Copy) -> Copy:
    public = copy.public if copy.public is not None and is_web(copy.public.url) else None
    if public is not None:
        public = PublicCopy(url=url(public.url), date=public.date, archive=line(public.archive or "") or None)
    return replace(copy, record_id=line(copy.record_id).strip("<>"), public=public)
