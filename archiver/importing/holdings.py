"""The captures of all files of an import, by their addresses."""

from collections.abc import Iterable, Iterator, Sequence

from archiver.capture.intake.staging import Stage, Staged
from archiver.capture.reader import Find, read_capture
from archiver.importing.walk import may_be_read
from archiver.models.capture import Capture
from archiver.web.url import canonical, other_scheme, site

ANSWERS = frozenset(["response", "revisit", "resource"])
_WEB = ("http://", "https://")
_WELL = 200


class Holdings:
    """What is held, oldest first. `find` says where the original of a revisit lies."""

    def __init__(self, stages: Sequence[Stage], find: Find, left_out: frozenset[str]) -> None:
        """`left_out` are the ids of answers to other requests than GET."""
        self._stages, self._find = stages, find
        self._by_url: dict[str, list[tuple[int, Staged]]] = {}
        for n, stage in enumerate(stages):
            for record in stage.records:
                is_page = record.type in ANSWERS and record.target_uri.lower().startswith(_WEB)
                if is_page and record.record_id not in left_out:
                    self._by_url.setdefault(canonical(record.target_uri), []).append((n, record))
        for records in self._by_url.values():
            records.sort(key=lambda each: each[1].date)
        self._sites: dict[str, list[str]] = {}
        for url, records in self._by_url.items():
            if any(record.status == _WELL and may_be_read(record.content_type) for _, record in records):
                self._sites.setdefault(site(url), []).append(url)

    def __contains__(self, url: str) -> bool:
        return url in self._by_url or other_scheme(url) in self._by_url

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_url)

    def best(self, url: str) -> Capture | None:
        """The youngest capture of an address that is well; the youngest, where none is. By http or https, as it is there."""
        records = self._by_url.get(url) or self._by_url.get(other_scheme(url) or "", [])
        well = [each for each in records if each[1].status == _WELL]
        for n, record in reversed(well or records):
            capture = read_capture(self._stages[n].path, record.offset, find=self._find)
            if capture.status is not None:
                return capture
        return None

    def of_site(self, name: str) -> Iterable[str]:
        """The addresses on a site of which there is a page or a feed, in the order in which they came."""
        return tuple(self._sites.get(name, ()))

    def sites(self) -> dict[str, int]:
        """All sites, each with how many pages or feeds are held of it, in the order in which they came."""
        return {name: len(urls) for name, urls in self._sites.items()}
