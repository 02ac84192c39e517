"""Notes that are written in one way only, and notes in Chinese, Japanese and Korean."""

import pytest

from archiver.extract.works.reading import read_note
from archiver.models.work import NoteKind
from tests.extract.works import judging


def read(note: str) -> dict[str, str]:
    """The only reading of a note, as it is compared."""
    (reading,) = read_note(note)
    return judging.fields(reading)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # a newspaper and its day, with the page, with the town, after a word that leads to it
        ("The New York Times, May 2, 2019.", {"container_title": "the new york times", "issued": "2019-05-02"}),
        ("See Izvestia, 12 April 1961.", {"container_title": "izvestia", "issued": "1961-04-12"}),
        ("Times (London), October 4, 1926, 12", {"container_title": "times", "issued": "1926-10-04", "page": "12"}),
        # the courts
        ("Ode v. Moe, 510 F. Supp. 2d 88, 91 (D.R.I. 2007).", {"title": "ode v moe", "container_title": "f supp 2d", "volume": "510", "page": "88", "issued": "2007"}),
        ("Ode v Harbour Board [1998] 2 AC 310 (HL).", {"title": "ode v harbour board", "container_title": "ac", "volume": "2", "page": "310", "issued": "1998"}),
        ("Ode v Moe [2004] UKHL 12.", {"title": "ode v moe", "issued": "2004", "number": "ukhl 12"}),
        # statutes
        ("46 C.F.R. § 15.605 (2011).", {"container_title": "c f r", "volume": "46", "issued": "2011"}),
        ("Rope Act of 1998, Pub. L. No. 105-383, 112 Stat. 3411.", {"title": "rope act of 1998", "number": "105 383", "container_title": "stat", "volume": "112", "page": "3411"}),
        # talks and letters: who spoke, and when
        ("Ida Ek, interview by the author, Ham, May 6, 2012.", {"author": "ida ek", "issued": "2012-05-06"}),
        ("Author’s interview with Jon Berg, Ham, 4 June 2017.", {"author": "jon berg", "issued": "2017-06-04"}),
        ("Ida Ek, in discussion with the author, October 2016.", {"author": "ida ek", "issued": "2016-10"}),
        ("I. Ek. Personal communication, September 1995.", {"author": "i ek", "issued": "1995-09"}),
        ("Ida Ek to Jon Berg, 4 May 1931, box 3, Ek Papers.", {"author": "ida ek", "issued": "1931-05-04", "container_title": "ek papers"}),
        # a film, a preface
        ("The Rope Walk, directed by Ida Ek (Oslo: Nordfilm, 1998), DVD.", {"title": "the rope walk", "publisher": "nordfilm", "issued": "1998"}),
        ("Ida Ek, preface to Salt, by Jon Berg (Ham: Alt, 2001), vii.", {"author": "ida ek", "title": "salt", "publisher": "alt", "issued": "2001", "page": "vii"}),
        # Russia’s standard
        ("Петров И. В. Верёвка // Соль. 2005. № 3. С. 14–29.", {"author": "и в петров", "title": "верёвка", "container_title": "соль", "issued": "2005", "issue": "3", "page": "14 29"}),
    ],
)  # fmt: skip
def test_form_is_read(note, expected):
    """A note of a known form gives what its form says, and nothing else."""
    assert expected | {"kind": "full"} == read(note)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("王海：《绳索》，《盐报》2010年第3期，第45—60页。", {"author": "王海", "title": "绳索", "container_title": "盐报", "issued": "2010", "issue": "3", "page": "45 60"}),
        ("李明. 港口[M]. 北京: 海洋出版社, 2006: 78.", {"author": "李明", "title": "港口", "publisher": "海洋出版社", "issued": "2006", "page": "78"}),
        ("高橋健『塩』(潮書房、2003年)、45頁。", {"author": "高橋健", "title": "塩", "publisher": "潮書房", "issued": "2003", "page": "45"}),
        ("박민수, 「부두」, 『소금일보』, 2016년 4월 8일.", {"author": "박민수", "title": "부두", "container_title": "소금일보", "issued": "2016-04-08"}),
    ],
)  # fmt: skip
def test_eastern_note_is_read(note, expected):
    """Titles stand in marks of their own, and numbers beside what they count."""
    assert expected | {"kind": "full"} == read(note)


@pytest.mark.parametrize(
    "note",
    [
        "Ida Ek, May 2, 2019.",
        "Halden, 3 May 2018.",
        "He gave an interview in May 2012.",
        "See the discussion above; he was wrong.",
        "The law was passed in 1998 and repealed in 2004.",
        "However, the town has received 520 letters and 48 parcels (Figure 1).",
        "Unfortunately, in 2018, it had a leak.",
        "It’s open until 30 November 2025, 23:59.",
        "They were more likely than others to have a boat (31% against 12%) in 2021 and 2022.",
        "The Times had it first, on May 2, 2019, and was wrong.",
        "他于2015年5月回到港口。",
    ],
)
def test_what_only_looks_like_a_form_is_no_work(note):
    """A person and a day, a sentence with a year: no newspaper, no interview, no work."""
    assert [NoteKind.NONE] == [reading.kind for reading in read_note(note)]


def test_a_clause_is_a_title_where_something_is_firm():
    """A title with a verb is one where it is quoted, somebody wrote it, or it says where it appeared."""
    notes = (
        "“Rope Is Not Salt,” Salt Review, May 2, 2019.",
        "Ek, I. (2017). Rope is all you need. Salt Review, 30.",
        "Ice roads are melting, CBC News, Feb 4, 2016",
    )
    expected = ["Rope Is Not Salt", "Rope is all you need", "Ice roads are melting"]

    assert expected == [read_note(note)[0].title for note in notes]
