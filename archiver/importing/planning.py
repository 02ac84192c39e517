"""What of the staged records goes into the archive, in which order, and what each capture is for the blog."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from archiver.capture.intake.heads import made_id
from archiver.capture.intake.staging import Stage, Staged, put_staged_aside
from archiver.importing.holdings import ANSWERS, Holdings
from archiver.importing.revisits import Original, Originals
from archiver.importing.roles import Roles
from archiver.importing.seeds import found_front, found_seed
from archiver.importing.walk import Walk
from archiver.models.blog import Month
from archiver.models.capture import Role, Visit
from archiver.models.errors import SettingsError
from archiver.models.frontier import Place
from archiver.web.url import site

_TELLS_OF_A_BLOG = frozenset([Role.POST, Role.MONTH, Role.FEED])
_NO_ORIGINAL = "its original is neither in these files nor in the archive"


class Archived(Protocol):
    """What the archive holds already."""

    def holds(self, record_id: str, target_uri: str, date: str) -> bool:
        """Whether it has this very record."""

    def has_id(self, record_id: str) -> bool:
        """Whether a capture in it has this id."""

    def has_record(self, record_id: str) -> bool:
        """Whether a record of what was imported before has this id, whatever it is. The first time this takes long."""

    def find(self, target_uri: str, date: str) -> Place | None:
        """Where the capture lies that a revisit refers to."""

    def original(self, revisit: Staged) -> tuple[str, str] | None:
        """Address and date of the capture that a revisit stands for, where it does not say both itself."""

    def cites(self, url: str) -> bool:
        """Whether a post in it cites a canonical address."""

    def last(self, url: str) -> str | None:
        """The date of the last capture of a canonical address that was well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One record to be written, and what is told after it."""

    stage: int
    record: Staged
    headers: tuple[tuple[str, str], ...] = ()  # to be set in it
    visit: Visit | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """What was done to the record."""
        names = {name for name, _ in self.headers}
        said = ["had the id of another record"] if "WARC-Record-ID" in names else []
        return (
            *self.record.said,
            *said,
            *([] if len(names) == len(said) else ["named its original otherwise"]),
        )


@dataclass(slots=True, kw_only=True)
class Plan:
    """All of it: by stage, its steps in order."""

    seeds: tuple[str, ...]
    has_blog: bool  # False: nothing of one was found, and the seed is just the first page
    steps: list[list[Step]]
    known: list[int]  # by stage: records that are in the archive already
    roles: dict[str, int] = field(default_factory=dict)


def plan(
    stages: Sequence[Stage],
    archive: Archived,
    *,
    seeds: tuple[str, ...],
    usual: tuple[str, ...],
    named: Iterable[str],
    today: Month,
) -> Plan:
    """Decide. `seeds` are the user's; `usual` those of the collection; `named` what packages tell of their pages.

    Raises:
        SettingsError: nobody says which blog it is, and it cannot be found out.
    """
    sorting = _Sorting(stages, archive)
    fresh = sorting.fresh()
    held = Holdings(sorting.stages, sorting.find, sorting.other_methods())
    cited = [url for url in held if archive.cites(url)]
    seeds = seeds or tuple(seed for seed in usual if site(seed) in held.sites())
    if not seeds and usual and not cited:
        front = found_front(held)  # of another blog, beside those of the archive
        seeds = () if front is None else (front,)
    is_sure = bool(seeds)
    if not seeds and not usual:
        found = found_seed(held, named)
        seeds = () if found is None else (found,)
        if found is None and fresh:
            raise SettingsError(
                "no page was found in these files. Name the blog's front page with --seed; files that say of pages only that they "
                "are as they were (revisits) are to be imported together with those before them."
            )
    walk = Walk(seeds, held, today)
    walk.run(cited)
    has_blog = is_sure or any(visit.role in _TELLS_OF_A_BLOG for visit in walk.visits.values())
    if not has_blog:
        walk = Walk((), held, today)
        walk.run(cited)
    blogs = frozenset(site(seed) for seed in (*usual, *(seeds if has_blog else ())))
    steps = sorting.steps(walk.visits, blogs, seeds[0] if seeds else next(iter(usual), ""))
    roles: dict[str, int] = {}
    for step in (each for steps_of in steps for each in steps_of):
        if step.visit is not None:
            roles[step.visit.role.value] = roles.get(step.visit.role.value, 0) + 1
    return Plan(seeds=seeds, has_blog=has_blog, steps=steps, known=sorting.known, roles=roles)


class _Sorting:
    def __init__(self, stages: Sequence[Stage], archive: Archived) -> None:
        self.stages = stages
        self.known = [0] * len(stages)
        self.new_ids: dict[tuple[int, int], str] = {}  # of records whose id another has
        self._archive = archive
        self._originals = Originals(stages, archive.find, archive.original)

    def fresh(self) -> bool:
        """Leave out what is known, and give ids anew that are taken; gives whether anything is left."""
        ids: dict[str, tuple[str, str, str]] = {}
        for n, stage in enumerate(self.stages):
            kept: list[Staged] = []
            gone: set[str] = set()
            for record in stage.records:
                same = (record.type, record.target_uri, record.date)
                before = ids.get(record.record_id)
                if before == same or self._archive.holds(record.record_id, record.target_uri, record.date):
                    gone.add(record.record_id)
                    continue
                if before is not None or self._archive.has_id(record.record_id):
                    self.new_ids[n, record.offset] = made_id(record.record_id, *same)
                ids.setdefault(record.record_id, same)
                kept.append(record)
            stage.records = [
                each for each in kept if each.type in ANSWERS or gone.isdisjoint(each.concurrent_to)
            ]
            if gone:
                stage.records = [
                    each
                    for each in stage.records
                    if each.type in ANSWERS or not self._archive.has_record(each.record_id)
                ]
            if gone and not any(each.type in ANSWERS for each in stage.records):
                stage.records = []  # only what stood beside the captures
            self.known[n] = len(gone)
        return any(stage.records for stage in self.stages)

    def find(self, target_uri: str, date: str) -> Place | None:
        """Where the original of a revisit lies among what is staged."""
        found = self._originals.at(target_uri, date)
        if found is None or found.stage is None:
            return None
        return Place(warc=self.stages[found.stage].path.name, offset=found.offset)

    def other_methods(self) -> frozenset[str]:
        """The ids of answers to POST, HEAD and the like: what they say is not what an address shows."""
        others = {
            record.record_id: record
            for stage in self.stages
            for record in stage.records
            if record.method is not None and record.method not in {"GET", ""}
        }
        found = {each for record in others.values() for each in record.concurrent_to}
        found |= {
            record.record_id
            for stage in self.stages
            for record in stage.records
            if not others.keys().isdisjoint(record.concurrent_to)
        }
        return frozenset(found)

    def steps(self, visits: dict[str, Visit], blogs: frozenset[str], seed: str) -> list[list[Step]]:
        """All records in their order; a revisit after what it refers to. `blogs` are the sites of the blogs."""
        roles = Roles(visits, self.other_methods(), blogs, seed, self._archive.last)
        told = {each for stage in self.stages for r in stage.records if r.is_told for each in r.concurrent_to}
        made: list[list[Step]] = [[] for _ in self.stages]
        late: list[tuple[int, Step]] = []
        written: set[tuple[int, int]] = set()
        for n, stage in enumerate(self.stages):
            for staged in stage.records:
                new_id = self.new_ids.get((n, staged.offset))
                record = staged if new_id is None else replace(staged, record_id=new_id)
                headers = () if new_id is None else (("WARC-Record-ID", new_id),)
                is_answer = record.type in ANSWERS and record.record_id not in told
                visit = roles.of(record) if is_answer else None
                if record.type != "revisit":
                    made[n].append(Step(stage=n, record=record, visit=visit, headers=headers))
                    written.add((n, record.offset))
                    continue
                original = self._originals.find(record)
                if original is None:
                    put_staged_aside(stage, record, _NO_ORIGINAL)
                    continue
                step = Step(
                    stage=n, record=record, visit=visit, headers=(*headers, *_references(record, original))
                )
                is_there = original.stage is None or (original.stage, original.offset) in written
                if is_there:
                    made[n].append(step)
                else:
                    late.append((len(self.stages) - 1, step))
        for n, step in late:
            made[n].append(step)
        return made


def _references(record: Staged, original: Original) -> tuple[tuple[str, str], ...]:
    """The headers by which readers find the original, where they are not there, or not exactly."""
    uri, date, record_id = original.target_uri, original.date, original.record_id
    wanted: list[tuple[str, str]] = []
    if (record.refers_to_target_uri, record.refers_to_date) != (uri, date):
        wanted += [("WARC-Refers-To-Target-URI", uri), ("WARC-Refers-To-Date", date)]
    if record.refers_to is not None and record_id is not None and record.refers_to != record_id:
        wanted.append(("WARC-Refers-To", record_id))
    return tuple(wanted)
