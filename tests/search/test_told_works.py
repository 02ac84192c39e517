"""What a note tells of a work, as it is cited."""

import pytest

from archiver.models.item import CitedWork
from archiver.models.work import Name
from archiver.search.told_works import of_note, without_own_name


@pytest.mark.parametrize(
    ("container", "note", "expected"),
    [
        # the reading stopped among the name's words
        ("State", "Okafor, Ada. 2003. “Notice.” State Gazette (online).", "State Gazette"),
        ("The Vanished", "Ferreira, Tomás. 2008. “Host.” The Vanished Host, 2008.", "The Vanished Host"),
        # how it came is no part of a name
        ("Faultline (online)", "“Private Notes.” Faultline (online).", "Faultline"),
        # a date, a volume and a sentence are none either
        ("The Times", "Vane, “Bell,” The Times May 2, 2019.", "The Times"),
        ("Letters", "Vane, “Bell,” Letters Vol. 2.", "Letters"),
        ("Letters", "Vane, “Bell,” Letters and what follows.", "Letters"),
        ("Letters", "nothing of the kind", "Letters"),
    ],
)
def test_a_container_is_whole(container, note, expected):
    """As the note writes it."""
    work = of_note({"container-title": container, "custom": {"exact": note}})

    assert expected == work.container_title


def test_the_stop_of_a_sentence_is_no_part_of_an_eastern_name():
    """An initial keeps its own."""
    work = of_note({"author": [{"family": "中川恵美."}, {"family": "Ek", "given": "I."}]})

    assert (Name(family="中川恵美"), Name(family="Ek", given="I.")) == work.author


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Notice 84: A Light", None), ("Notice 8: A Light", "Notice"), ("A Light", "Notice"), (None, "Notice")],
)
def test_a_work_is_not_in_what_it_is_called_itself(title, expected):
    """A note says `“A Light,” Notice 84`, and the page that it is Notice 84: no periodical."""
    note = CitedWork(type="article-journal", container_title="Notice", volume="84")

    assert expected == without_own_name(note, title).container_title
