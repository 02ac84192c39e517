"""Time stamps (RFC 3161): an authority says that it saw some bytes at a moment. What is asked, and whether an answer holds.

The stamp of a package is over `datapackage-digest.json`, which holds the digest of what lists all else. It lies in the package
beside it, is not listed, since it is made last, and has a name without a dot: py-wacz refuses files with one that are not listed.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC

from archiver.models.errors import ArchiverError
from archiver.proof.tokens import Token, read_token

try:
    import rfc3161_client as rfc3161
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.x509 import verification
    from cryptography.x509.oid import ExtendedKeyUsageOID
except ImportError:
    IS_THERE = False
else:
    IS_THERE = True
    _HASHES = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}

STAMP = "proof/time-stamp"
LARGEST = 1 << 20  # bytes of a stamp
NEEDS = "Time stamps need: pip install 'archiver[proof]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a time stamp says, as far as it could be checked."""

    date: str | None = None  # ISO 8601, UTC
    authority: str | None = None
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

    Without them it is seen that the stamp was signed by who it says, and no more: anybody can make a certificate with any name.
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
        token = read_token(answer)
        response = rfc3161.decode_timestamp_response(token.answer)
        brought = [x509.load_der_x509_certificate(each) for each in token.certificates]
        leaf = x509.load_der_x509_certificate(token.certificate)
        info = response.tst_info
        digest = hashlib.new(_algorithm(info), message).digest()
        authority, moment = leaf.subject.rfc4514_string(), info.gen_time.astimezone(UTC)
        fault = _fault(token, leaf, response)
        said = nonce is not None and info.nonce != nonce
        stamped = info.message_imprint.message
    except Exception as error:  # noqa: BLE001  # what a stranger wrote: the parsers of certificates raise many kinds
        return Stamp(fault=f"the time stamp cannot be read: {error}")
    if stamped != digest:
        return Stamp(fault="the time stamp is of other bytes")
    if fault is not None or said:
        return Stamp(fault=fault or "the time stamp answers another query")
    date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    if trusted:
        fault = _distrusted(response, digest, leaf, brought, trusted)
    return Stamp(date=date, authority=authority, is_trusted=bool(trusted) and fault is None, fault=fault)


def _fault(token: Token, leaf: "x509.Certificate", response: "rfc3161.TimeStampResponse") -> str | None:
    """Why a stamp is not signed by the certificate that it names."""
    (signer,) = response.signed_data.signer_infos
    if (signer.issuer, signer.serial_number) != (leaf.issuer, leaf.serial_number):
        return "the time stamp names another certificate than the one that signed it"
    uses = next((one for one in leaf.extensions if isinstance(one.value, x509.ExtendedKeyUsage)), None)
    if uses is None or not uses.critical or list(uses.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        return "the time stamp is signed by a certificate that is not for time stamps"
    key, by = leaf.public_key(), _HASHES[token.digest]
    try:
        if isinstance(key, rsa.RSAPublicKey):
            form = padding.PSS(padding.MGF1(by), padding.PSS.AUTO) if token.is_pss else padding.PKCS1v15()
            key.verify(token.signature, token.signed, form, by)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(token.signature, token.signed, ec.ECDSA(by))
        else:
            return "the time stamp is signed with a kind of key that is not known"
    except InvalidSignature:
        return "the signature of the time stamp does not hold"
    return None


def _distrusted(
    response: "rfc3161.TimeStampResponse",
    digest: bytes,
    leaf: "x509.Certificate",
    brought: "list[x509.Certificate]",
    trusted: "list[x509.Certificate]",
) -> str | None:
    """Why no root that was named vouches for who signed, at the time that is stamped.

    The chain is made by `cryptography` first: `rfc3161-client` trusts every certificate that it is given, and those in a stamp are
    given by whoever made it.
    """
    anything, either = verification.ExtensionPolicy.permit_all(), verification.Criticality.AGNOSTIC
    issuing = anything.require_present(x509.BasicConstraints, either, _issues)
    issuing = issuing.may_be_present(x509.KeyUsage, either, _signs)
    policy = verification.PolicyBuilder().store(verification.Store(trusted)).time(response.tst_info.gen_time)
    policy = policy.extension_policies(ca_policy=issuing, ee_policy=anything)
    try:
        chain = policy.build_client_verifier().verify(leaf, [each for each in brought if each != leaf]).chain
        rfc3161.VerifierBuilder(roots=chain[1:], tsa_certificate=leaf).build().verify(response, digest)
    except (ValueError, TypeError, verification.VerificationError, rfc3161.VerificationError) as error:
        return f"no root that was named vouches for the time stamp: {error}"
    return None


def _issues(_: object, __: "x509.Certificate", limits: "x509.BasicConstraints") -> None:
    if not limits.ca:
        raise ValueError("a certificate is signed by one that may not sign others")


def _signs(_: object, __: "x509.Certificate", uses: "x509.KeyUsage | None") -> None:
    if uses is not None and not uses.key_cert_sign:
        raise ValueError("a certificate is signed by one that may not sign others")


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
