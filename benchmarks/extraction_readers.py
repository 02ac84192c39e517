"""The extractors that are held against each other, each from a page's text to a reading. What is not installed is left out."""

import importlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType

from lxml import html as lxml_html

from archiver.extract.text.html import read
from archiver.models.capture import Capture, Role, Snapshot, Visit

logging.disable(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Read:
    """What an extractor makes of a page; None: it has no word for that."""

    text: str
    title: str | None = None
    authors: str | None = None
    date: str | None = None  # ISO 8601
    has_facts: bool = True


Extractor = Callable[[str, str], Read]  # address and page


def extractors() -> Mapping[str, Extractor]:
    """Every extractor that is here, ours first."""
    known: dict[str, tuple[str, Callable[[ModuleType], Extractor]]] = {
        "trafilatura": ("trafilatura", _trafilatura),
        "readability-lxml": ("readability", _readability),
        "newspaper4k": ("newspaper", _newspaper),
        "resiliparse": ("resiliparse.extract.html2text", _resiliparse),
    }
    found: dict[str, Extractor] = {"archiver": ours}
    for name, (module, make) in known.items():
        try:
            found[name] = make(importlib.import_module(module))
        except ImportError as error:
            print(f"{name} is left out: {error}")
    return found


def ours(url: str, page: str) -> Read:
    """The archiver's own reading: text, clean HTML and metadata together."""
    document = read(capture_of(url, page.encode()), kind="source")
    return Read(document.text, document.title, document.author, document.issued)


def capture_of(url: str, body: bytes) -> Capture:
    """A capture of a page, as the archiver's own readers take it."""
    snapshot = Snapshot(
        record_id="<urn:uuid:00000000-0000-4000-8000-000000000000>",
        target_uri=url,
        date="2026-11-28T00:00:00Z",
        status=200,
        content_type="text/html; charset=utf-8",
        payload_digest=None,
        warc="benchmark.warc.gz",
        offset=0,
        length=len(body),
        kind="response",
    )
    return Capture(snapshot=snapshot, visit=Visit(role=Role.SOURCE, seed=url), payload=body)


def _trafilatura(module: ModuleType) -> Extractor:
    def extract(url: str, page: str) -> Read:
        found = module.bare_extraction(page, url=url, include_comments=False, with_metadata=True)
        if found is None:
            return Read("")
        return Read(found.text or "", found.title, found.author, found.date)

    return extract


def _readability(module: ModuleType) -> Extractor:
    def extract(_: str, page: str) -> Read:
        document = module.Document(page)
        text = lxml_html.fromstring(document.summary(html_partial=True)).text_content()
        return Read(text, document.short_title(), None, None)

    return extract


def _newspaper(module: ModuleType) -> Extractor:
    def extract(url: str, page: str) -> Read:
        article = module.Article(url)
        article.download(input_html=page)
        article.parse()
        date = article.publish_date
        return Read(
            article.text, article.title, "; ".join(article.authors), date.isoformat() if date else None
        )

    return extract


def _resiliparse(module: ModuleType) -> Extractor:
    def extract(_: str, page: str) -> Read:
        return Read(module.extract_plain_text(page, main_content=True, alt_texts=False), has_facts=False)

    return extract
