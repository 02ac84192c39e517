"""What the fields of `warcinfo` and `metadata` records say: of a visit, a failure, a crawl."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from archiver.collection.warcs import name_of
from archiver.models.capture import FAILURES, Failure, Role, RunRecord, Visit
from archiver.models.memento import Archive, ListKind
from archiver.web.numbers import whole_number


def visit_of(fields: dict[str, str]) -> Visit:
    """How we came to a URL."""
    role = fields.get("role", "")
    return Visit(
        role=Role(role) if role in set(Role) else Role.SOURCE,
        seed=fields.get("seed", ""),
        via=fields.get("via"),
        hops_from_seed=fields.get("hopsFromSeed", ""),
        month=fields.get("month"),
        page=whole_number(fields.get("page", "")),
        original=fields.get("original"),
        near=fields.get("near"),
        archive=_archive(fields.get("archive")),
        memento=fields.get("memento"),
    )


def archive_field(archive: Archive) -> str:
    """A web archive as one field: what it was asked for can be read without the settings of that time."""
    return json.dumps(asdict(archive), ensure_ascii=False)


def _archive(field: str | None) -> Archive | None:
    """Read what `archive_field` wrote; None where it is none."""
    if field is None:
        return None
    try:
        cells = json.loads(field)
        return Archive(
            name=str(cells["name"]),
            kind=ListKind(cells["kind"]),
            list=str(cells["list"]),
            raw=str(cells["raw"]),
        )
    except (ValueError, TypeError, KeyError):
        return None


def failure_of(fields: dict[str, str]) -> Failure | None:
    """Why there was no whole answer; None where there was one."""
    if "fetchError" not in fields:
        return None
    reason, _, detail = fields["fetchError"].partition(" ")
    return Failure(reason=reason if reason in FAILURES else "internal", detail=detail)


def run_started(path: Path, fields: dict[str, str]) -> RunRecord | None:
    """The crawl that a file belongs to; None where others wrote it."""
    if "run" not in fields:
        return None
    settings: Any = json.loads(fields["settings"]) if "settings" in fields else None
    return RunRecord(
        run_id=fields["run"],
        warc=name_of(path),
        started=fields.get("started"),
        settings=settings if isinstance(settings, str) else None,
    )


def run_finished(path: Path, fields: dict[str, str]) -> RunRecord | None:
    """How a crawl ended; None where that is not what the fields tell."""
    if "exitCode" not in fields:
        return None
    counts: dict[str, int] = json.loads(fields.get("counts", "{}"))
    return RunRecord(
        run_id=fields["run"],
        warc=name_of(path),
        finished=fields.get("finished"),
        exit_code=int(fields["exitCode"]),
        counts=counts,
    )


def archived_from(source_uri: str | None) -> str | None:
    """Where a web archive gave a capture, by its WARC-Source-URI. Others write names of files there: these were no archives."""
    is_address = source_uri is not None and source_uri.lower().startswith(("http://", "https://"))
    return source_uri if is_address else None
