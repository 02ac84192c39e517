"""What the user wrote: `collection.toml`, read with tomllib and checked by pydantic."""

import ipaddress
import tomllib
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from archiver.collection.archives import ARCHIVES
from archiver.collection.proof_settings import ProofSettings
from archiver.collection.publish_settings import PublishSettings
from archiver.collection.search_settings import SearchSettings
from archiver.collection.submit_settings import SubmitSettings
from archiver.models.blog import Month
from archiver.models.drift import Thresholds
from archiver.models.errors import SettingsError
from archiver.models.lead import Scope
from archiver.models.memento import Archive, ListKind
from archiver.web.url import resolve


class _Table(BaseModel):
    """A TOML table: unknown keys are errors, since a misspelt setting is a setting that was not obeyed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BlogSettings(_Table):
    """Which blog, and which part of it."""

    seeds: Annotated[list[str], Field(min_length=1)]
    title: str | None = None
    since: str | None = None
    until: str | None = None
    months: list[str] = []
    sources: bool = True  # fetch what the posts cite

    @field_validator("seeds")
    @classmethod
    def _web_addresses(cls, seeds: list[str]) -> list[str]:
        for seed in seeds:
            if resolve("", seed) is None:
                raise ValueError(f"{seed!r} is no web address; write it as https://blog.example.org/")
            if names_user(seed):
                raise ValueError("an address holds no user or password: these go into credentials.toml")
        return seeds

    @field_validator("since", "until")
    @classmethod
    def _month(cls, text: str | None) -> str | None:
        return str(Month.parse(text)) if text else None

    @field_validator("months")
    @classmethod
    def _months(cls, texts: list[str]) -> list[str]:
        return [str(Month.parse(text)) for text in texts]


class Politeness(_Table):
    """How hosts are treated."""

    contact: str = ""  # an address or page of yours, told to every host in the User-Agent
    delay: Annotated[float, Field(ge=0)] = 1.0  # seconds between two requests to one host
    concurrency: Annotated[int, Field(ge=1, le=256)] = 16  # requests in flight, all hosts together
    per_host: Annotated[int, Field(ge=1, le=16)] = 1  # requests in flight to one host
    timeout: Annotated[float, Field(gt=0)] = 60.0  # seconds of silence: before an answer, and within it
    longest_answer: Annotated[float, Field(gt=0)] = 900.0  # seconds for a whole answer
    slowest: Annotated[int, Field(ge=0)] = 500  # bytes a second, on average, after the first half minute
    retries: Annotated[int, Field(ge=0, le=20)] = 2  # after the first try, of what may pass
    longest_wait: Annotated[float, Field(ge=0)] = 120.0  # seconds that Retry-After or Crawl-delay may ask for
    probes: bool = True  # ask for a made-up address beside a source that may be an error page


class Network(_Table):
    """Which addresses may be connected to."""

    allow_private_addresses: bool = False
    allow_networks: list[str] = []  # such as "10.1.0.0/16": private networks that may be asked
    verify_certificates: bool = False  # refuse hosts whose certificate is expired, self-signed or another's
    proxy: str = ""  # such as "http://proxy.example.org:3128"; user and password go into credentials.toml

    @field_validator("allow_networks")
    @classmethod
    def _networks(cls, texts: list[str]) -> list[str]:
        for text in texts:
            ipaddress.ip_network(text)
        return texts

    @field_validator("proxy")
    @classmethod
    def _proxy(cls, text: str) -> str:
        if not text:
            return text
        parts = urlsplit(text)
        is_bare = parts.path in {"", "/"} and not (parts.query or parts.fragment)
        if parts.scheme != "http" or not parts.hostname or parts.port is None or not is_bare:
            raise ValueError(f"{text!r} is no proxy; write it as http://proxy.example.org:3128")
        if names_user(text):
            raise ValueError("user and password of a proxy go into credentials.toml")
        return text


class Storage(_Table):
    """How much is kept, and in files of what size."""

    max_body_mb: Annotated[float, Field(gt=0)] = 64.0  # larger bodies are cut, and said to be
    warc_mb: Annotated[float, Field(gt=0)] = 1024.0  # a new WARC file beyond this
    digests: Annotated[list[Literal["sha1", "sha256"]], Field(min_length=1)] = ["sha1", "sha256"]
    sync: Literal["second", "record"] = "second"  # when what was written must be on the disk
    requisites: bool = True  # images, styles, scripts and fonts
    requisites_per_page: Annotated[int, Field(ge=0)] = 200

    @field_validator("digests")
    @classmethod
    def _once(cls, names: list[str]) -> list[str]:
        if len(set(names)) < len(names):
            raise ValueError("each digest once")
        return names


class Schedule(_Table):
    """What a run looks at again of what was captured before."""

    sources: Annotated[int, Field(ge=0)] = 0  # known sources; 0: as many as it takes to see each in 90 days
    max_mb: Annotated[float, Field(ge=0)] = 0.0  # that a run may add to the WARCs; 0: no limit


class Reading(_Table):
    """What may be spent on reading what was fetched."""

    processes: Annotated[int, Field(ge=0, le=256)] = 0  # that read at once; 0: one for each processor
    seconds: Annotated[float, Field(gt=0)] = 20.0  # of a processor, for one document
    memory_mb: Annotated[int, Field(ge=256)] = 1024  # for one document; each process may take as much


class ArchiveSettings(_Table):
    """A web archive that the user adds to those that are known."""

    name: Annotated[str, Field(min_length=1, max_length=80)]  # as it stands in a sentence
    kind: ListKind
    list: str  # where it lists its captures of {url}
    raw: str  # where it gives the bytes of the one of {timestamp}

    @field_validator("list", "raw")
    @classmethod
    def _template(cls, text: str) -> str:
        if resolve("", text) is None or names_user(text) or text.count("{url}") != 1:
            raise ValueError(f"{text!r} is no address with {{url}} in it")
        return text

    @field_validator("raw")
    @classmethod
    def _moment(cls, text: str) -> str:
        if text.count("{timestamp}") != 1:
            raise ValueError(f"{text!r} has no {{timestamp}} in it")
        return text

    def archive(self) -> Archive:
        """As a value."""
        return Archive(name=self.name, kind=self.kind, list=self.list, raw=self.raw)


class RescueSettings(_Table):
    """Whether and how web archives are asked for sources that the web has lost."""

    enabled: bool = True
    requests: Annotated[int, Field(ge=0)] = 500  # to all archives together, in one crawl
    delay: Annotated[float, Field(ge=0)] = 4.0  # seconds between two requests to one archive
    tries: Annotated[int, Field(ge=1, le=50)] = 5  # captures of one source that are fetched and found wanting
    leave_out: list[str] = []  # names of archives that are not asked
    archives: list[ArchiveSettings] = []  # asked beside those that are known

    @model_validator(mode="after")
    def _names(self) -> Self:
        names = [*(archive.name for archive in ARCHIVES), *(archive.name for archive in self.archives)]
        if len(set(names)) < len(names):
            raise ValueError("each archive needs a name of its own")
        for name in self.leave_out:
            if name not in names:
                raise ValueError(f"leave_out: {name!r} is none of {', '.join(names)}")
        return self

    def asked(self) -> tuple[Archive, ...]:
        """The archives that are to be asked, in the order in which they are preferred."""
        every = (*ARCHIVES, *(each.archive() for each in self.archives))
        return tuple(each for each in every if self.enabled and each.name not in self.leave_out)


class Log(_Table):
    """A log file of JSON lines, for those who leave crawls alone."""

    file: str = ""  # relative to the archive's folder; empty: none
    level: Literal["debug", "info", "warning", "error"] = "info"
    max_mb: Annotated[float, Field(ge=0)] = 10.0  # moved on beyond this; 0: never, since logrotate does it
    keep: Annotated[int, Field(ge=1, le=999)] = 5  # older files beside it


class Metrics(_Table):
    """Figures for Prometheus, by way of node_exporter's textfile collector."""

    textfile: str = ""  # such as "/var/lib/node_exporter/archiver.prom"; empty: none

    @field_validator("textfile")
    @classmethod
    def _suffix(cls, text: str) -> str:
        if text and not text.endswith(".prom"):
            raise ValueError("must end in .prom: node_exporter reads no other files")
        return text


def names_user(url: str) -> bool:
    """Whether an address holds a user or a password."""
    return "@" in urlsplit(url).netloc


class Settings(_Table):
    """The whole of `collection.toml`."""

    blog: BlogSettings
    drift: Thresholds = Thresholds()
    politeness: Politeness = Politeness()
    network: Network = Network()
    storage: Storage = Storage()
    schedule: Schedule = Schedule()
    reading: Reading = Reading()
    rescue: RescueSettings = RescueSettings()
    submit: SubmitSettings = SubmitSettings()
    search: SearchSettings = SearchSettings()
    publish: PublishSettings = PublishSettings()
    proof: ProofSettings = ProofSettings()
    log: Log = Log()
    metrics: Metrics = Metrics()

    @model_validator(mode="before")
    @classmethod
    def _no_secrets(cls, tables: object) -> object:
        if isinstance(tables, dict) and "ping" in tables:
            raise ValueError("[ping] goes into credentials.toml: this file is copied into every WARC")
        return tables

    @field_validator("drift")
    @classmethod
    def _steps(cls, limits: Thresholds) -> Thresholds:
        if fault := limits.fault:
            raise ValueError(fault)
        return limits

    def scope(self) -> Scope:
        """The bounds as a value."""
        blog = self.blog
        return Scope(
            months=frozenset(Month.parse(text) for text in blog.months),
            since=Month.parse(blog.since) if blog.since else None,
            until=Month.parse(blog.until) if blog.until else None,
        )


def read_settings(path: Path) -> Settings:
    """Read and check a `collection.toml`.

    Raises:
        SettingsError: it is no TOML, or a setting is unknown or wrong; all faults are named at once.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return Settings.model_validate(tomllib.loads(text))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"{path}: not TOML: {error}. Mend that line and run the command again."
        ) from error
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'settings'}: {fault['msg'].removeprefix('Value error, ')}"
            for fault in error.errors(include_url=False)
        )
        raise SettingsError(f"{path}: {faults}. Mend it and run the command again.") from error
