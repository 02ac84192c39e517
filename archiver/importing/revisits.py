"""Revisits, and the captures that hold their payloads: in any of the files, before or after, or in the archive already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archiver.capture.intake.staging import Stage, Staged
from archiver.capture.profiles import is_not_modified
from archiver.models.frontier import Place
from archiver.web.url import canonical

_HOLDERS = frozenset(["response", "resource"])
_WELL = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The capture that a revisit stands for. Its stage is None where it is in the archive."""

    target_uri: str
    date: str
    record_id: str | None = None
    stage: int | None = None
    offset: int = 0


class Originals:
    """Finds them. `known` says whether the archive holds a capture of exactly this address and date."""

    def __init__(
        self,
        stages: Sequence[Stage],
        known: Callable[[str, str], Place | None],
        kept: Callable[[Staged], tuple[str, str] | None],
    ) -> None:
        """`kept` finds it in the archive by whatever else a revisit says."""
        self._known, self._kept = known, kept
        self._by_moment: dict[tuple[str, str], Original] = {}
        self._by_id: dict[str, Original] = {}
        self._by_digest: dict[str, list[Original]] = {}
        self._by_url: dict[str, list[Original]] = {}
        for n, stage in enumerate(stages):
            for record in stage.records:
                if record.type in _HOLDERS:
                    self._note(n, record)

    def find(self, revisit: Staged) -> Original | None:
        """By address and date, as WARC 1.1 tells it; by id, as WARC 1.0 does; by digest, of the same address first."""
        uri, date = revisit.refers_to_target_uri, revisit.refers_to_date
        if uri is not None and date is not None:
            told = self.at(uri, date)
            if told is not None:
                return told
        by_id = self._by_id.get(revisit.refers_to or "")
        if by_id is not None:
            return by_id
        if is_not_modified(revisit.profile):
            same = self._by_url.get(canonical(revisit.target_uri), [])
        else:
            same = self._by_digest.get(revisit.payload_digest or "", [])
        nearest = sorted(same, key=lambda each: (each.target_uri != revisit.target_uri, each.date))
        before = [each for each in nearest if each.date <= revisit.date]
        if before or nearest:
            return (before or nearest)[0]
        kept = self._kept(revisit)
        return None if kept is None else Original(target_uri=kept[0], date=kept[1])

    def at(self, target_uri: str, date: str) -> Original | None:
        """The capture of exactly this address and date."""
        found = self._by_moment.get((target_uri, date))
        if found is not None:
            return found
        is_known = self._known(target_uri, date) is not None
        return Original(target_uri=target_uri, date=date) if is_known else None

    def _note(self, stage: int, record: Staged) -> None:
        original = Original(
            target_uri=record.target_uri,
            date=record.date,
            record_id=record.record_id,
            stage=stage,
            offset=record.offset,
        )
        self._by_moment.setdefault((record.target_uri, record.date), original)
        self._by_id.setdefault(record.record_id, original)
        if record.payload_digest is not None:
            self._by_digest.setdefault(record.payload_digest, []).append(original)
        if record.status == _WELL:
            self._by_url.setdefault(canonical(record.target_uri), []).append(original)
