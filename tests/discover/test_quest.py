"""Which captures of a lost source are taken, in which order, and when the search ends."""

from datetime import UTC, datetime

import pytest

from archiver.discover.mementos.choosing import ranked
from archiver.discover.mementos.quest import PARTS, Quest
from archiver.models.memento import AnswerKind, ListAnswer, ListKind, Lost, Memento, Taken
from tests.discover.archived import DIGEST, NEAR, URL, archive, links, memento, read

# what an archive has, as (timestamp, status, digest), and the order in which its captures are worth asking for
CHOICES = [
    # the nearest, before or after
    ([("20140301", 200, None), ("20140320", 200, None), ("20130301", 200, None)], ["20140320", "20140301", "20130301"]),
    # of two as near the earlier
    ([("20140316", 200, None), ("20140314", 200, None)], ["20140314", "20140316"]),
    # an error page and a redirect are none, however near
    ([("20140315", 404, None), ("20140314", 301, None), ("20120101", 200, None)], ["20120101"]),
    # of a revisit its payload's first capture tells what it is
    ([("20140310", 404, "E"), ("20140315", None, "E"), ("20140301", 200, "P"), ("20140314", None, "P")], ["20140314", "20140301"]),
    # an archive that does not tell is asked
    ([("20140315", None, None)], ["20140315"]),
    # made after we found it dead (2020): only where the earlier one is much farther
    ([("20200201", 200, None), ("20080401", 200, None)], ["20080401", "20200201"]),
    ([("20200201", 200, None), ("19910101", 200, None)], ["19910101", "20200201"]),
]  # fmt: skip


@pytest.mark.parametrize(("has", "expected"), CHOICES)
def test_the_capture_nearest_to_the_post_is_taken(has, expected):
    """Of a page that was there, and before it was found dead where there is a choice."""
    dead = datetime(2020, 1, 1, tzinfo=UTC)
    found = ranked(
        [memento(stamp, status=status, digest=digest) for stamp, status, digest in has], NEAR, dead
    )

    assert expected == [each.timestamp[:8] for each in found]


def lost(**given) -> Lost:
    """A lost source."""
    return Lost(url=URL, seed="", via="", near=NEAR, **given)


def quest(*names: str, tries: int = 3, **given) -> Quest:
    """A search in some archives."""
    archives = {name: archive(ListKind.LINK, name) for name in names}
    return Quest(lost(ask=names, **given), archives, tries)


def has(*mementos: Memento) -> ListAnswer:
    """An answer."""
    return ListAnswer(kind=AnswerKind.HAS, mementos=mementos)


def test_the_search_waits_for_all_lists_then_takes_the_next_nearest():
    """A nearer capture may be in another archive; one that is no page is passed over, so many times and no more."""
    search = quest("one", "two", tries=2)
    asked = [address for _, address in search.begin()]
    search.answered("one", has(memento("20140301", name="one")))
    early = search.next_memento()
    search.answered("two", has(memento("20140314", name="two"), memento("20100101", name="two")))
    taken = []
    while (one := search.next_memento()) is not None:
        taken.append((one.archive, one.timestamp[:8]))
        search.took(one, Taken.BAD)

    assert [f"https://arx.example/list/{URL}"] * 2 == asked
    assert (None, [("two", "20140314"), ("one", "20140301")]) == (early, taken)


def test_an_archive_that_is_down_holds_nobody_up():
    """The others' captures are taken; its own are left for another time."""
    search = quest("one", "two")
    search.begin()
    search.answered("one", has(memento("20140301", name="one"), memento("20140310", name="two")))
    search.gave_up("two")
    found = search.next_memento()

    assert ("one", "20140301") == (found and found.archive, found and found.timestamp[:8])


@pytest.mark.parametrize(
    ("digest", "expected"),
    [(None, ["20140314", "20140401"]), ("B" * 32, ["20140314", "20140401"]), (DIGEST, ["20140314"])],
    ids=["no digest", "another", "the same"],
)
def test_the_other_side_is_fetched_once_unless_its_bytes_are_known(digest, expected):
    """So that both can be compared."""
    search = quest("one")
    search.begin()
    search.answered(
        "one",
        has(
            memento("20140314", digest=DIGEST, name="one"),
            memento("20140401", digest=digest, name="one"),
            memento("20140501", name="one"),
        ),
    )
    taken = []
    while (one := search.next_memento()) is not None:
        taken.append(one.timestamp[:8])
        search.took(one, Taken.GOOD)

    assert expected == taken


def test_a_search_goes_on_with_what_was_learnt_before():
    """No list is asked for again before its time; captures found wanting are passed over, and count."""
    held = memento("20140301", name="one"), memento("20140314", name="one")
    search = Quest(
        lost(mementos=held, passed=(held[1].url,), spent=1), {"one": archive(ListKind.LINK, "one")}, 2
    )

    assert ((), held[0]) == (search.begin(), search.next_memento())


def test_a_list_that_never_ends_is_left():
    """Parts that name further parts."""
    search = quest("one")
    search.begin()
    asked = 1
    while search.answered("one", read(ListKind.LINK, links(also=(
        f'<https://arx.example/list/{asked}/x>; rel="timemap"; from="Wed, 01 Jan 2014 00:00:00 GMT"'
    )))):  # fmt: skip
        asked += 1

    assert PARTS == asked
