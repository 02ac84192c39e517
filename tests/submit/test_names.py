"""Where private networks are crawled, too, a name is followed before it is told to others."""

import pytest

from archiver.cli._submitting import _may_be_private, _resolved
from archiver.collection.settings import read_settings
from tests.submit.runs import Runs


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://localhost/wiki", "it is of a private network"),
        ("http://127.1/wiki", "it is of a private network"),
        ("http://no-such-host.invalid/", "its name leads nowhere now"),
        ("http://9.9.9.9/", None),
    ],
)
def test_a_name_is_followed(url, expected):
    """By what it leads to now."""
    assert expected == _resolved(url)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [("", False), ("allow_private_addresses = true", True), ('allow_networks = ["10.1.0.0/16"]', True)],
)
def test_it_is_followed_only_where_it_may_be_private(tmp_path, lines, expected):
    """Else the crawl has seen to it."""
    path = tmp_path / "collection.toml"
    path.write_text(f'[blog]\nseeds = ["https://a.example/"]\n[network]\n{lines}\n', encoding="utf-8")

    assert expected == _may_be_private(read_settings(path))


def test_what_leads_nowhere_is_left_out(script, tmp_path):
    """Nobody is told its address."""
    runs = Runs(tmp_path, script)
    text = runs.collection.toml.read_text(encoding="utf-8")
    runs.collection.toml.write_text(text + '[network]\nallow_networks = ["10.1.0.0/16"]\n', encoding="utf-8")
    result = runs.run(ids=("p1",), sources=False)

    assert ({"left out": 1}, [("user",)]) == (dict(result.counts), script.asked)
    assert [] == runs.rows("url")
