"""The user's keys of an account at the Internet Archive. They reach its service, and nothing else."""

import configparser
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archiver.collection.credentials import read_credentials
from archiver.collection.folder import Collection
from archiver.models.errors import SettingsError

_PAIRS = (
    ("IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY"),  # as the `internetarchive` package has them
    ("IA_ACCESS_KEY", "IA_SECRET_KEY"),
)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LONGEST = 64 * 1024  # bytes of a file
_WHERE = "https://archive.org/account/s3.php"


@dataclass(frozen=True, slots=True)
class Keys:
    """Both keys. Neither is shown when this is printed."""

    access: str = field(repr=False)
    secret: str = field(repr=False)

    @property
    def authorization(self) -> str:
        """The header that carries them."""
        return f"LOW {self.access}:{self.secret}"


def read_keys(collection: Collection, environment: Mapping[str, str]) -> Keys:
    """The keys: of the environment, of the file that the settings name, or of `credentials.toml`. No error shows them.

    Raises:
        SettingsError: there are none, or not both, or others may read the file.
    """
    for pair in _PAIRS:
        access, secret = (environment.get(name, "").strip() for name in pair)
        if access or secret:
            return _checked(access, secret, f"the environment ({' and '.join(pair)})")
    named = collection.settings.submit.key_file
    if named:
        path = collection.folder.absolute() / Path(named).expanduser()
        return _checked(*_of_ini(path), str(path))
    said = read_credentials(collection.credentials).submit
    if not (said.access_key or said.secret_key):
        raise SettingsError(
            f"Save Page Now wants the keys of an account at the Internet Archive, and there are none. Get them at {_WHERE}, "
            f"and write them into {collection.credentials} under [submit] as access_key and secret_key, "
            f"or set {' and '.join(_PAIRS[0])}."
        )
    _refuse_open(collection.credentials)
    return _checked(said.access_key, said.secret_key, str(collection.credentials))


def _of_ini(path: Path) -> tuple[str, str]:
    """The keys in an `ia.ini`."""
    parser = configparser.RawConfigParser(strict=False)
    try:
        _refuse_open(path)
        with path.open(encoding="utf-8") as file:
            parser.read_string(file.read(_LONGEST))
        return parser.get("s3", "access", fallback="").strip(), parser.get(
            "s3", "secret", fallback=""
        ).strip()
    except OSError as error:
        raise SettingsError(f"{path}: the keys cannot be read: {error.strerror or 'error'}.") from error
    except (configparser.Error, UnicodeDecodeError):
        raise SettingsError(
            f"{path}: not an ia.ini: it should have access and secret under [s3]. Make it with: ia configure"
        ) from None


def _refuse_open(path: Path) -> None:
    """Say no to keys that others may read: whoever has them acts in the user's name.

    Raises:
        SettingsError: they may.
        OSError: the file is not there.
    """
    mode = path.stat().st_mode
    if mode & _OTHERS:
        raise SettingsError(
            f"{path}: others may read the keys in it (mode {stat.S_IMODE(mode):04o}). Run: chmod 600 {path}"
        )


def _checked(access: str, secret: str, where: str) -> Keys:
    if not (access and secret):
        raise SettingsError(f"{where}: one of the two keys is missing. Both are shown at {_WHERE}.")
    if not all(key.isascii() and key.isprintable() and not {" ", ":"} & set(key) for key in (access, secret)):
        raise SettingsError(f"{where}: the keys are not as {_WHERE} shows them. Copy them again.")
    return Keys(access, secret)
