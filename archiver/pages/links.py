"""How pages lead to each other: by routes of a server, or by files beside each other."""

from typing import Protocol

from archiver.models.blog import Month


class Links(Protocol):
    """Addresses of pages, as they are written into pages."""

    def home(self) -> str:
        """The first page."""

    def search(self, **wanted: str) -> str:
        """Search results, or the form alone."""

    def month(self, month: Month) -> str:
        """The posts of a month."""

    def post(self, post_id: int) -> str:
        """A post."""

    def source(self, source_id: int) -> str:
        """A source."""

    def snapshot(self, snapshot_id: int) -> str:
        """A capture."""

    def part(self, snapshot_id: int, part: str) -> str | None:
        """A part of a capture: page, raw, headers, record. None: it is not there to be had."""

    def diff(self, old: int, new: int) -> str | None:
        """What changed between two readings. None: it is not there to be had."""

    def asset(self, name: str) -> str:
        """A style or a script of ours."""

    def bibliography(self, reference: str, name: str) -> str | None:
        """A post with all that it cites, in a citation format, by the format's name. None: it is not there to be had."""
