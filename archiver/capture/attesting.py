"""One record as a witness: read strictly to its end, its digests taken anew. For whoever looks at a capture now."""

from dataclasses import replace
from pathlib import Path

from archiver.capture.members import ISAL_ERROR, DamagedWarcError, read_member
from archiver.capture.reader import Find
from archiver.capture.verifying.heading import Heading
from archiver.capture.verifying.labels import agrees, algorithm_of
from archiver.capture.verifying.record import RecordCheck
from archiver.collection.warcs import inside
from archiver.models.attested import Attested

_PIECE = 1 << 20
_ELSEWHERE = "its payload lies in another record, which is not here or is damaged"


def attest(path: Path, offset: int, *, find: Find) -> Attested:
    """What the record at an offset says, and whether it is whole. `find` says where the original of a revisit lies.

    A record that cannot be read to its end is a fault, no error.
    """
    try:
        check, faults = _checked(path, offset)
    except (OSError, DamagedWarcError, ISAL_ERROR) as error:
        return Attested(faults=(str(error),), agreed=())
    heading = check.heading
    if heading is None:
        return Attested(faults=tuple(words for _, words in faults), agreed=())
    told = _told(heading, check, [words for _, words in faults])
    return told if heading.get("warc-type") != "revisit" else _with_original(told, heading, path, find)


def _checked(path: Path, offset: int) -> tuple[RecordCheck, list[tuple[str, str]]]:
    check = RecordCheck(ours=False)
    for member in read_member(path, offset):
        while piece := member.content.read(_PIECE):
            check.feed(memoryview(piece))
    return check, check.close()


def _told(heading: Heading, check: RecordCheck, faults: list[str]) -> Attested:
    labels = (
        ("block", heading.get("warc-block-digest"), [check.block_sums]),
        ("payload", heading.get("warc-payload-digest"), check.payload_sums),
    )
    is_revisit = heading.get("warc-type") == "revisit"
    return Attested(
        faults=tuple(faults),
        agreed=tuple(
            f"{name}, {algorithm_of(label)}"
            for name, label, sums in labels
            if label is not None
            and any(agrees(label, each) for each in sums)
            and not (is_revisit and name == "payload")
        ),
        payload_sha256=None if is_revisit else _sha256(check),
        ip_address=heading.get("warc-ip-address"),
        protocols=tuple(heading.every("warc-protocol")),
        cipher_suite=heading.get("warc-cipher-suite"),
        block_digest=heading.get("warc-block-digest"),
        refers_to=heading.get("warc-refers-to"),
    )


def _with_original(told: Attested, heading: Heading, path: Path, find: Find) -> Attested:
    """A revisit holds no payload: its digest is that of the record that does."""
    label = heading.get("warc-payload-digest")
    uri, date = heading.get("warc-refers-to-target-uri"), heading.get("warc-refers-to-date")
    place = find(uri.strip("<>"), date) if uri and date else None
    original = inside(path.parent, place.warc) if place is not None else None
    if label is None or place is None or original is None:
        return replace(told, faults=(*told.faults, _ELSEWHERE))
    try:
        check, faults = _checked(original, place.offset)
    except (OSError, DamagedWarcError, ISAL_ERROR):
        return replace(told, faults=(*told.faults, _ELSEWHERE))
    if faults or not any(agrees(label, each) for each in check.payload_sums):
        return replace(
            told, faults=(*told.faults, "the record that its payload lies in does not agree with it")
        )
    agreed = (*told.agreed, f"payload, {algorithm_of(label)}")
    return replace(told, agreed=agreed, payload_sha256=_sha256(check))


def _sha256(check: RecordCheck) -> str | None:
    """Of the entity: the first reading of a payload."""
    taken = check.payload_sums[0].get("sha256")
    return None if taken is None else taken.hex()
