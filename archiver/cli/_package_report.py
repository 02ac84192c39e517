"""What `archiver verify FILE.wacz` prints."""

from pathlib import Path

from archiver.cli._terminal import is_quiet, print_json, progress_bar, say, tell, warn
from archiver.models.package_report import PackageReport
from archiver.models.problem import Problem
from archiver.verify_package import verify_package

_MOST = 200  # problems that are printed; JSON has all


def report_package(paths: tuple[Path, ...], *, roots: Path | None, as_json: bool) -> bool:
    """Check packages, print what was found; gives whether something is wrong."""
    reports: dict[str, PackageReport] = {}
    with progress_bar("verifying", sum(path.stat().st_size for path in paths)) as watch:
        for path in paths:
            reports[str(path)] = verify_package(path, watch=watch, roots=roots.read_bytes() if roots else b"")
    if as_json:
        print_json(reports if len(reports) > 1 else next(iter(reports.values())))
    else:
        for name, report in reports.items():
            _print(name, report)
    return any(report.problems for report in reports.values())


def _print(name: str, report: PackageReport) -> None:
    for problem in report.problems[:_MOST]:
        say(line_of(problem))
    if len(report.problems) > _MOST:
        say(f"… and {len(report.problems) - _MOST} more, which --json shows.")
    for note in report.notes:
        tell(f"remark: {note}")
    counts = f"{report.members} members, {report.records} records, {report.bytes} bytes"
    if report.problems:
        wrong = (
            "1 thing is wrong" if len(report.problems) == 1 else f"{len(report.problems)} things are wrong"
        )
        warn(f"{name}: {counts}: {wrong}.")
    else:
        tell(f"{name}: {counts}: all as it says.")
    if not is_quiet():
        say(report.proven)


def line_of(problem: Problem) -> str:
    """One problem, as a line."""
    place = problem.file if problem.offset is None else f"{problem.file}:{problem.offset}"
    about = " ".join(filter(None, [problem.record_id, problem.url]))
    return f"{place}: {problem.kind}: {problem.message}" + (f" {about}" if about else "")
