"""Signature and time stamp of a package that is being written, as the settings ask for them."""

from collections.abc import Mapping
from pathlib import Path

from archiver.collection.folder import Collection
from archiver.models.errors import ArchiverError
from archiver.models.package import Contents
from archiver.operations.time_stamps import ask_authority
from archiver.proof.signatures import sign
from archiver.proof.stamps import STAMP, check, query


class Proving:
    """What a package is given at its end."""

    def __init__(self, collection: Collection, about: Contents, *, stamp: bool = True) -> None:
        self._settings = collection.settings.proof
        self._folder, self._about, self._stamp = collection.folder, about, stamp

    def signed(self, digest: str) -> dict[str, object]:
        """What stands beside the digest of `datapackage.json`: the signature, or nothing.

        Raises:
            ArchiverError: it cannot be signed.
        """
        if not self._settings.key:
            return {}
        about = self._about
        key = self._read(self._settings.key, "key")
        return {"signedData": sign(digest, created=about.created, software=about.software, key=key)}

    def stamped(self, message: bytes) -> Mapping[str, bytes]:
        """The member that stamps some bytes, or none.

        Raises:
            ArchiverError: the authority gives no stamp, or one that does not hold.
        """
        authority = self._settings.authority
        if not authority or not self._stamp:
            return {}
        roots = self._read(self._settings.roots, "roots") if self._settings.roots else b""
        asked, nonce = query(message)
        answer = ask_authority(authority, asked)
        stamp = check(answer, message, roots, nonce=nonce)
        if stamp.fault is not None or (roots and not stamp.is_trusted):
            raise ArchiverError(f"{authority}: {stamp.fault}. To do without: --no-stamp")
        return {STAMP: answer}

    def _read(self, name: str, setting: str) -> bytes:
        path = self._folder / Path(name).expanduser()
        try:
            return path.read_bytes()
        except OSError as error:
            raise ArchiverError(
                f"{path}: cannot be read: {error.strerror}. See [proof] {setting}."
            ) from error
