"""What counts as an event between two moments, and what is nothing."""

import pytest

from archiver.judge.events import findings, name_of, quote_finding
from archiver.models.letter import EventKind, Look

SINCE = "2026-03-10"


def looks(*rows: str) -> list[Look]:
    """Looks written as "day outcome change url"; what is missing is the usual."""
    made = []
    for n, row in enumerate(rows):
        day, outcome, change, url = (*row.split(), "-", "-")[:4]
        made.append(
            Look(
                date=f"2026-03-{day}T03:00:00Z",
                outcome=outcome,
                reason=None,
                change=None if change == "-" else change,
                similarity=None,
                url="http://s.example/" if url == "-" else url,
                record_id=f"<urn:uuid:{n}>",
                document_id=n,
            )
        )
    return made


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # good before and after
        (["01 archived", "11 archived"], []),
        # seen for the first time, and well
        (["11 archived"], []),
        # the third strike
        (["01 archived", "08 gone", "09 gone", "11 gone"], [("died", 3, "3", "3")]),
        # three strikes on one day are one
        (["01 archived", "11 gone", "11 gone", "11 gone"], [("in-doubt", 1, "3", "1")]),
        # one strike more of a doubt told before: the same event, known by its first strike
        (["01 archived", "09 gone", "11 gone"], [("in-doubt", 2, "2", "1")]),
        # a doubt to which nothing was added
        (["01 archived", "09 gone", "11 unknown"], []),
        # dead before, still dead
        (["01 gone", "02 gone", "03 gone", "11 gone"], []),
        # never had, and lost on three days
        (["11 gone", "12 gone", "13 gone"], [("died", 3, "2", "2")]),
        # died and came back within the window: nothing lasting
        (["01 archived", "11 gone", "12 gone", "13 gone", "14 archived"], []),
        # dead before, had again
        (["01 gone", "02 gone", "03 gone", "11 archived"], [("back-again", 0, "3", "3")]),
        # in doubt before, had again
        (["01 archived", "09 gone", "11 archived"], [("back-again", 0, "2", "2")]),
        # dead, back, and in doubt again: of the three only the last holds
        (["01 gone", "02 gone", "03 gone", "11 archived", "12 gone"], [("in-doubt", 1, "4", "4")]),
        # behind a wall, once had
        (["01 archived", "11 login-wall", "12 bot-wall", "13 login-wall"], [("closed", 3, "3", "3")]),
        # behind a wall from the beginning
        (["11 login-wall", "12 login-wall", "13 login-wall"], []),
        # lost, then a wall before its grave: it is not less lost
        (["01 archived", "02 gone", "03 gone", "04 gone", "11 bot-wall"], []),
        # closed, then gone
        (["01 archived", "02 robots", "03 robots", "04 robots", "11 gone"], [("died", 4, "4", "4")]),
        # our own fault kills nobody
        (["01 archived", "11 unknown", "12 unknown", "13 unknown"], []),
        # drift
        (["01 archived same-text", "11 archived changed"], [("drifted", 0, "1", "1")]),
        # drift by steps: known by the step that was reached
        (["01 archived changed", "11 archived major", "12 archived major"], [("drifted", 0, "1", "1")]),
        # cosmetic change
        (["01 archived same-bytes", "11 archived minor"], []),
        # drifted before, no further
        (["01 archived major", "11 archived major"], []),
        # less than before, and not as it was
        (["01 archived major", "11 archived changed"], []),
        # replaced for a day within the window
        (["01 archived same-text", "11 archived replaced", "12 archived same-text"], []),
        # reads again as it was cited
        (["01 archived major", "11 archived minor"], [("back-again", 0, "1", "1")]),
        # leads elsewhere
        (
            ["01 archived", "11 archived - http://n.example/", "12 archived - http://n.example/"],
            [("moved", 0, "2", "1")],
        ),
    ],
)
def test_events(rows: list[str], expected: list[tuple[str, int, str, str]]) -> None:
    """An event is a difference between what was known before and what is known now."""
    found = [
        (str(each.kind), each.strikes, each.look.record_id[10:-1], each.first.record_id[10:-1])
        for each in findings(looks(*rows), SINCE)
    ]

    assert expected == found


def test_the_first_letter_tells_all_that_lasts() -> None:
    """Without a moment to begin from, everything is news."""
    rows = ["01 archived same-text", "02 archived major", "03 gone"]

    assert ["in-doubt", "drifted"] == [str(each.kind) for each in findings(looks(*rows), None)]


@pytest.mark.parametrize(
    ("stood", "expected"),
    [
        # stood there, and does no more
        ([("01", "verbatim"), ("11", "gone"), ("12", "gone")], (EventKind.QUOTE_GONE, "11")),
        # in the window alone
        ([("11", "near"), ("12", "gone")], (EventKind.QUOTE_GONE, "12")),
        # never stood there
        ([("01", "gone"), ("11", "gone")], None),
        ([("11", "gone")], None),
        # gone before
        ([("01", "verbatim"), ("02", "gone"), ("11", "gone")], None),
        # gone and back within the window
        ([("01", "verbatim"), ("11", "gone"), ("12", "near")], None),
        # back
        ([("01", "verbatim"), ("02", "gone"), ("11", "verbatim")], (EventKind.BACK_AGAIN, "11")),
        # other typography is nothing
        ([("01", "verbatim"), ("11", "near")], None),
        # a few words of it were changed, in the window or before it
        ([("01", "verbatim"), ("11", "altered"), ("12", "altered")], (EventKind.QUOTE_ALTERED, "11")),
        ([("11", "near"), ("12", "altered")], (EventKind.QUOTE_ALTERED, "12")),
        ([("01", "verbatim"), ("02", "gone"), ("11", "altered")], (EventKind.QUOTE_ALTERED, "11")),
        ([("01", "verbatim"), ("02", "altered"), ("11", "altered")], None),
        # quoted with other words from the beginning
        ([("01", "altered"), ("11", "altered")], None),
        ([("01", "altered"), ("11", "gone")], (EventKind.QUOTE_GONE, "11")),
        ([("01", "altered"), ("02", "gone"), ("11", "altered")], (EventKind.BACK_AGAIN, "11")),
        # the old words are back
        ([("01", "verbatim"), ("02", "altered"), ("11", "near")], (EventKind.BACK_AGAIN, "11")),
        ([], None),
    ],
)
def test_quotes(stood: list[tuple[str, str]], expected: tuple[EventKind, str] | None) -> None:
    """Words are gone only where they once stood."""
    made = looks(*(f"{day} archived" for day, _ in stood))
    found = quote_finding(list(zip(made, [each for _, each in stood], strict=True)), SINCE)

    assert expected == (found and (found.kind, found.look.date[8:10]))


def test_the_charts_reckon_as_the_events_do() -> None:
    """How a source stands is the same whoever asks."""
    rows = [
        ("01", "gone"),
        ("02", "unknown"),
        ("03", "gone"),
        ("04", "gone"),
        ("05", "archived"),
        ("06", "robots"),
    ]

    assert ["in-doubt", "in-doubt", "in-doubt", "lost", "well", "in-doubt"] == list(name_of(rows))
