"""What a package is called, of when it is, and what is said of it: from what is in it, never from the clock."""

import re
import unicodedata
from datetime import UTC, datetime
from importlib.metadata import version
from urllib.parse import urlsplit

from archiver.collection.folder import Collection
from archiver.models.errors import ArchiverError
from archiver.models.package import Contents
from archiver.models.views import Reference
from archiver.packing.choosing import Wanted
from archiver.search.packed_works import counts, front, works
from archiver.search.packing import Choice

_UNFIT = re.compile(r"[^a-z0-9]+")
_LONGEST = 60  # characters of a title in a file's name


def describe(collection: Collection, choice: Choice, wanted: Wanted, created: datetime | None) -> Contents:
    """Say what was chosen. `created` is for who wants another date than that of the last capture in it.

    Raises:
        ArchiverError: nothing was captured.
    """
    settings = collection.settings.blog
    blog = settings.title or (urlsplit(settings.seeds[0]).hostname or settings.seeds[0])
    last = choice.last_date()
    if last is None:
        raise ArchiverError(f"{wanted or 'This archive'}: nothing of it is captured yet. Run: archiver crawl")
    posts, sources = counts(choice.db)
    first = next(works(choice.db), None)
    one = first if first is not None and str(wanted) == first.reference else None
    main = (one.page_url, one.page_date) if one is not None else (front(choice.db) or (None, None))
    if main[0] is None and first is not None:
        main = (first.page_url, first.page_date)
    captures = choice.count()
    held = f"{many(posts, 'post')}, {many(sources, 'source')}, {many(captures, 'capture')}"
    if one is not None:
        title = one.title or one.url or str(wanted)
        what = "with all that it cites" if one.kind == "post" else "with its history"
        description = f"“{title}” {what}, as archived from {blog}: {held}."
    else:
        title = blog if wanted is None else f"{blog}, {wanted}"
        description = f"{title}, as archived with all that its posts cite: {held}."
    return Contents(
        selection=str(wanted) if wanted is not None else "all",
        title=title,
        description=description,
        why=_why(wanted),
        created=_second(last) if created is None else _second(created.astimezone(UTC).isoformat()),
        software=f"archiver/{version('archiver')}",
        blog=blog,
        main_url=main[0],
        main_date=main[1],
        captures=captures,
        posts=posts,
        sources=sources,
    )


def file_name(contents: Contents) -> str:
    """A name that people can read, without its ending.

    >>> slug("Über Mühlen & Papier")
    'uber-muhlen-papier'
    """
    title = contents.title if contents.selection not in contents.title else contents.blog
    parts = [contents.selection if contents.selection != "all" else "", slug(title)]
    stamp = re.sub(r"\D", "", contents.created)[:14]
    return "_".join(["-".join(filter(None, parts)) or "archive", stamp])


def slug(title: str) -> str:
    """A title as a part of a file's name."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return _UNFIT.sub("-", plain)[:_LONGEST].strip("-")


def _why(wanted: Wanted) -> str:
    """Which captures are in it, in words."""
    if wanted is None:
        return "Everything that the archive holds is in it, failures included."
    if isinstance(wanted, Reference) and wanted.kind == "source":
        return (
            "All captures of the source that were ever judged are in it, those that failed, too, with what public web archives gave, "
            "the redirects that led there, and the pictures and styles that its pages need."
        )
    return (
        "Of each post its last good capture is in it; of each source that it cites the capture that was taken for what was cited, the "
        "one nearest to the day of the post, the one that was read, the last one, failed or not, and what public web archives gave; "
        "with the redirects that led there, and the pictures and styles that the pages need. A package of the source alone "
        "has its whole history."
    )


def _second(date: str) -> str:
    return f"{date[:19]}Z"


def many(count: int, what: str) -> str:
    """A number of things, as people write it.

    >>> many(1, "post"), many(2, "post")
    ('1 post', '2 posts')
    """
    return f"{count} {what}{'' if count == 1 else 's'}"
