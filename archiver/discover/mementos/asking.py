"""The addresses of web archives: where one lists its captures of an address, and where it gives the bytes of one."""

import ipaddress
import re
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from archiver.models.memento import Archive
from archiver.web.url import canonical, resolve

_LONGEST = 4000  # characters of an address; servers refuse longer ones
_UNFIT = re.compile(r"[\x00-\x20\x7f<>\"]")
_PRIVATE = (
    ".local",
    ".localhost",
    ".internal",
    ".lan",
    ".home",
    ".corp",
    ".test",
    ".invalid",
    ".onion",
    ".arpa",
)
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_AFTER_MOMENT = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/(?=https?:)", re.IGNORECASE)


def list_address(archive: Archive, url: str, near: datetime) -> str:
    """Where an archive lists its captures of an address, those near a moment first, where it can."""
    return _filled(archive.list, url, near)


def raw_address(archive: Archive, original: str, date: datetime) -> str | None:
    """Where an archive gives the bytes of a capture as they came; None where the address is unfit to be asked for."""
    if len(original) > _LONGEST or _UNFIT.search(original) or resolve("", original) is None:
        return None
    return _filled(archive.raw, original, date)


def original_in(archive: Archive, address: str) -> tuple[str, datetime] | None:
    """The original, and the moment, that an address of this archive names; None where it is none of its captures.

    >>> from archiver.models.memento import ListKind
    >>> one = Archive(name="one", kind=ListKind.LINK, list="", raw="https://arx.example/{timestamp}id_/{url}")
    >>> original_in(one, "https://arx.example/20140303120000/http://a.example/b")
    ('http://a.example/b', datetime.datetime(2014, 3, 3, 12, 0, tzinfo=datetime.timezone.utc))
    """
    match = _AFTER_MOMENT.search(address)
    if match is None or not is_of(archive, address):
        return None
    date = moment(match[1])
    return None if date is None else (address[match.end() :], date)


def is_of(archive: Archive, address: str) -> bool:
    """Whether an address is one of a host of this archive: no list may send us to others."""
    try:
        asked = urlsplit(address)
        hosts = {urlsplit(template).netloc.lower() for template in (archive.list, archive.raw)}
    except ValueError:
        return False
    fits = len(address) <= 2 * _LONGEST and not _UNFIT.search(address)
    return fits and asked.scheme in {"http", "https"} and asked.netloc.lower() in hosts


def is_sent_on(archive: Archive, original: str, target: str) -> bool:
    """Whether a redirect leads to another capture of the same page in the same archive: the nearest that it has."""
    named = original_in(archive, target)
    return named is not None and is_same(named[0], original)


def is_same(one: str, other: str) -> bool:
    """Whether an archive means one page by two spellings: scheme, `www.`, port, case, order of parameters and a last slash.

    What servers of indexes find beyond that (pywb's fuzzy matching) is another page.

    >>> is_same("http://www.A.example:80/B/?x=1&y=2", "https://a.example/b?y=2&x=1")
    True
    >>> is_same("http://a.example/b?x=1", "http://a.example/b?x=2")
    False
    """
    return _key(one) == _key(other)


def may_be_told(archive: Archive, url: str) -> bool:
    """Whether an address may be named to an archive: one of this machine or of a private network only to an archive there."""
    return not is_private(url) or is_private(archive.list)


def is_private(url: str) -> bool:
    """Whether an address is one of this machine or of a private network, as far as it says so itself.

    A host that ends in a number is an address in some spelling (WHATWG URL, 3.5): it is public in the usual one only.

    >>> [is_private(f"http://{host}/") for host in ("127.1", "0x7f.0.0.1", "[::1]", "nas", "192.0.2.7.example.org", "9.9.9.9")]
    [True, True, True, True, False, False]
    """
    try:
        host = (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        is_number = _NUMBER.fullmatch(host.rpartition(".")[2]) is not None
        return is_number or "." not in host or host.endswith(_PRIVATE)


def moment(timestamp: str) -> datetime | None:
    """A moment as archives write it: 14 digits, UTC; None where there was no such moment.

    >>> moment("20140230000000") is None
    True
    """
    if len(timestamp) != 14 or not (timestamp.isascii() and timestamp.isdigit()):  # noqa: PLR2004
        return None
    try:
        return datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def timestamp_of(date: datetime) -> str:
    """A moment as archives write it."""
    return f"{date.astimezone(UTC):%Y%m%d%H%M%S}".zfill(
        14
    )  # of years before 1000 the C library writes no zeros


def _filled(template: str, url: str, date: datetime) -> str:
    """A template filled in. In a query an address is encoded, in a path it stands as it is (RFC 7089, 5)."""
    before, _, _ = template.partition("{url}")
    written = quote(url, safe="") if "?" in before else url
    return template.replace("{timestamp}", timestamp_of(date)).replace("{url}", written)


def _key(url: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(canonical(url))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return (url, "", "")
    place = host.removeprefix("www.") + (f":{port}" if port not in {None, 80, 443} else "")
    query = "&".join(sorted(parts.query.lower().split("&")))
    return place, parts.path.lower().rstrip("/"), query
