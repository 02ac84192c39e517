"""What a capture's page says of where it is from."""

from dataclasses import replace

import pytest

from archiver.models.attested import Attested
from archiver.models.pages import SnapshotPage
from archiver.models.views import SnapshotView
from archiver.pages.provenance import provenance

PAGE = SnapshotPage(
    snapshot=SnapshotView(id=1, target_uri="https://s.example/", date="2019-09-12T10:00:00Z", status=200, content_type="text/html", outcome="archived", reason=None, location=None, failure=None, warc="a.warc.gz", offset=10),
    record_id="<urn:uuid:1>", kind="response", via="https://b.example/1", truncated=None, creation_date=None, run_id="r", role="source", length=99,
    payload_digest="sha1:X", payload_sha256="sha256:ab", refers_to_target_uri=None, refers_to_date=None, document_id=None, title=None, language=None,
    text=None, extractor=None, doubts=None, posts=(), source_id=None, post_id=None, before=None, after=None,
)  # fmt: skip
WHOLE = Attested(
    faults=(),
    agreed=("block, sha1",),
    payload_sha256="ab",
    ip_address="192.0.2.7",
    protocols=("http/1.1", "tls/1.3"),
    cipher_suite="TLS_AES",
)
AGREES = "Just now: the record is whole, and its bytes agree with its digests (block, sha1; payload, sha256)"


@pytest.mark.parametrize(
    ("attested", "expected"),
    [
        (WHOLE, AGREES),
        (replace(WHOLE, payload_sha256="cd"), "Just now: DAMAGED. The record has another payload than the one that was read. See: archiver verify"),
        (replace(WHOLE, faults=("does not match its block digest",)), "Just now: DAMAGED. The record does not match its block digest. See: archiver verify"),
        (replace(WHOLE, agreed=(), payload_sha256=None), "Just now: the record is whole, and says no digest to hold it against"),
        (None, None),  # not looked at: nothing is claimed
    ],
)  # fmt: skip
def test_verified(attested, expected) -> None:
    """A page says that a record is whole only after its bytes were held against what is known of them."""
    assert expected == dict(provenance(PAGE, attested, "Just now"))["Verified"]


def test_how_it_came() -> None:
    """Address, protocol and cipher stand apart."""
    told = dict(provenance(PAGE, WHOLE, "Just now"))

    assert ("192.0.2.7", "http/1.1", "tls/1.3 with TLS_AES") == (
        told["Answered from"],
        told["Protocol"],
        told["Secured by"],
    )
