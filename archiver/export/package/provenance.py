"""Where everything in a package is from: as JSON for programs, and as a page for people."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from jinja2 import Environment, PackageLoader

from archiver.models.package import Contents, Work
from archiver.models.views import RunView

SHOWN = 2000  # captures on a page
# What people call the files of references.
_CALLED = {
    "apa": "APA",
    "biblatex": "BibLaTeX",
    "bibtex": "BibTeX",
    "bluebook": "Bluebook",
    "chicago": "Chicago, note",
    "chicago-bibliography": "Chicago, bibliography",
    "chicago-short": "Chicago, shortened note",
    "csl-json": "CSL-JSON, for Zotero and pandoc",
    "markdown": "Markdown",
    "mla": "MLA",
    "ris": "RIS, for Zotero, EndNote and others",
    "robust-link": "Robust Links, HTML",
    "wikipedia": "Wikipedia",
}
_TEMPLATES = Environment(
    loader=PackageLoader("archiver.export.package"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
Crawl = tuple[RunView, str | None]


def provenance_json(
    contents: Contents, works: Iterable[Work], crawls: Iterable[Crawl], captures: Iterable[bytes]
) -> Iterator[bytes]:
    """One JSON object, piece by piece. `captures` are JSON objects already."""
    about = {
        "selection": contents.selection,
        "title": contents.title,
        "created": contents.created,
        "software": contents.software,
        "blog": contents.blog,
    }
    yield b'{\n"package": ' + _json(about)
    yield from _array("crawls", (_json(_crawl(run, settings)) for run, settings in crawls))
    yield from _array("works", (_json(_work(work)) for work in works))
    yield from _array("captures", captures)
    yield b"\n}\n"


def provenance_pages(
    contents: Contents, works: Iterable[Work], crawls: Iterable[Crawl], captures: Iterable[bytes]
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The same as pages that need no script, each with its name; very many captures stand on several. Use one before the next."""
    waiting = iter(captures)
    count = max(1, -(-contents.captures // SHOWN))
    names = ["provenance.html", *(f"provenance-{number}.html" for number in range(2, count + 1))]
    for number, name in enumerate(names):
        shown = (json.loads(each) for each in islice(waiting, SHOWN))
        yield (
            name,
            _page(
                "provenance.html",
                contents=contents,
                works=works if not number else (),
                crawls=crawls if not number else (),
                captures=shown,
                names=names,
                here=name,
                first=number * SHOWN + 1,
                last=min((number + 1) * SHOWN, contents.captures),
            ),
        )


def index_page(
    contents: Contents,
    works: Iterable[Work],
    citations: Iterable[str],
    attached: Mapping[str, list[tuple[str, str]]],
) -> Iterator[bytes]:
    """What a person sees who opens the package without any tool. `citations` are names of files.

    `attached` are the files that a browser made of a work, each with what it is called.
    """
    named = [(name, _CALLED.get(name.rpartition("/")[2].partition(".")[0])) for name in citations]
    yield from _page("index.html", contents=contents, works=works, citations=named, attached=attached)


def _page(name: str, **values: object) -> Iterator[bytes]:
    stream = _TEMPLATES.get_template(name).stream(**values)
    stream.enable_buffering(200)
    for piece in stream:
        yield piece.encode("utf-8", "replace")
    yield b"\n"


def _array(name: str, items: Iterable[bytes]) -> Iterator[bytes]:
    yield f',\n"{name}": ['.encode()
    for number, item in enumerate(items):
        yield (b"\n" if not number else b",\n") + item
    yield b"]"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _crawl(run: RunView, settings: str | None) -> dict[str, object]:
    return {
        "id": run.id,
        "started": run.started,
        "finished": run.finished,
        "exitCode": run.exit_code,
        "settings": settings,
    }


def _work(work: Work) -> dict[str, object]:
    told: dict[str, object] = {
        "id": work.reference,
        "kind": work.kind,
        "url": work.url,
        "title": work.title,
        "author": work.author,
        "date": work.date,
        "outcome": work.outcome,
        "reason": work.reason,
        "read": None
        if work.page_url is None
        else {"url": work.page_url, "date": work.page_date, "record": work.record_id, "by": work.extractor},
        "citedBy": [
            {
                "post": f"p{each.post_id}",
                "url": each.url,
                "title": each.title,
                "published": each.published,
                "label": each.label,
                "sentence": each.sentence,
                "note": each.note,
            }
            for each in work.cited_by
        ],
    }
    return {name: cell for name, cell in told.items() if cell not in (None, [])}
