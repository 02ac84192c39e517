"""Scrapy's responses: from what came over the wire, and from what was kept before."""

import logging

from scrapy.http import Headers, Response

from archiver.capture.decoding import decode
from archiver.capture.members import DamagedWarcError
from archiver.capture.reader import read_capture
from archiver.models.capture import Answer, Role, Visit
from archiver.models.frontier import Place
from archiver.web.reading import MOST
from spiders.recorder import Recorder

logger = logging.getLogger(__name__)

_LISTS = frozenset([Role.SITEMAP, Role.FEED])
_MOST_OF_A_LIST = 50 * 1024 * 1024  # bytes: the limit of sitemaps.org, which has the longest lists


def from_wire(url: str, answer: Answer, visit: Visit) -> Response:
    """An answer, decoded; of a long one the beginning, as far as it is read for links."""
    encodings = [
        value.decode("latin-1") for name, value in answer.fields if name.lower() == b"content-encoding"
    ]
    keep = _MOST_OF_A_LIST if visit.role in _LISTS else MOST
    body = decode(answer.entity.pieces(), encodings, keep=keep).payload
    return Response(url, status=answer.status, headers=_headers(answer.fields), body=body)


def from_archive(recorder: Recorder, url: str, place: Place) -> Response | None:
    """A capture of an earlier crawl; None where it cannot be read, and is to be asked for again."""
    try:
        capture = read_capture(recorder.warcs / place.warc, place.offset, find=recorder.memory.find)
    except (DamagedWarcError, OSError) as error:
        logger.warning("%s: what was kept of it cannot be read: %s", url, error)
        return None
    if capture.status is None:
        return None
    fields = tuple((name.encode("latin-1"), value.encode("latin-1")) for name, value in capture.headers)
    return Response(
        url, status=capture.status, headers=_headers(fields), body=capture.payload, flags=["archived"]
    )


def _headers(fields: tuple[tuple[bytes, bytes], ...]) -> Headers:
    headers = Headers()
    for name, value in fields:
        if name.lower() != b"content-encoding":
            headers.appendlist(name, value)
    return headers
