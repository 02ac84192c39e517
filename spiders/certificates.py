"""TLS: what a host shows is kept, whether or not it can be trusted."""

import ssl
from dataclasses import dataclass
from typing import Any

_VERSIONS = {"TLSv1.3": "tls/1.3", "TLSv1.2": "tls/1.2", "TLSv1.1": "tls/1.1", "TLSv1": "tls/1.0"}
_LEGACY_SERVER_CONNECT = 0x4  # OpenSSL's SSL_OP_LEGACY_SERVER_CONNECT: old blogs live on old servers
_TRUSTED = "valid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """What TLS told of a host."""

    protocol: str  # "tls/1.3"
    cipher_suite: str | None
    certificates: str  # the chain as the host sent it, PEM; where Python cannot tell, its first certificate
    certificate: str  # "valid", or why it cannot be trusted


def contexts() -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """How to connect: to hosts that prove who they are, and to all others."""
    checking = _lenient(ssl.create_default_context())
    trusting = _lenient(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    return checking, trusting


def security_of(tls: ssl.SSLObject, problem: str | None) -> Security:
    """What an open connection tells; `problem` is why its certificate was not accepted before."""
    cipher = tls.cipher()
    return Security(
        protocol=_VERSIONS.get(tls.version() or "", "tls"),
        cipher_suite=cipher[0] if cipher else None,
        certificates="".join(ssl.DER_cert_to_PEM_cert(each) for each in _chain(tls)),
        certificate=problem or _TRUSTED,
    )


def why(error: ssl.SSLCertVerificationError) -> str:
    """Why a certificate cannot be trusted, in OpenSSL's words."""
    return str(error.verify_message or error.reason or "not trusted")


def _lenient(context: ssl.SSLContext) -> ssl.SSLContext:
    context.set_alpn_protocols(["http/1.1"])
    context.options |= _LEGACY_SERVER_CONNECT
    context.set_ciphers("DEFAULT:@SECLEVEL=1")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    return context


def _chain(tls: ssl.SSLObject) -> list[bytes]:
    """The certificates as sent, DER. Public since Python 3.13; before, the same call is there on the inner object."""
    inner: Any = getattr(tls, "_sslobj", None)
    ask = getattr(tls, "get_unverified_chain", None) or getattr(inner, "get_unverified_chain", None)
    chain = ask() if ask is not None else None
    if not chain:
        leaf = tls.getpeercert(binary_form=True)
        return [leaf] if leaf else []
    return [
        each if isinstance(each, bytes) else ssl.PEM_cert_to_DER_cert(each.public_bytes()) for each in chain
    ]
