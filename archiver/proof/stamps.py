"""Time stamps (RFC 3161): an authority says that it saw some bytes at a moment. What is asked, and whether an answer holds.

The stamp of a package is over `datapackage-digest.json`, which holds the digest of what lists all else. It lies in the package
beside it, is not listed, since it is made last, and has a name without a dot: py-wacz refuses files with one that are not listed.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC

from archiver.models.errors import ArchiverError

try:
    import rfc3161_client as rfc3161
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID
except ImportError:
    IS_THERE = False
else:
    IS_THERE = True

STAMP = "proof/time-stamp"
LARGEST = 1 << 20  # bytes of a stamp
NEEDS = "Time stamps need: pip install 'archiver[proof]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a time stamp says, as far as it could be checked."""

    date: str | None = None  # ISO 8601, UTC
    authority: str | None = None
    holds: bool = False  # its signature is right, by the certificates at hand
    is_trusted: bool = False  # a root that was named vouches for the authority
    fault: str | None = None  # why it does not hold


def query(message: bytes) -> tuple[bytes, int]:
    """What is sent to an authority for some bytes, and the number by which its answer is known to be to that.

    Raises:
        ArchiverError: the extra is not installed.
    """
    if not IS_THERE:
        raise ArchiverError(NEEDS)
    builder = rfc3161.TimestampRequestBuilder().data(message)
    builder = builder.hash_algorithm(rfc3161.HashAlgorithm.SHA256).cert_request(cert_request=True)
    made = builder.nonce(nonce=True).build()
    assert made.nonce is not None
    return made.as_bytes(), made.nonce


def check(answer: bytes, message: bytes, roots: bytes = b"", *, nonce: int | None = None) -> Stamp:
    """Whether an answer is a stamp of these bytes. `roots` are certificates, PEM, of those whom the user trusts.

    Without them the certificates that come with the stamp are believed, which shows that it holds together, and no more.
    `nonce` is of the query, for an answer that just came.

    Raises:
        ArchiverError: the extra is not installed, or the roots are none.
    """
    if not IS_THERE:
        raise ArchiverError(NEEDS)
    try:
        trusted = x509.load_pem_x509_certificates(roots) if roots else []
    except ValueError as error:
        raise ArchiverError(f"The roots of trust hold no certificate: {error}") from error
    try:
        response = rfc3161.decode_timestamp_response(answer)
        brought = [x509.load_der_x509_certificate(each) for each in response.signed_data.certificates]
        info = response.tst_info
        digest = hashlib.new(_algorithm(info), message).digest()
        if info.message_imprint.message != digest:
            return Stamp(fault="the time stamp is of other bytes")
        leaf = next((each for each in brought if _stamps(each)), None)
        date = info.gen_time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, TypeError) as error:
        return Stamp(fault=f"the time stamp cannot be read: {error}")
    authority = leaf.subject.rfc4514_string() if leaf is not None else None
    builder = rfc3161.VerifierBuilder(
        roots=trusted or brought,
        intermediates=[each for each in brought if each != leaf],
        nonce=nonce,
        tsa_certificate=leaf,
    )
    try:
        builder.build().verify(response, digest)
    except (ValueError, TypeError, rfc3161.VerificationError) as error:
        if trusted:
            return Stamp(date=date, authority=authority, fault=f"the time stamp does not hold: {error}")
        return Stamp(date=date, authority=authority)
    return Stamp(date=date, authority=authority, holds=True, is_trusted=bool(trusted))


def _stamps(certificate: "x509.Certificate") -> bool:
    try:
        uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return ExtendedKeyUsageOID.TIME_STAMPING in uses


def _algorithm(info: "rfc3161.TimeStampTokenInfo") -> str:
    names = {
        "2.16.840.1.101.3.4.2.1": "sha256",
        "2.16.840.1.101.3.4.2.2": "sha384",
        "2.16.840.1.101.3.4.2.3": "sha512",
    }
    asked = info.message_imprint.hash_algorithm.dotted_string
    if asked not in names:
        raise ValueError(f"its digest is made in a way that is not known ({asked})")
    return names[asked]
