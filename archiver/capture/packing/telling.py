"""Where captures are from, as their own records tell it: one JSON object each, for `provenance/`."""

from collections.abc import Iterator

from archiver.capture.packing.taking import Taken, are_one

Json = dict[str, object]
# What the metadata record of a capture says of how we came there.
_VISIT = ("role", "via", "hopsFromSeed", "seed", "fetchError", "original", "near")


class Telling:
    """Takes records in their order, each with its place in the package; gives a capture when all of it went by."""

    def __init__(self) -> None:
        self._group: list[tuple[Taken, str, int]] = []

    def add(self, record: Taken, filename: str, offset: int) -> Iterator[Json]:
        """One more record."""
        if self._group and not any(are_one(record, one) for one, _, _ in self._group):
            yield from self.finish()
        if record.type != "warcinfo":
            self._group.append((record, filename, offset))

    def finish(self) -> Iterator[Json]:
        """No more come."""
        group, self._group = self._group, []
        if any(one.lot is not None for one, _, _ in group):
            yield _told(group)


def _told(group: list[tuple[Taken, str, int]]) -> Json:
    capture = next(one for one, _, _ in group if one.lot is not None)
    assert capture.lot is not None
    snapshot = capture.lot.snapshot
    visit = {name: one.fields[name] for one, _, _ in group for name in _VISIT if name in one.fields}
    told: Json = {
        "url": snapshot.target_uri,
        "date": snapshot.date,
        "kind": snapshot.kind,
        "status": snapshot.status,
        "mediaType": snapshot.content_type,
        "redirectsTo": capture.lot.location,
        **visit,
        "givenBy": snapshot.archived_from,
        "givenDate": snapshot.creation_date,
        "ipAddress": capture.headers.get("warc-ip-address"),
        "protocols": list(capture.protocols),
        "cipherSuite": capture.headers.get("warc-cipher-suite"),
        "certificatesSha256": next((one.certificates for one, _, _ in group if one.certificates), None),
        "payloadDigest": snapshot.payload_digest,
        "payloadSha256": (snapshot.payload_sha256 or "").removeprefix("sha256:") or None,
        "blockDigest": capture.headers.get("warc-block-digest"),
        "truncated": snapshot.truncated,
        "samePayloadAs": None
        if snapshot.refers_to_date is None
        else {"url": snapshot.refers_to_target_uri, "date": snapshot.refers_to_date},
        "warcinfo": capture.headers.get("warc-warcinfo-id"),
        "archiveFile": snapshot.warc,
        "records": [
            {"type": one.type, "id": one.record_id, "file": filename, "offset": offset, "length": one.length}
            for one, filename, offset in group
        ],
    }
    return {name: cell for name, cell in told.items() if cell not in (None, [])}
