"""Markdown: `Mara Vane, [The Bell](https://a.example/bell), *Harbour Blog*, 2019-05-02 ([archived 2026-11-23](https://…))`."""

import re

from archiver.export.wording import proof
from archiver.export.wording.dates import day_of
from archiver.export.wording.names import in_chicago_note
from archiver.export.wording.runs import Markup, italic, plain, rendered
from archiver.models.item import Copy, Item
from archiver.web.harmless import address

NAME = "markdown"
LABEL = "Markdown link"
MEDIA_TYPE = "text/markdown"
SUFFIX = "md"
BETWEEN = "\n\n"
# What makes a list, a rule or a heading of a line that begins with it; other signs of that kind are escaped anywhere.
_BEGINS = re.compile(r"^(\d{0,9})([-+=.)])")


def entry(item: Item) -> str:
    """A line with two links: to the work, and to its copy."""
    work = item.work
    title = _plain(work.title or work.URL or item.id)
    linked = f"[{title}]({address(work.URL)})" if work.URL else title
    parts = (
        _plain(in_chicago_note(work.author)),
        linked,
        rendered(italic(work.container_title or ""), Markup.MARKDOWN),
        str(work.issued) if work.issued is not None else "",
    )
    line = " ".join(filter(None, (", ".join(filter(None, parts)), _kept(item.copy))))
    return _BEGINS.sub(r"\1\\\2", line)


def _plain(text: str) -> str:
    return rendered(plain(text), Markup.MARKDOWN)


def _kept(copy: Copy | None) -> str:
    if copy is None:
        return ""
    if copy.public is None:
        return f"({_plain(proof.on_file(copy, str))})"
    day = day_of(copy.public.date)
    return f"([archived{f' {day}' if day is not None else ''}]({address(copy.public.url)}))"
