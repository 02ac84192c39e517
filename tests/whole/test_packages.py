"""Packages of a crawled blog, opened by readers that are not ours."""

import hashlib
import json
import re

import pytest

from archiver.capture.reader import read_capture
from archiver.packing.writing import package, write_wacz
from archiver.search.find import find
from archiver.store.store import Store
from archiver.verify_package import verify_package
from tests.packing.packages import members
from tests.whole.conftest import rows
from tests.whole.test_readers import ROOT, reader

_DIGITS = re.compile(r"\D")


@pytest.fixture(scope="session")
def packages(whole, tmp_path_factory):
    """Of everything, and of two posts."""
    folder = tmp_path_factory.mktemp("packages")
    made = {what: folder / f"{what}.wacz" for what in ("all", "p1", "p2")}
    for what, path in made.items():
        wanted = None if what == "all" else find(whole.collection.database, what)
        with package(whole.collection, wanted) as one:
            write_wacz(one, path)
    return made


def lines_of(path):
    """The lines of a package's index."""
    return [json.loads(line[line.index(b"{") :]) for line in members(path)["indexes/index.cdx"].splitlines()]


@pytest.mark.parametrize("what", ["all", "p1", "p2"])
def test_packages_of_the_demo_are_whole(packages, what):
    """By our own eyes."""
    report = verify_package(packages[what])

    assert ([], []) == (report.problems, report.notes)
    assert report.lines


@pytest.mark.slow
@pytest.mark.parametrize("what", ["all", "p1"])
def test_pywacz_finds_them_valid(packages, tmp_path, what):
    """`wacz validate`."""
    checked = reader("-m", "wacz.main", "validate", "-f", packages[what], cwd=tmp_path)

    assert 0 == checked.returncode, checked.stdout + checked.stderr
    assert "the passed WACZ is valid" in checked.stdout


@pytest.mark.slow
@pytest.mark.parametrize("what", ["all", "p1"])
def test_pywb_shows_what_a_package_holds(whole, packages, tmp_path, what):
    """By the index that the package brings: status and body of every capture in it are the captured ones."""
    reader("-m", "pywb.manager.manager", "init", "archive", cwd=tmp_path)
    added = reader(
        "-m", "pywb.manager.manager", "add", "--unpack-wacz", "archive", packages[what], cwd=tmp_path
    )
    assert 0 == added.returncode, added.stderr
    ids = {(line["url"], line["digest"]) for line in lines_of(packages[what])}
    sql = "SELECT target_uri, date, warc, offset, payload_digest FROM snapshots WHERE kind != 'metadata' ORDER BY id"
    captured = [
        row
        for row in rows(whole.collection.database, sql)
        if (row["target_uri"], row["payload_digest"]) in ids
    ]
    given = "\n".join(f"{_DIGITS.sub('', row['date'])[:14]} {row['target_uri']}" for row in captured)
    done = reader(ROOT / "tests" / "whole" / "replaying.py", cwd=tmp_path, given=given)
    shown = [json.loads(line) for line in done.stdout.splitlines()]
    expected = []
    with Store(whole.collection.database) as store:
        for row in captured:
            capture = read_capture(whole.collection.warcs / row["warc"], row["offset"], find=store.find)
            is_shown = capture.payload and not 300 <= capture.status < 400
            digest = hashlib.sha256(capture.payload).hexdigest() if is_shown else None
            expected.append([capture.status, digest])

    assert len(expected) >= len(ids) > 1
    assert expected == shown, done.stderr[-2000:]


@pytest.mark.slow
def test_a_package_of_pywacz_is_read_fairly(whole, tmp_path):
    """What py-wacz makes of the same WARCs has no fault in our eyes."""
    files = [path.absolute() for path in whole.collection.warc_files()]
    made = reader("-m", "wacz.main", "create", "-o", "a.wacz", "-d", "-t", *files, cwd=tmp_path)
    report = verify_package(tmp_path / "a.wacz")

    assert 0 == made.returncode, made.stderr
    assert [] == report.problems
    assert report.lines > 1
