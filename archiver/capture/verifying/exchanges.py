"""The records of one exchange beside each other: whether all are there, and what its metadata tells of the others.

An exchange of ours is a response or revisit, its request, perhaps certificates, and last the metadata that ends it; all
after the first name the first. The records of others stand for themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from archiver.capture.fields import failure_of, visit_of
from archiver.capture.profiles import is_not_modified
from archiver.capture.submissions import MARK
from archiver.capture.verifying.labels import agrees
from archiver.models.checked import Checked
from archiver.models.problem import Problem

ANSWERS = frozenset(["response", "revisit", "resource"])
_TELLING = {"payloadDigest": "payload", "blockDigest": "block", "requestDigest": "request"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A record before its exchange is complete."""

    checked: Checked
    block_sums: dict[str, bytes]
    payload_sums: list[dict[str, bytes]]
    fields: list[tuple[str, str]] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.checked.offset + self.checked.length


class Exchanges:
    """Takes the records of a file in their order, gives them back when their exchange is complete."""

    def __init__(self, *, is_open: bool) -> None:
        self.loose_end: Problem | None = (
            None  # the last exchange has no end: so it is where a crawl was killed
        )
        self.read_until = 0  # the offset after the last thing that is indexed
        self._is_open = is_open
        self._group: list[Draft] = []
        self._key = ""

    def add(self, draft: Draft) -> Iterator[Checked | Problem]:
        """Take one more record."""
        record, fields = draft.checked, dict(draft.fields)
        key = record.concurrent_to or record.record_id or ""
        is_alone = record.type == "metadata" and ("exitCode" in fields or MARK in fields)
        if record.type == "warcinfo" or is_alone:
            yield from self._close(None)
            if is_alone or "run" in fields:
                self.read_until = draft.end
            yield record
            return
        if self._group and (key != self._key if record.is_ours else record.type in ANSWERS):
            yield from self._close(None)
        if not self._group:
            self._key = key
        self._group.append(draft)
        if record.type == "metadata" and "role" in fields:
            yield from self._close(fields)

    def finish(self) -> Iterator[Checked | Problem]:
        """The file ends."""
        last = self._group[-1].checked if self._group else None
        for one in self._close(None, at_end=True):
            if isinstance(one, Problem) and one.kind == "torn" and last is not None and last.is_ours:
                self.loose_end = one
            else:
                yield one

    def _close(self, told: dict[str, str] | None, *, at_end: bool = False) -> Iterator[Checked | Problem]:
        """End the exchange. `told` are the fields of its metadata; None where it has none."""
        group, self._group = self._group, []
        if not group:
            return
        answer = next((one for one in group if one.checked.type in ANSWERS), None)
        if group[0].checked.is_ours:
            yield from self._faults(group, answer, told)
        broken = set()
        for which, problem in _wrong_digests(group, answer):
            broken.add(which)
            yield problem
        capture = answer
        if answer is None and told is not None and "fetchError" in told:
            capture = group[-1]
        if at_end and told is None and self._is_open:
            capture = None
        for one in group:
            made = replace(one.checked, is_whole=False) if one.checked.record_id in broken else one.checked
            yield _as_capture(made, group, told) if one is capture else made
        if capture is not None:
            self.read_until = group[-1].end

    def _faults(
        self, group: list[Draft], answer: Draft | None, told: dict[str, str] | None
    ) -> Iterator[Problem]:
        first, last = group[0].checked, group[-1].checked
        if first.is_repaired:
            return  # what is missing was missed then
        if told is None:
            yield problem_of(last, "torn", "the exchange has no end: its metadata record is missing")
        elif answer is None and "fetchError" not in told:
            yield problem_of(last, "torn", "the answer of this exchange is missing")
        elif first.record_id != self._key:
            yield problem_of(
                first, "missing-record", f"the record that it belongs to is missing: {self._key}"
            )
        kinds = {one.checked.type for one in group}
        if told is not None and "requestDigest" in told and "request" not in kinds:
            yield problem_of(last, "missing-record", "the request of this exchange is missing")


def problem_of(record: Checked, kind: str, message: str) -> Problem:
    """A problem of a record."""
    return Problem(
        kind=kind,
        message=message + ".",
        file=record.file,
        offset=record.offset,
        record_id=record.record_id,
        url=record.target_uri,
    )


def _wrong_digests(group: list[Draft], answer: Draft | None) -> Iterator[tuple[str, Problem]]:
    """The digests that the metadata tells beside those in the headers; with the id of the record that is not so."""
    request = next((one for one in group if one.checked.type == "request"), None)
    for name, label in group[-1].fields:
        what = _TELLING.get(name)
        if what is None:
            continue
        draft = request if what == "request" else answer
        if draft is None or (what == "payload" and draft.checked.type == "revisit"):
            continue  # the payload of a revisit lies elsewhere
        readings = draft.payload_sums if what == "payload" else [draft.block_sums]
        if True not in [agrees(label, sums) for sums in readings]:
            words = f"the {draft.checked.type} does not match the {name} that its metadata record tells"
            yield draft.checked.record_id or "", problem_of(draft.checked, "digest", words)


def _as_capture(record: Checked, group: list[Draft], told: dict[str, str] | None) -> Checked:
    """A record with what the database should know of it."""
    fields = told or {}
    visit, failure = visit_of(fields), failure_of(fields)
    payload_sha256 = record.payload_sha256
    if record.type == "revisit":
        payload_sha256 = None if is_not_modified(record.profile) else fields.get("payloadDigest")
    return replace(
        record,
        is_capture=True,
        end=group[-1].end,
        role=visit.role.value,
        seed=visit.seed,
        via=visit.via,
        failure=None if failure is None else f"{failure.reason}: {failure.detail}",
        payload_sha256=payload_sha256,
    )
