"""Night after night on a blog that changes, with a `kill -9` now and then; and what a night costs where nothing changes."""

from collections import Counter

import pytest

from archiver.index import index, rebuild
from tests.whole.simulated.changing import Changing
from tests.whole.simulated.hosts import served
from tests.whole.simulated.reckoning import faults_of, records
from tests.whole.simulated.running import nights
from tests.whole.simulated.unchanged import BLOG, TOML, Unchanged
from tests.whole.test_again import dump

pytestmark = pytest.mark.slow

_NIGHTS = 60
_KILLED, _VERIFIED = 10, 15  # every so many nights


@pytest.mark.timeout(1800)
def test_sixty_nights(tmp_path):
    """Every night the balance adds up, each look saw what was true, three bad days kill, and nothing is lost by a kill."""
    web = Changing()
    faults: list[str] = []
    killed = 0
    with served(web.addresses, web.respond) as hosts:
        web.port = hosts.port
        with nights(tmp_path / "archive", TOML.format(blog=web.blog), hosts) as kept:
            before: set[str] = set()
            for number in range(_NIGHTS):
                web.day = number
                is_killed = number % _KILLED == _KILLED - 1
                night = kept.crawl(number, killed_after=3 + number % 17 if is_killed else None)
                if is_killed:
                    killed += night.exit_code == -9
                    continue
                faults += [] if night.exit_code == 0 else [f"night {number}: exit code {night.exit_code}"]
                faults += faults_of(kept, web, night, before)
                before = records(kept)
                if number % _VERIFIED == 1 and kept.run(number, "verify"):
                    faults.append(f"night {number}: verify finds fault")
                assert [] == faults
            outcomes = Counter(row["outcome"] for row in kept.rows("SELECT outcome FROM sources"))
            said = kept.said
        index(kept.collection)  # what the last night, which was killed, had kept
        rows = dump(kept.collection.database)
        rebuild(kept.collection)

    assert (_NIGHTS // _KILLED, "") == (killed, said)
    assert rows == dump(kept.collection.database)
    # the script's deaths were found out, and so was who only seemed dead
    assert {"archived", "gone", "parked", "soft-404", "login-wall"} <= set(outcomes)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("known_by", ["etag", "nothing"])
def test_a_night_costs_little(tmp_path, known_by):
    """Where nothing changed: a ninetieth of the sources at least, at few hosts; few bytes even where all came again."""
    web = Unchanged(posts=60, sources=240, hosts=72, known_by=known_by)
    with served([BLOG, *web.hosts], web.respond) as hosts:
        web.port = hosts.port
        with nights(tmp_path / "archive", TOML.format(blog=web.blog), hosts) as kept:
            found = [kept.crawl(number) for number in range(5)][2:]

    assert {0} == {night.exit_code for night in found}
    assert max(night.requests for night in found) < 60
    assert max(night.warc_bytes for night in found) < 150_000
