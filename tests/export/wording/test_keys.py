"""Cite keys: readable, and the same whatever else is exported."""

import pytest

from archiver.export.registry import all_formats
from archiver.export.wording.keys import key_of
from archiver.models.item import CitedWork, Item, PartialDate
from archiver.models.work import Name


def item(identity="https://a.example/1", **work):
    """An item of a work."""
    return Item(id="s1", identity=identity, work=CitedWork(**work))


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (
            {
                "author": (Name(family="van der Meer", given="Joost"),),
                "issued": PartialDate(year=2015),
                "title": "The Lamp",
            },
            "vandermeer2015lamp",
        ),
        # letters with marks lose them; ß and ø have two forms
        ({"author": (Name(family="Großmølér"),), "title": "Über alles"}, "grossmolernduber"),
        # nobody signed: the site
        ({"URL": "https://www.coast.example/x", "title": "On the Lamp"}, "coastndlamp"),
        # no letter of it is Latin
        (
            {"author": (Name(family="佐藤"),), "title": "港の記録", "issued": PartialDate(year=1967)},
            "anon1967",
        ),
        ({}, "anonnd"),
    ],
)
def test_key_is_readable(work, expected):
    """Name, year, and the first word of the title that says something."""
    head, _, mark = key_of(item(**work)).rpartition("-")

    assert (expected, 4) == (head, len(mark))


def test_like_works_have_different_keys():
    """The same author, year and word: the address tells them apart, in whatever order they come."""
    one, two = (
        item(f"https://a.example/{number}", author=(Name(family="Ek"),), title="Lamp") for number in (1, 2)
    )
    alone = all_formats()["bibtex"].text([two])

    assert key_of(one) != key_of(two)
    assert all_formats()["bibtex"].text([one, two]).endswith(alone)
    assert all_formats()["bibtex"].text([two, one]).startswith(alone)
