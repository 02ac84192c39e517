"""What pages tell machines: JSON-LD (schema.org) with `archivedAt`, and COinS (Z39.88) for reference managers."""

import re
from collections.abc import Iterable
from urllib.parse import urlencode

from markupsafe import escape

from archiver.models.item import CitedWork, Item
from archiver.models.views import SnapshotView
from archiver.models.work import Name
from archiver.pages.rendering import script_data

_TYPES = {
    "post-weblog": "BlogPosting",
    "article-journal": "ScholarlyArticle",
    "article-newspaper": "NewsArticle",
    "article-magazine": "Article",
    "paper-conference": "ScholarlyArticle",
    "post": "SocialMediaPosting",
    "motion_picture": "VideoObject",
    "book": "Book",
    "chapter": "Chapter",
    "report": "Report",
    "thesis": "Thesis",
    "dataset": "Dataset",
    "webpage": "WebPage",
    "software": "SoftwareApplication",
    "legislation": "Legislation",
    "map": "Map",
}
# What a work is part of; a site's page is of a site, whatever else it is.
_WHOLES = {
    "post-weblog": "Blog",
    "article-journal": "Periodical",
    "article-magazine": "Periodical",
    "article-newspaper": "Newspaper",
    "chapter": "Book",
    "webpage": "WebSite",
}
# Zotero's names of types, which it takes in format `dc` (utilities/openurl.js).
_ZOTERO = {
    "post-weblog": "blogPost",
    "article-newspaper": "newspaperArticle",
    "article-magazine": "magazineArticle",
    "report": "report",
    "thesis": "thesis",
    "motion_picture": "videoRecording",
    "post": "forumPost",
    "song": "audioRecording",
    "interview": "interview",
    "speech": "presentation",
    "software": "computerProgram",
    "dataset": "dataset",
    "map": "map",
    "graphic": "artwork",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "entry": "encyclopediaArticle",
    "entry-encyclopedia": "encyclopediaArticle",
    "entry-dictionary": "dictionaryEntry",
}
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # names that are written family first


def of_item(item: Item, archived_at: str | None) -> tuple[str, str]:
    """JSON-LD and COinS of a work, as markup. `archived_at` is where a capture of it is shown, absolute."""
    return _json_ld(item.work, archived_at), _coins(item.work)


def of_snapshot(snapshot: SnapshotView, title: str | None, archived_at: str | None) -> tuple[str, str]:
    """The same of a capture of a page."""
    work = CitedWork(title=title, URL=snapshot.target_uri)
    return _json_ld(work, archived_at), _coins(work)


def _json_ld(work: CitedWork, archived_at: str | None) -> str:
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(work.type, "CreativeWork"),
        "name": work.title,
        "author": [_person(name) for name in work.author],
        "editor": [_person(name) for name in work.editor],
        "datePublished": str(work.issued) if work.issued is not None else None,
        "url": work.URL,
        "sameAs": f"https://doi.org/{work.DOI}" if work.DOI else None,
        "isbn": work.ISBN,
        "isPartOf": _whole(work),
        "publisher": {"@type": "Organization", "name": work.publisher} if work.publisher else None,
        "inLanguage": work.language,
        "archivedAt": archived_at,
    }
    return script_data({key: value for key, value in said.items() if value})


def _whole(work: CitedWork) -> dict[str, str] | None:
    if not work.container_title:
        return None
    return {"@type": _WHOLES.get(work.type, "CreativeWork"), "name": work.container_title}


def _person(name: Name) -> dict[str, str]:
    """A literal may be a person whose names could not be told apart: it is only called a thing then."""
    if name.literal:
        return {"@type": "Thing", "name": name.literal}
    parts = {"familyName": name.family, "givenName": name.given, "honorificSuffix": name.suffix}
    told = {key: said for key, said in parts.items() if said}
    return {"@type": "Person", "name": _straight(name), **told}


def _straight(name: Name) -> str:
    return f"{name.family}{name.given or ''}" if _EASTERN.search(name.family or "") else str(name)


def _coins(work: CitedWork) -> str:
    """A span that Zotero's connector reads (OpenURL 1.0): format `journal` or `book` where it is one, else `dc`.

    A work without a title goes by its address: Zotero would promise an item, and give none.
    """
    if work.type in {"article-journal", "paper-conference"} and work.container_title:
        pairs = _article(work)
    elif work.type in {"book", "chapter"}:
        pairs = _book(work)
    else:
        pairs = _page(work)
    pairs += [
        ("rfr_id", "info:sid/archiver"),
        ("rft_id", f"info:doi/{work.DOI}" if work.DOI else None),
        ("rft_id", work.URL),
    ]
    query = urlencode([("ctx_ver", "Z39.88-2004"), *((name, value) for name, value in pairs if value)])
    return f'<span class="Z3988" title="{escape(query)}"></span>'


def _page(work: CitedWork) -> list[tuple[str, str | None]]:
    return [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", _ZOTERO.get(work.type, "webpage")),
        ("rft.title", work.title or work.URL),
        ("rft.source", work.container_title),
        ("rft.publisher", work.publisher),
        *_authors(work.author, "rft.creator"),
        ("rft.date", _date(work)),
        ("rft.identifier", work.URL),
        ("rft.language", work.language),
    ]


def _article(work: CitedWork) -> list[tuple[str, str | None]]:
    is_paper = work.type == "paper-conference"
    return [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.genre", "proceeding" if is_paper else "article"),
        ("rft.atitle", work.title or work.URL),
        ("rft.jtitle", work.container_title),
        ("rft.volume", work.volume),
        ("rft.issue", work.issue),
        ("rft.pages", work.page),
        *_first(work.author),
        *_authors(work.author, "rft.au"),
        ("rft.date", _date(work)),
        ("rft.language", work.language),
    ]


def _book(work: CitedWork) -> list[tuple[str, str | None]]:
    is_chapter = work.type == "chapter"
    return [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "bookitem" if is_chapter else "book"),
        ("rft.atitle" if is_chapter else "rft.btitle", work.title or work.URL),
        ("rft.btitle", work.container_title if is_chapter else None),
        ("rft.publisher", work.publisher),
        ("rft.place", work.publisher_place),
        ("rft.edition", work.edition),
        ("rft.pages", work.page),
        ("rft.isbn", work.ISBN),
        *_first(work.author),
        *_authors(work.author, "rft.au"),
        ("rft.date", _date(work)),
        ("rft.language", work.language),
    ]


def _first(names: tuple[Name, ...]) -> Iterable[tuple[str, str | None]]:
    """Of the first author the parts, for services that look an article up."""
    if names and _is_plain(names[0]):
        yield "rft.aulast", names[0].family
        yield "rft.aufirst", names[0].given


def _authors(names: Iterable[Name], plain: str) -> Iterable[tuple[str, str | None]]:
    """A name of two parts, turned; any other in `aulast` and `aufirst`, which Zotero takes as they are, in the order of all.

    It would split what has no comma into a given and a family name, and drop what follows a second one.
    """
    for name in names:
        if _is_plain(name):
            yield plain, f"{name.family}, {name.given}"
        elif name.literal or not name.family:
            yield "rft.aulast", str(name)
        else:
            yield "rft.aulast", name.family
            yield "rft.aufirst", ", ".join(part for part in (name.given, name.suffix) if part)


def _is_plain(name: Name) -> bool:
    return bool(not name.literal and name.family and name.given and not name.suffix)


def _date(work: CitedWork) -> str | None:
    return str(work.issued) if work.issued is not None else None
