"""What a hostile server sends is what the WARC holds: every byte of it, or an honest part."""

import base64
import hashlib
import re
import ssl
from collections import Counter, defaultdict
from dataclasses import dataclass

import pytest

from archiver.collection.folder import Collection
from tests.spiders.hostile.broken import BROKEN, LIMIT
from tests.spiders.hostile.case import Case
from tests.spiders.hostile.crawling import Record, collection_in, probe, records
from tests.spiders.hostile.server import ADDRESSES, HostileServer, Talk, serving
from tests.spiders.hostile.whole import WHOLE

CASES = [*WHOLE, *BROKEN]
_SILENCE = 4.0  # seconds; a busy machine may keep an answer waiting for one or two


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawled:
    """One crawl of the hostile server, from both sides."""

    scheme: str
    server: HostileServer
    certificate: str | None
    collection: Collection
    got: dict[str, dict]  # by address, what the spider got
    found: dict[str, list[Record]]  # by address, the records

    def talk(self, case: Case) -> Talk:
        """The last time that an answer was asked for."""
        return self.server.log[self.server.url(case).partition("://")[2]][-1]

    def record(self, case: Case, kind: str) -> Record | None:
        """The one record of a kind, of an answer; None where there is none. Certificates are no part of an answer."""
        made = [each for each in self.found[self.server.url(case)] if each.kind == kind and not _is_pem(each)]
        assert len(made) <= 1, (case.path, kind, len(made))
        return made[0] if made else None


@pytest.fixture(scope="module", params=["http", "https"])
def crawled(request, tmp_path_factory, self_signed) -> Crawled:
    """All of the table, asked for in one crawl."""
    tls = self_signed if request.param == "https" else None
    collection = collection_in(tmp_path_factory.mktemp("exact") / "archive", timeout=_SILENCE, most=LIMIT)
    with serving(CASES, tls) as server:
        asked = [(case.group, (case.method, server.url(case))) for case in CASES]
        chain = [each for group, each in asked if group == "chain"]
        got = probe(collection, [chain, *([each] for group, each in asked if group != "chain")])
        place = (ADDRESSES["crowd"], server.ports["crowd"])
        certificate = None if tls is None else ssl.get_server_certificate(place)
    found = defaultdict(list)
    for record in records(collection):
        found[record.one("WARC-Target-URI")].append(record)
    return Crawled(
        scheme=request.param,
        server=server,
        certificate=certificate,
        collection=collection,
        got={each["url"]: each for each in got},
        found=found,
    )


def _is_pem(record: Record) -> bool:
    return record.one("Content-Type") == "application/pem-certificate-chain"


def _sha1(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def _message(case: Case, talk: Talk) -> bytes:
    """Of what was sent: head and body, without what came before and after."""
    return bytes(talk.sent[len(case.interim) : len(talk.sent) - len(case.excess)])


def _part(case: Case, sent: bytes, kept: bytes | None) -> bytes:
    """What ought to be kept: all, or where we hung up, any honest beginning."""
    is_honest = case.is_prefix and kept is not None and len(kept) > 100_000 and sent.startswith(kept)
    return kept if is_honest else sent


def _entity(case: Case, block: bytes) -> bytes:
    if callable(case.entity):
        return case.entity(block.partition(b"\r\n\r\n")[2])
    return case.entity


def test_requests_are_kept_as_the_server_received_them(crawled):
    """Every byte that reached the server stands in a request record, and nothing else does."""
    expected = {case.path: crawled.talk(case).request for case in CASES}
    kept = {
        case.path: record and record.block for case in CASES for record in [crawled.record(case, "request")]
    }

    assert expected == kept


def test_responses_are_kept_as_the_server_sent_them(crawled):
    """Every byte of a message stands in the block, interim answers and strays left out, and a cut one says why."""
    expected, kept = {}, {}
    for case in CASES:
        record = crawled.record(case, "response")
        kept[case.path] = record and (record.block, record.one("WARC-Truncated"))
        sent = _part(case, _message(case, crawled.talk(case)), record and record.block)
        expected[case.path] = None if case.status is None else (sent, case.truncated)

    assert expected == kept


def test_records_say_what_they_hold_and_where_it_came_from(crawled):
    """Digests over block and entity, the address, the protocols, the cipher suite: all as the server knows them."""
    expected, kept = {}, {}
    for case in (case for case in CASES if case.status is not None):
        talk, record = crawled.talk(case), crawled.record(case, "response")
        tls = [] if talk.protocol is None else [{"TLSv1.3": "tls/1.3"}[talk.protocol]]
        block = _part(case, _message(case, talk), record.block)
        expected[case.path] = (
            _sha1(block),
            _sha1(_entity(case, block)),
            ADDRESSES[case.group],
            [case.version, *tls],
            talk.cipher,
            "application/http; msgtype=response",
        )
        kept[case.path] = (
            record.one("WARC-Block-Digest"),
            record.one("WARC-Payload-Digest"),
            record.one("WARC-IP-Address"),
            record.all("WARC-Protocol"),
            record.one("WARC-Cipher-Suite"),
            record.one("Content-Type"),
        )

    assert expected == kept


def test_metadata_keeps_what_no_response_can(crawled):
    """Why an answer is not whole, what came without a whole head, interim answers, the number of strays."""
    expected, kept = {}, {}
    for case in CASES:
        fields = crawled.record(case, "metadata").fields()
        partial = base64.b64decode(fields.get("partialResponse", ""))
        whole = bytes(crawled.talk(case).sent) if case.status is None else b""
        expected[case.path] = (
            case.reason,
            _part(case, whole, partial),
            case.interim,
            str(len(case.excess)) if case.excess else None,
            None if crawled.scheme == "http" else "self-signed certificate",
            "source",
        )
        kept[case.path] = (
            fields["fetchError"].partition(" ")[0] if "fetchError" in fields else None,
            partial,
            base64.b64decode(fields.get("interimResponse", "")),
            fields.get("excessBytes"),
            fields.get("certificate"),
            fields.get("role"),
        )

    assert expected == kept


def test_the_spider_gets_every_answer_that_came_whole(crawled):
    """Status and decoded body; where there is no whole answer, the error that tells why."""
    expected, got = {}, {}
    for case in CASES:
        each = crawled.got[crawled.server.url(case)]
        body = base64.b64decode(each.get("body", "")), each.get("length")
        got[case.path] = (each.get("status"), *body, each.get("error"))
        seen = case.entity if case.seen is None else case.seen
        expected[case.path] = (
            (None, b"", None, case.error) if case.reason else (case.status, seen[: 1 << 20], len(seen), None)
        )

    assert expected == got


def test_certificates_are_kept_once_a_host(crawled):
    """The chain as the server shows it, with the first exchange of a host; over plain HTTP there is none."""
    shown = Counter(
        (re.match(r"https://([^/]+)", uri)[1], record.block.decode())
        for uri, made in crawled.found.items()
        for record in made
        if uri and _is_pem(record)
    )
    hosts = [f"{address}:{crawled.server.ports[group]}" for group, address in ADDRESSES.items()]
    expected = {} if crawled.scheme == "http" else {(host, crawled.certificate): 1 for host in hosts}

    assert expected == shown


def test_a_connection_is_left_when_its_server_breaks_the_rules(crawled):
    """After stray bytes, a silent close and a dead connection the next request goes over another, and is answered."""
    chain = [case for case in CASES if case.group == "chain"]
    talks = [crawled.server.log[crawled.server.url(case).partition("://")[2]] for case in chain]
    numbers = list(dict.fromkeys(talk.connection for each in talks for talk in each))
    seen = ["".join("abcdefg"[numbers.index(talk.connection)] for talk in each) for each in talks]

    assert ["a", "a", "b", "b", "c", "cd", "d"] == seen


def test_nothing_is_left_out_of_the_count(crawled):
    """So many answers are kept to the last byte, so many in part, and so many had no whole head."""
    kinds = Counter(
        "no head" if case.status is None else "part" if case.is_prefix else "exact" for case in CASES
    )
    uris = {crawled.server.url(case) for case in CASES}
    robots = {
        f"{crawled.scheme}://{ADDRESSES[g]}:{port}/robots.txt" for g, port in crawled.server.ports.items()
    }

    assert {"exact": 89, "part": 4, "no head": 11} == kinds
    assert uris | robots | {None, "urn:uuid:probe"} == set(crawled.found)
