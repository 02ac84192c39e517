"""What the user wrote of proofs: `[proof]` of `collection.toml`. Nothing is signed or stamped unless it stands there."""

from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, field_validator


class ProofSettings(BaseModel):
    """Who stamps packages, and with which key they are signed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    authority: str = ""  # of time stamps (RFC 3161); it is told the digest of a package, and nothing else
    roots: str = (
        ""  # a file of certificates, PEM, that vouch for the authority; relative to the archive's folder
    )
    key: str = ""  # a file with a private key of P-384, PEM; relative to the archive's folder

    @field_validator("authority")
    @classmethod
    def _authority(cls, text: str) -> str:
        parts = urlsplit(text)
        if text and (parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc):
            raise ValueError(f"{text!r} is no address; write it as https://stamps.example.org/")
        return text
