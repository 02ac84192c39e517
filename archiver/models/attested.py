"""What a WARC record says of its exchange, and whether its bytes still are what it says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested:
    """A record, read strictly to its end."""

    faults: tuple[str, ...]  # what is wrong with it; none: it is as it was written
    agreed: tuple[
        str, ...
    ]  # what its digests were found to be right of, with their algorithm: "payload, sha256"
    payload_sha256: str | None = None  # as it was taken now: hexadecimal; None where nothing is kept
    ip_address: str | None = None  # WARC-IP-Address
    protocols: tuple[str, ...] = ()  # WARC-Protocol: "http/1.1", "tls/1.3"
    cipher_suite: str | None = None
    block_digest: str | None = None  # as it says
    refers_to: str | None = None  # of a revisit: the id of the record with its payload
