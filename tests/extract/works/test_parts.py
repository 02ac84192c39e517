"""The parts of the reader: words, quotations, names, dates, numbers."""

import pytest

from archiver.extract.works.dates import joined, read_date
from archiver.extract.works.fields import plain, read_volume
from archiver.extract.works.people import read_names
from archiver.extract.works.tokens import quotations, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # white space parts
        ("Ek, Ida", ["Ek,", "Ida"]),
        # volume and pages, year and volume
        ("12(3):45–6.", ["12(3):", "45–6."]),
        ("2012;30(15):1750", ["2012;", "30(15):", "1750"]),
        # an address is one word, whatever it holds
        ("https://a.example/1:2,3;x", ["https://a.example/1:2,3;x"]),
        # a quotation that is stuck to what follows
        ("“Rope”(Ham", ["“Rope”", "(Ham"]),
        ("《绳》，盐报", ["《绳》，", "盐报"]),
    ],
)
def test_words(text, expected):
    """Words are parted where two fields meet."""
    assert expected == [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ek, “Rope and ‘Salt’,” Log", ["“Rope and ‘Salt’,”"]),
        ('Ek, "Rope," Log, "Salt"', ['"Rope,"', '"Salt"']),
        ("Ек, «Верёвка», Журнал", ["«Верёвка»"]),
        ("Ek, „Seil“, Log", ["„Seil“"]),
        ("Ek, ‘The dog’s rope,’ Log", ["‘The dog’s rope,’"]),
        # an apostrophe opens nothing
        ("the dogs’ dinner and the cats’ milk", []),
        # inches
        ('a 5" rope', []),
    ],
)
def test_quotations(text, expected):
    """What is quoted is found in every kind of marks; the outer one of nested quotations."""
    assert expected == [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ek, Ida", ["Ida Ek"]),
        ("Ek, Ida, and Jon Berg", ["Ida Ek", "Jon Berg"]),
        ("Romero, C., Paunesku, D., & Dweck, C.", ["C. Romero", "D. Paunesku", "C. Dweck"]),
        (
            "D. Georgakopoulos, M. Rusinkiewicz, and A. Sheth",
            ["D. Georgakopoulos", "M. Rusinkiewicz", "A. Sheth"],
        ),
        ("Lee, L. L., W. E. Howard, and R. E. Marsh", ["L. L. Lee", "W. E. Howard", "R. E. Marsh"]),
        ("McNeil, Donald G., Jr.", ["Donald G. McNeil Jr."]),
        ("Jan van der Berg et al.", ["Jan van der Berg"]),
        ("Szulc, Anna; Kowal, Jan", ["Anna Szulc", "Jan Kowal"]),
        ("In J. C. Watson & M. S. Warner (Eds.)", ["J. C. Watson", "M. S. Warner"]),
        ("U.S. Department of State", ["U.S. Department of State"]),
        ("UNICEF", ["UNICEF"]),
        # family name first, and a handle that is no name
        ("Baek Jin-woo", ["Jin-woo Baek"]),
        ("Петров И. В.", ["И. В. Петров"]),
        ("Ida Ek (@idaek)", ["Ida Ek"]),
        # a person and an agency
        ("Ida Ek and Reuters", ["Ida Ek", "Reuters"]),
        ("United Nations Security Council, Fifth year", ["United Nations Security Council"]),
        ("", []),
    ],
)
def test_names(text, expected):
    """Names are told apart, whichever way round they are written."""
    assert expected == [str(name) for name in read_names(text)]


def test_family_name_first():
    """Korean and Chinese names have the family's name first; `Kim` is no given name there."""
    assert ["Kim", "Osborn", "van der Berg"] == [
        name.family for text in ("Kim Tong-Hyung", "Andrew Osborn", "Ida van der Berg") for name in read_names(text)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("November 2, 2018,", "2018-11-02"),
        ("(Nov. 2, 2018)", "2018-11-02"),
        ("2 Nov. 2018.", "2018-11-02"),
        ("accessed May 2nd, 2019", "2019-05-02"),
        ("(2012, March 5).", "2012-03-05"),
        ("12. März 2018", "2018-03-12"),
        ("3 de octubre de 2016", "2016-10-03"),
        ("14 июня 2017", "2017-06-14"),
        ("Spring 2000", "2000"),
        ("June 2018", "2018-06"),
        ("2019a", "2019"),
        ("October 10,", None),
        ("n.d.", None),
        # two days: only the year is sure
        ("5/2/2019", "2019"),
    ],
)
def test_dates(text, expected):
    """Dates are read as precisely as they are given, and no more."""
    assert expected == read_date(text)


def test_year_and_day_apart():
    """The day that ends an author-date note belongs to the year after the author."""
    assert ["2019-05-02", "2019", None] == [
        joined("2019", "May 2."),
        joined("2019", "no. 3"),
        joined(None, "May 2"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vol. 21, no. 7,", ("21", "7")),
        ("12(3):", ("12", "3")),
        ("29 (3):", ("29", "3")),
        ("Bd. 4", ("4", None)),
        ("no. 4", (None, "4")),
        ("№ 6,", (None, "6")),
        ("XLIII", ("XLIII", None)),
    ],
)
def test_volume_and_issue(text, expected):
    """Volume and issue are told apart."""
    assert expected == read_volume(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Rope,”", "Rope"),
        ("“Why Rope?”", "Why Rope?"),
        ("“‘Rope’ and Salt,”", "‘Rope’ and Salt"),
        ("(Rope", "Rope"),
        ("Salt (A History).", "Salt (A History)"),
        ("The U.S.,", "The U.S."),
        ("“”", ""),
    ],
)
def test_plain(text, expected):
    """Marks around a title are no part of it; marks in it are."""
    assert expected == plain(text)
