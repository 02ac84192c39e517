"""Names, titles and identifiers, taken out of the words around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.metadata.identifiers import doi_in
from archiver.extract.metadata.names import names
from archiver.extract.metadata.titles import as_spoken, site_in, without_site


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        (("Orla Tamm",), ["By Orla Tamm"]),
        (("Orla Tamm", "Piet Okoro"), ["Written by Orla Tamm and Piet Okoro | 3 May 2019"]),
        (("Orla Tamm", "Piet Okoro", "Ada Kim"), ["Orla Tamm, Piet Okoro & Ada Kim"]),
        # one name, turned round
        (("Tamm, Orla",), ["Tamm, Orla"]),
        # a conjunction within a name
        (("Luis Ortega y Gasset",), ["Luis Ortega y Gasset"]),
        (("Luis Ortega", "Pilar Gasset"), ["Luis Ortega y Pilar Gasset"]),
        # dates and desks after a name
        (("Orla Tamm",), ["Orla Tamm 4 August 2010"]),
        (("Orla Tamm",), ["Orla Tamm Published May 3"]),
        # once each, in their order
        (("Orla Tamm", "Piet Okoro"), ["Orla Tamm", "orla tamm", "Piet Okoro"]),
        # no names
        (
            (),
            [
                "admin",
                "https://social.example/orla",
                "@orla",
                "",
                "  ",
                "clerk@board.example",
                "Editor",
                "null",
            ],
        ),
    ],
)
def test_names(expected, written):
    """An author is a name, not what a system put where one should be."""
    assert expected == names(written)


@given(st.lists(st.text(max_size=60), max_size=4))
def test_names_never_raises(written):
    """Any text holds some names, or none."""
    assert all(name.strip() == name and name for name in names(written))


@pytest.mark.parametrize(
    ("expected", "title", "sites", "headings", "url"),
    [
        ("Salt Roads", "Salt Roads | The Review", ["The Review"], [], "https://a.example/"),
        ("Salt Roads", "The Review: Salt Roads", ["The Review"], [], "https://a.example/x"),
        ("Salt Roads", "Salt Roads » Blog » Review", ["review"], [], "https://a.example/"),
        # the host as a name
        ("Salt Roads", "Salt Roads - Lockhouse", [], [], "https://www.lockhouse.example/"),
        # the heading tells which part is the work's
        (
            "Salt Roads - A Trip",
            "Salt Roads - A Trip - Some Site",
            [],
            ["Salt Roads - A Trip"],
            "https://a.example/",
        ),
        ("Salt Roads", "Some Site - Salt Roads", ["Some Site"], ["Some Site"], "https://a.example/"),
        # what is no site stays
        ("Salt - A History", "Salt - A History", [], [], "https://a.example/"),
        ("Salt | The Review", "Salt | The Review", [], [], "https://b.example/"),
        # a title that is nothing but its site
        ("The Review", "The Review", ["The Review"], [], "https://a.example/"),
    ],
)
def test_without_site(expected, title, sites, headings, url):
    """The site's name goes from a title only when it is one."""
    assert expected == without_site(title, sites=sites, headings=headings, url=url)


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=2))
def test_without_site_keeps_words_of_the_title(title, sites):
    """What is left is a part of what was there."""
    assert without_site(title, sites=sites, headings=[], url="https://a.example/") in title


def test_site_in():
    """What follows the page's own heading in its title is its site."""
    assert "The Review" == site_in("Salt Roads | The Review", ["Salt Roads"])
    assert site_in("Salt Roads: A History", ["Salt Roads"]) is None
    assert site_in("Salt Roads", ["Something"]) is None


def test_as_spoken():
    """A heading in other words is the title; a heading about something else is not."""
    assert "A Short Guide to Salt Roads" == as_spoken(
        "Salt Roads: a guide", ["News", "A Short Guide to Salt Roads"]
    )
    assert "Salt Roads" == as_spoken("Salt Roads", ["Subscribe"])
    assert "Salt Roads" == as_spoken("Salt Roads", [])


def test_as_spoken_never_says_less():
    """A title keeps its subtitle and its letters, and gains a subtitle that only the heading has."""
    assert "Salt Roads: A Guide" == as_spoken("Salt Roads: A Guide", ["Salt Roads"])
    assert "Salt Roads" == as_spoken("Salt Roads", ["SALT ROADS"])
    assert "Salt Roads: A Guide" == as_spoken("Review 12: Salt Roads", ["Salt Roads: A Guide"])


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("10.5555/ps.2014.0031", "https://doi.org/10.5555/ps.2014.0031"),
        ("10.1000/xyz(1)a", "doi:10.1000/xyz(1)a, 2014."),
        (None, "version 10.5/2"),
        (None, None),
    ],
)
def test_doi_in(expected, text):
    """A DOI is found in whatever surrounds it."""
    assert expected == doi_in(text)
