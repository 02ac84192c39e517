"""Signatures of WACZ packages (WACZ Auth 0.1.0): whoever holds a key says that a package is theirs. Off unless a key is named.

An anonymous signature is ECDSA by P-384 and SHA-256 over the text of the digest of `datapackage.json`, as ArchiveWeb.page makes
it and wabac checks it: two numbers of 48 bytes, not DER.
"""

import base64
import binascii
from dataclasses import dataclass
from typing import Any

from archiver.models.errors import ArchiverError

try:
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
except ImportError:
    IS_THERE = False
else:
    IS_THERE = True

NEEDS = "Signatures need: pip install 'archiver[proof]'"
_NUMBER = 48  # bytes of a number of P-384
_FINGERPRINT = 16  # characters of a digest that people compare


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a signature says, as far as it could be checked."""

    by: str = ""
    fault: str | None = None
    note: str | None = None


def sign(digest: str, *, created: str, software: str, key: bytes) -> dict[str, str]:
    """What stands under `signedData` in `datapackage-digest.json`. `key` is PEM.

    Raises:
        ArchiverError: the extra is not installed, or the key is none of P-384.
    """
    if not IS_THERE:
        raise ArchiverError(NEEDS)
    try:
        private = serialization.load_pem_private_key(key, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ArchiverError(f"The key for signatures cannot be read: {error}") from error
    if not isinstance(private, ec.EllipticCurvePrivateKey) or not isinstance(private.curve, ec.SECP384R1):
        raise ArchiverError(
            "The key for signatures has to be one of P-384. Make it with: "
            "openssl ecparam -name secp384r1 -genkey -noout -out key.pem"
        )
    # The same package gets the same signature (RFC 6979).
    made = private.sign(digest.encode(), ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
    r, s = decode_dss_signature(made)
    public = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return {
        "version": "0.1.0",
        "hash": digest,
        "created": created,
        "software": software,
        "signature": base64.b64encode(r.to_bytes(_NUMBER) + s.to_bytes(_NUMBER)).decode(),
        "publicKey": base64.b64encode(public).decode(),
    }


def check(signed: dict[str, Any], digest: str, created: str) -> Signature:
    """Whether a signature is one of this digest."""
    if signed.get("hash") != digest:
        return Signature(fault="the signature is of another datapackage.json")
    if signed.get("created") != created:
        return Signature(fault="the signature and datapackage.json name different times")
    if not IS_THERE:
        return Signature(note=f"The signature was not checked. {NEEDS}")
    try:
        raw = base64.b64decode(str(signed.get("signature", "")), validate=True)
        public, by, note = _who(signed)
        if len(raw) == 2 * _NUMBER and "publicKey" in signed:
            numbers = int.from_bytes(raw[:_NUMBER]), int.from_bytes(raw[_NUMBER:])
            raw = encode_dss_signature(*numbers)
        public.verify(raw, digest.encode(), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return Signature(fault="the signature does not hold")
    except (ValueError, TypeError, UnsupportedAlgorithm, binascii.Error) as error:
        return Signature(fault=f"the signature cannot be read: {error}")
    return Signature(by=by, note=note)


def _who(signed: dict[str, Any]) -> tuple["ec.EllipticCurvePublicKey", str, str | None]:
    """The key that signed, and whose it is said to be."""
    if "publicKey" in signed:
        der = base64.b64decode(str(signed["publicKey"]), validate=True)
        public: Any = serialization.load_der_public_key(der)
        digest = hashes.Hash(hashes.SHA256())
        digest.update(der)
        by = f"the holder of the key with SHA-256 {digest.finalize().hex()[:_FINGERPRINT]}…"
        note = None
    else:
        certificate = x509.load_pem_x509_certificate(str(signed.get("domainCert", "")).encode())
        public = certificate.public_key()
        by = f"the holder of the certificate of {signed.get('domain')}"
        note = "Whether that certificate, and the time of the signature, can be trusted was not checked."
    if not isinstance(public, ec.EllipticCurvePublicKey):
        raise ValueError("it is made with a kind of key that is not known")  # noqa: TRY004  # what a stranger wrote is no type
    return public, by, note
