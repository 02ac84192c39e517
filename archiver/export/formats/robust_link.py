"""Robust Links: an HTML link that says when it was archived, and where (robustlinks.mementoweb.org/spec)."""

from archiver.export.wording.dates import day_of
from archiver.export.wording.runs import Markup, Run, rendered
from archiver.models.item import Item
from archiver.web.harmless import markup

NAME = "robust-link"
LABEL = "Robust Link (HTML)"
MEDIA_TYPE = "text/html"
SUFFIX = "html"


def entry(item: Item) -> str:
    """The link. A work without an address is its title; a copy that is on file gives its date and its record, and no address."""
    work, copy = item.work, item.copy
    shown = rendered([Run(work.title or work.URL or item.id)], Markup.HTML)
    if work.URL is None:
        return shown
    told = [f'href="{markup(work.URL)}"', f'data-originalurl="{markup(work.URL)}"']
    if copy is not None:
        day = day_of(copy.public.date if copy.public is not None else copy.date)
        if copy.public is not None:
            told.append(f'data-versionurl="{markup(copy.public.url)}"')
        told += [f'data-versiondate="{day}"'] if day is not None else []
        if copy.public is None:
            digest = f", SHA-256 {copy.sha256}" if copy.sha256 else ""
            told.append(f'title="On file: {markup(copy.record_id)}{markup(digest)}"')
    return f"<a {' '.join(told)}>{shown}</a>"
