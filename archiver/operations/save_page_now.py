"""Save Page Now of the Internet Archive: its addresses and forms. What its answers mean is for others to say."""

from datetime import timedelta
from typing import Protocol
from urllib.parse import quote

from archiver.models.submission import Reply
from archiver.operations.json_service import JsonService


class Service(Protocol):
    """Whoever takes addresses to capture."""

    def user(self) -> Reply:
        """Ask what the account may do."""

    def save(self, url: str, within: timedelta) -> Reply:
        """Ask for a capture, unless there is one that was made within a time."""

    def status(self, job: str) -> Reply:
        """Ask what became of a job."""


class SavePageNow:
    """The service at an address, such as https://web.archive.org/save."""

    def __init__(self, address: str, client: JsonService, *, salt: str) -> None:
        """`salt` differs from run to run."""
        self._address = address
        self._client = client
        self._salt = salt
        self._asked = 0

    def user(self) -> Reply:
        """Ask what the account may do; by another address each time, since caches give old answers."""
        self._asked += 1
        return self._client.get(f"{self._address}/status/user?_t={self._salt}{self._asked}")

    def save(self, url: str, within: timedelta) -> Reply:
        """Ask for a capture of a page that is there: by itself the service keeps no error pages."""
        form = {"url": url, "skip_first_archive": "1"}
        if within:
            form["if_not_archived_within"] = str(int(within.total_seconds()))
        return self._client.post(self._address, form)

    def status(self, job: str) -> Reply:
        """Ask what became of a job."""
        return self._client.get(f"{self._address}/status/{quote(job, safe='')}")
