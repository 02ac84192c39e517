"""Names in lines, persons and organisations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.metadata.names import looks_like_name, names
from archiver.extract.metadata.owner import owner_in
from archiver.extract.metadata.persons import is_body, name_of
from archiver.models.work import Name


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        (("Mara Vane", "Tom Ek", "Ada Kim"), "By Mara Vane, Tom Ek and Ada Kim, RNN"),
        (("Mara Vane",), "Mara Vane, M.D., Ph.D."),
        (("Mara Vane",), "Mara Vane, Staff Writer"),
        (("Mara Vane",), "Mara Vane, Washington"),
        (("Mara Vane",), "By Mara Vane in Geneva"),
        (("Mara Vane",), "By Mara Vane (@maravane) for The Review"),
        (("Mara Vane",), "mara@review.example Mara Vane"),
        (("Mara Vane",), "Text: Mara Vane, Fotos: Hans Lens"),
        (("Martin King Jr.",), "Martin King, Jr."),
        (("Vane & Vane",), "Vane & Vane"),
        (("Ministry of Rivers",), "Ministry of Rivers"),
        (("Centre for Tide Gauging and Research",), "Centre for Tide Gauging and Research"),
        (("Ministry of Rivers", "Mara Vane"), "Ministry of Rivers and Mara Vane"),
        (("University of Harl", "AFP"), "University of Harl and AFP"),
        (("AFP", "dpa"), "AFP/dpa"),
        (("Mara Vane",), "[Mara Vane, Review]"),
        (("Mara Vane",), "Mara Vane Mara Vane"),
        (("Mara Vane",), "<a href='/x'>Mara Vane</a>"),
        # letters, numbers, buttons
        ((), "View all posts"),
        ((), "Written by"),
        ((), "page.head.author"),
        ((), "Photographs by Hans Lens"),
    ],
)
def test_names_in_lines(expected, written):
    """Posts, places, degrees, addresses and pictures are no part of a name."""
    assert expected == names([written])


@given(st.text(max_size=200))
def test_looks_like_name_never_raises(text):
    """Any text is a name, or none."""
    assert looks_like_name(text) in {True, False}


@pytest.mark.parametrize(
    ("expected", "written", "is_person", "language"),
    [
        (Name(family="van der Meer", given="Joost"), "Joost van der Meer", None, "nl"),
        (Name(family="King", given="Martin Luther", suffix="Jr."), "Martin Luther King Jr.", None, "en"),
        (Name(family="Vane", given="Mara"), "Vane, Mara", None, None),
        (Name(family="Nagy", given="Anna"), "Nagy Anna", None, "hu"),
        (Name(family="王", given="小明"), "王小明", None, "zh"),
        (Name(family="欧阳", given="小明"), "欧阳小明", None, "zh"),
        (Name(family="山田", given="太郎"), "山田 太郎", None, "ja"),
        (Name(literal="山田太郎"), "山田太郎", None, "ja"),
        # one word is a body's name where nobody says otherwise
        (Name(literal="Reuters"), "Reuters", True, None),
        (Name(literal="Lockhouse"), "Lockhouse", None, None),
        (Name(family="Mara"), "Mara", True, None),
        (Name(literal="River Desk"), "River Desk", True, None),
        (Name(literal="Vane Lens"), "Vane Lens", False, None),
        (Name(literal="riverpost.com"), "riverpost.com", True, None),
    ],
)
def test_name_of(expected, written, is_person, language):
    """A person's name has parts; an organisation's is whole, by its words more than by what a page calls it."""
    assert expected == name_of(written, is_person=is_person, language=language)


def test_is_body_of_sentences():
    """What is called a person stays one, particles or not; a long name without that word is a body's."""
    assert (False, True) == (
        is_body("Maria of the Rivers", is_person=True),
        is_body("The Friends of Old Locks"),
    )


@pytest.mark.parametrize(
    ("expected", "site"),
    [
        ("Mara Vane", "Mara Vane"),
        (None, "Mara Vane Photography"),
        (None, "River Post"),
        (None, "Salt"),
        (None, None),
    ],
)
def test_owner_in(expected, site):
    """A site may bear a person's name."""
    assert expected == owner_in(site)
