"""Addresses of our pages in Datasette."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from archiver.models.blog import Month


@dataclass(frozen=True, slots=True)
class Routes:
    """Pages of one database. `base` is Datasette's `base_url`, with its slash."""

    base: str
    database: str

    def _at(self, rest: str) -> str:
        return f"{self.base}{quote(self.database)}/{rest}"

    def home(self) -> str:
        """The first page."""
        return self._at("-/home")

    def search(self, **wanted: str) -> str:
        """Search results."""
        return self._at("-/search") + (f"?{urlencode(wanted)}" if wanted else "")

    def month(self, month: Month) -> str:
        """The posts of a month."""
        return self._at(f"-/month/{month}")

    def post(self, post_id: int) -> str:
        """A post."""
        return self._at(f"-/post/{post_id}")

    def source(self, source_id: int) -> str:
        """A source."""
        return self._at(f"-/source/{source_id}")

    def snapshot(self, snapshot_id: int) -> str:
        """A capture."""
        return self._at(f"-/snapshot/{snapshot_id}")

    @property
    def parts(self) -> str:
        """Where all parts of all captures lie."""
        return self._at("-/snapshot/")

    @property
    def timegate(self) -> str:
        """Before the address of which a capture is wanted."""
        return self._at("-/timegate/")

    @property
    def timemap(self) -> str:
        """Before the address of which all captures are wanted."""
        return self._at("-/timemap/link/")

    def part(self, snapshot_id: int, part: str) -> str | None:
        """A part of a capture."""
        return self._at(f"-/snapshot/{snapshot_id}/{part}")

    def diff(self, old: int, new: int) -> str | None:
        """What changed between two readings; without numbers the target of a form."""
        return self._at("-/diff") + (f"?old={old}&new={new}" if old and new else "")

    def bibliography(self, reference: str, name: str) -> str | None:
        """A post with all that it cites, in a citation format."""
        return self._at(f"-/cite/{reference}/{name}?sources=1")

    def asset(self, name: str) -> str:
        """A style or a script of ours."""
        return f"{self.base}-/archiver/{name}"
