"""Two hundred and more hosts that misbehave, or look as if they did, crawled as a user crawls: each source has the outcome that it should."""

from collections import Counter

import pytest

from tests.whole.conftest import rows, run_archiver
from tests.whole.misbehaving.all_cases import ALL
from tests.whole.misbehaving.web import web

pytestmark = pytest.mark.slow

_TOML = """\
[blog]
seeds = ["{blog}"]

[politeness]
delay = 0.0
timeout = 4.0
retries = 1
longest_wait = 3.0
per_host = 2

[network]
allow_networks = ["127.0.0.0/8"]

[storage]
max_body_mb = 2.0
requisites = false

[rescue]
enabled = false
"""
# What is not told from a page yet. When one is, it is to be taken out of here.
_NOT_TOLD = frozenset(
    [
        "lost/json",  # what a machine says, on a host that says otherwise of other addresses
        "lost/latest-news",  # long, and with words of the address
        "empty/shop-closed",  # 402 Payment Required
    ]
)
# Living pages that are called otherwise: there should be none.
_CALLED_DEAD = frozenset(["little/definition"])  # headed "not found", and seven words long


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, str]:
    """What became of each case, by its name."""
    folder = tmp_path_factory.mktemp("misbehaving")
    with web(ALL) as made:
        (folder / "archive").mkdir()
        (folder / "archive" / "collection.toml").write_text(_TOML.format(blog=made.blog))
        done = run_archiver("crawl", cwd=folder)
    found = rows(folder / "archive" / "archive.db", "SELECT url, outcome FROM sources")
    by_url = {row["url"]: row["outcome"] for row in found}

    assert (0, "") == (done.returncode, done.stderr)
    return {name: by_url.get(url, "missing") for name, url in made.urls.items()}


def test_no_two_cases_have_one_name():
    """Each is told by its name alone."""
    assert [] == [name for name, times in Counter(name for name, _ in ALL).items() if times > 1]


def test_no_living_page_is_called_dead(outcomes):
    """However much it looks like a page that is."""
    living = {name for name, case in ALL if "archived" in case.outcomes.split("|")}

    assert _CALLED_DEAD == {name for name in living if outcomes[name] != "archived"}


def test_the_dead_and_the_walled_are_named(outcomes):
    """By what is true of them, where a page or its host can tell."""
    wrong = {
        name
        for name, case in ALL
        if "archived" not in case.outcomes.split("|") and outcomes[name] not in case.outcomes.split("|")
    }

    assert _NOT_TOLD == wrong
