"""Names, as each style sets one, two and many."""

import pytest

from archiver.export.wording import names
from archiver.models.work import Name

ADA = Name(family="Byron", given="Ada K.")
JOOST = Name(family="van der Meer", given="Joost")
JR = Name(family="King", given="Martin", suffix="Jr.")
MINSU = Name(family="김", given="민수")
BOARD = Name(literal="The Salt Board")
ONE_WORD = Name(family="Hesiod")
JEAN = Name(family="Sartre", given="Jean-Paul")
LATIN = Name(family="佐藤", given="Kenji")


@pytest.mark.parametrize(
    ("name", "straight", "turned", "initials"),
    [
        (ADA, "Ada K. Byron", "Byron, Ada K.", "Byron, A. K."),
        # a particle stays before the family name
        (JOOST, "Joost van der Meer", "van der Meer, Joost", "van der Meer, J."),
        # a suffix follows a comma only where the name is turned
        (JR, "Martin King Jr.", "King, Martin, Jr.", "King, M., Jr."),
        # family first, no comma, nothing between
        (MINSU, "김민수", "김민수", "김민수"),
        # two scripts are told apart by a space
        (LATIN, "佐藤 Kenji", "佐藤 Kenji", "佐藤 Kenji"),
        # an organisation is never turned
        (BOARD, "The Salt Board", "The Salt Board", "The Salt Board"),
        (ONE_WORD, "Hesiod", "Hesiod", "Hesiod"),
        (JEAN, "Jean-Paul Sartre", "Sartre, Jean-Paul", "Sartre, J.-P."),
    ],
)
def test_a_name(name, straight, turned, initials):
    """Straight, turned, and with initials."""
    assert (straight, turned, initials) == (
        names.straight(name),
        names.turned(name),
        names.with_initials(name),
    )


def people(count):
    """So many persons."""
    return [Name(family=f"F{number}", given="Ida") for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("style", "count", "expected"),
    [
        (names.in_chicago_note, 0, ""),
        (names.in_chicago_note, 2, "Ida F1 and Ida F2"),
        # three are et al. since the 18th edition
        (names.in_chicago_note, 3, "Ida F1 et al."),
        (names.in_chicago_bibliography, 2, "F1, Ida, and Ida F2"),
        (names.in_chicago_bibliography, 6, "F1, Ida, Ida F2, Ida F3, Ida F4, Ida F5, and Ida F6"),
        # of seven three are named
        (names.in_chicago_bibliography, 7, "F1, Ida, Ida F2, Ida F3, et al"),
        (names.in_mla, 2, "F1, Ida, and Ida F2"),
        (names.in_mla, 3, "F1, Ida, et al"),
        (names.in_bluebook, 2, "Ida F1 & Ida F2"),
        (names.in_bluebook, 3, "Ida F1 et al."),
        (names.in_apa, 1, "F1, I."),
        (names.in_apa, 2, "F1, I., & F2, I."),
        (names.in_apa, 3, "F1, I., F2, I., & F3, I."),
    ],
)
def test_several_names(style, count, expected):
    """Each style has its own number from which it says et al."""
    assert expected == style(people(count))


@pytest.mark.parametrize(("count", "has_gap"), [(20, False), (21, True)])
def test_apa_names_twenty(count, has_gap):
    """The twenty-first is the last, after the nineteenth and a gap."""
    said = names.in_apa(people(count))

    assert has_gap == (". . . " in said)
    assert said.endswith(f"F{count}, I.")
    assert has_gap == ("F20, I." not in said)


def test_the_comma_belongs_to_the_turned_name():
    """Two names of which the first is not turned need none."""
    assert "The Salt Board and Ada K. Byron" == names.in_mla([BOARD, ADA])
    assert "The Salt Board & Byron, A. K." == names.in_apa([BOARD, ADA])
