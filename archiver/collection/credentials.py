"""What the user wrote of secrets: `credentials.toml`, beside the settings, since these are copied into every WARC."""

import base64
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from archiver.models.errors import SettingsError
from archiver.web.url import DEFAULT_PORTS, origin


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Login(_Table):
    user: str = ""
    password: str = ""

    @property
    def basic(self) -> str | None:
        """The login as HTTP's Basic scheme has it (RFC 7617)."""
        if not (self.user or self.password):
            return None
        return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")


class HostCredentials(_Login):
    """What one origin is told, and no other."""

    origin: str  # "https://members.example.org": scheme, host and port must be these
    authorization: str = ""  # instead of user and password
    cookie: str = ""

    @field_validator("origin")
    @classmethod
    def _origin(cls, text: str) -> str:
        parts = urlsplit(text)
        if (
            parts.scheme not in DEFAULT_PORTS
            or not parts.hostname
            or parts.path not in {"", "/"}
            or "@" in text
        ):
            raise ValueError(f"{text!r} is no origin; write it as https://members.example.org")
        return text

    @field_validator("authorization", "cookie")
    @classmethod
    def _one_line(cls, text: str) -> str:
        if not text.isprintable() or not text.isascii():
            raise ValueError("must be one line of ASCII")
        return text

    @property
    def key(self) -> tuple[str, str, int]:
        """Scheme, host and port."""
        return origin(self.origin)

    def headers(self) -> Mapping[str, str]:
        """The request headers that these credentials make."""
        named = {"Authorization": self.authorization or self.basic, "Cookie": self.cookie}
        return {name: value for name, value in named.items() if value}


class Ping(_Table):
    """Where healthchecks.io, or a healthchecks of one's own, is told of crawls. Whoever knows the address can tell it, too."""

    url: str = ""  # "https://hc-ping.com/…"

    @field_validator("url")
    @classmethod
    def _web_address(cls, text: str) -> str:
        parts = urlsplit(text)
        is_bare = not (parts.query or parts.fragment) and "@" not in parts.netloc
        if text and (parts.scheme not in DEFAULT_PORTS or not parts.hostname or not is_bare):
            raise ValueError("must be as https://hc-ping.com/… shows it, without ? and #")
        return text.rstrip("/")


class SubmitKeys(_Table):
    """The keys of an account at the Internet Archive, for Save Page Now."""

    access_key: str = ""
    secret_key: str = ""


class Credentials(_Table):
    """The whole of `credentials.toml`."""

    host: Annotated[list[HostCredentials], Field()] = []
    proxy: _Login = _Login()
    ping: Ping = Ping()
    submit: SubmitKeys = SubmitKeys()

    def secrets(self) -> frozenset[str]:
        """Every value that nobody else may see."""
        logins = [self.proxy, *self.host]
        values = [each.password for each in logins] + [each.basic for each in logins]
        values += [text for each in self.host for text in (each.authorization, each.cookie)]
        values += [self.submit.access_key, self.submit.secret_key]
        return frozenset(filter(None, [*values, self.ping.url]))

    def headers_for(self, scheme: str, host: str, port: int) -> dict[str, str]:
        """The headers for exactly this origin."""
        found: dict[str, str] = {}
        for entry in self.host:
            if entry.key == (scheme, host, port):
                found |= entry.headers()
        return found


def read_credentials(path: Path) -> Credentials:
    """Read and check a `credentials.toml`; a missing one holds none. No error shows what stands in it.

    Raises:
        SettingsError: it cannot be read, or a key is unknown or wrong.
    """
    if not path.exists():
        return Credentials()
    try:
        return Credentials.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {type(error).__name__}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not TOML. Mend it and run the command again.") from error
    except ValidationError as error:
        places = "; ".join(
            ".".join(map(str, fault["loc"])) for fault in error.errors(include_url=False, include_input=False)
        )
        raise SettingsError(
            f"{path}: wrong or unknown: {places}. Mend it and run the command again."
        ) from None
