"""What the user wrote of Save Page Now: `[submit]` of `collection.toml`."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator

from archiver.web.url import resolve


class SubmitSettings(BaseModel):
    """Whether and how posts and sources are handed over to Save Page Now. Off: it makes public which ones there are."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    enabled: bool = False
    service: str = "https://web.archive.org/save"
    memento: str = "https://web.archive.org/web/{timestamp}/{url}"  # where it shows a capture
    key_file: str = ""  # ia.ini, as `ia configure` writes it; empty: the keys stand in credentials.toml
    posts: bool = True
    sources: bool = True
    every: Annotated[int, Field(ge=1)] = 180  # days until what was captured is handed over again
    fresh: Annotated[int, Field(ge=0)] = 30  # days: a capture of others that is no older is good enough
    addresses: Annotated[int, Field(ge=1)] = 200  # in one run
    per_day: Annotated[int, Field(ge=1)] = 2000
    per_minute: Annotated[float, Field(gt=0, le=60)] = 6.0
    sessions: Annotated[int, Field(ge=1, le=20)] = 3  # captures at once
    delay: Annotated[float, Field(ge=0)] = 1.0  # seconds between two requests of any kind
    timeout: Annotated[float, Field(gt=0)] = 60.0  # seconds for a whole answer
    longest_wait: Annotated[float, Field(ge=0)] = 600.0  # seconds that it may ask for; beyond, the run ends

    @field_validator("service")
    @classmethod
    def _service(cls, text: str) -> str:
        parts = urlsplit(text)
        is_bare = not (parts.query or parts.fragment or "@" in parts.netloc)
        if resolve("", text) is None or not is_bare:
            raise ValueError(f"{text!r} is no address of a service; write it as https://web.archive.org/save")
        if parts.scheme != "https" and parts.hostname not in {"localhost", "127.0.0.1", "::1"}:
            raise ValueError(f"{text!r}: keys are sent over https only")
        return text.rstrip("/")

    @field_validator("memento")
    @classmethod
    def _memento(cls, text: str) -> str:
        if resolve("", text) is None or text.count("{url}") != 1 or text.count("{timestamp}") != 1:
            raise ValueError(f"{text!r} is no address with {{timestamp}} and {{url}} in it")
        return text
