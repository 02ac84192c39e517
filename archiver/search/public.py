"""Where anybody can look at a capture: at an address of ours, where the settings name one, else at a web archive's that is known."""

from urllib.parse import urlsplit

from sqlite_utils import Database

from archiver.collection.archives import ARCHIVES
from archiver.collection.publish_settings import PublishSettings
from archiver.models.item import PublicCopy
from archiver.store.rows import Row, one, value
from archiver.web.mementos import public_address

_NAMES = {urlsplit(archive.raw).netloc: archive.name for archive in ARCHIVES}


def public_copy(db: Database, snapshot: Row, publish: PublishSettings) -> PublicCopy | None:
    """The public place of a capture; None where it is only on file. Never one that nobody told us of.

    A memento that we hold no capture of is another capture of the same address: it has its own date.
    """
    ours = publish.snapshot(snapshot["id"])
    if ours is not None:
        return PublicCopy(url=ours, date=snapshot["date"], archive=publish.name or None)
    if snapshot["archived_from"]:
        archive = value(db, _WHOSE, snapshot["archived_from"])
        return _public(snapshot["archived_from"], snapshot["date"], archive)
    row = one(db, _SUBMITTED, snapshot["url"], snapshot["date"]) or one(
        db, _SAME, snapshot["url"], snapshot["date"]
    )
    return None if row is None else _public(row["memento_url"], row["date"], row["archive"])


def _public(url: str, date: str, archive: str | None) -> PublicCopy:
    return PublicCopy(url=public_address(url), date=date, archive=archive or _NAMES.get(urlsplit(url).netloc))


_WHOSE = "SELECT archive FROM mementos WHERE memento_url = ? ORDER BY id LIMIT 1"
_SUBMITTED = """
SELECT memento_url, memento_date AS date, NULL AS archive FROM submissions
WHERE url = ? AND stage = 'done' AND memento_url IS NOT NULL AND memento_date IS NOT NULL
ORDER BY abs(julianday(memento_date) - julianday(?)), id LIMIT 1
"""
# Of those that were not taken, only what the archive says to have the same bytes is known to be no error page.
_SAME = """
SELECT memento_url, date, archive FROM mementos WHERE url = ? AND (taken = 'good' OR same_payload = 1)
ORDER BY abs(julianday(date) - julianday(?)), id LIMIT 1
"""
