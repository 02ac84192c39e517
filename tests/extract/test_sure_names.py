"""Stored names are taken apart where that is sure, and else stay whole."""

import pytest

from archiver.extract.metadata.sure_names import sure_names
from archiver.models.work import Name


def whole(text):
    """A name that is not taken apart."""
    return Name(literal=text)


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("Ada Byron", "en", Name(family="Byron", given="Ada")),
        ("Byron, Ada", "en", Name(family="Byron", given="Ada")),
        ("Ada K. Byron", None, Name(family="Byron", given="Ada K.")),
        ("J. R. Byron", None, Name(family="Byron", given="J. R.")),
        ("Joost van der Meer", "nl", Name(family="van der Meer", given="Joost")),
        ("Martin King Jr.", "en", Name(family="King", given="Martin", suffix="Jr.")),
        # two given names in English
        ("Mary Beth Ek", "en", Name(family="Ek", given="Mary Beth")),
        # one may be a family name: in Spanish, by its accents, or where the tongue is not known
        ("Gabriela Ruiz Vega", "es", whole("Gabriela Ruiz Vega")),
        ("Gabriela García Vega", "en", whole("Gabriela García Vega")),
        ("Mary Beth Ek", None, whole("Mary Beth Ek")),
        ("García Vega, Gabriela", "es", Name(family="García Vega", given="Gabriela")),
        # the family name may come first
        ("Kim Minsu", "en", whole("Kim Minsu")),
        ("Nguyen Van An", "vi", whole("Nguyen Van An")),
        ("Nagy Anna", "hu", Name(family="Nagy", given="Anna")),
        # a Chinese family name has one character; a Japanese one may have two
        ("李小龍", "zh", Name(family="李", given="小龍")),
        ("森鴎外", "ja", whole("森鴎外")),
        ("佐藤 健二", "ja", Name(family="佐藤", given="健二")),
        ("김민수", None, Name(family="김", given="민수")),
        # organisations
        ("The Salt Board", "en", whole("The Salt Board")),
        ("Ministry of Fish", "en", whole("Ministry of Fish")),
        ("Reuters", "en", whole("Reuters")),
    ],
)
def test_a_stored_name(line, language, expected):
    """What cannot be told apart is not."""
    assert (expected,) == sure_names(line, (), language)


def test_what_was_read_of_a_page_is_used():
    """Its names, where they are those of the line; a body that looks like a person stays one."""
    read = (Name(literal="Salt Hall"), Name(family="Ek", given="Ida"))

    assert read == sure_names("Salt Hall; Ida Ek", read, "en")


@pytest.mark.parametrize("line", [None, "", " ; "])
def test_nobody_is_nobody(line):
    """No name is made of nothing."""
    assert () == sure_names(line, (), "en")
