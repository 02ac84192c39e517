"""Mended links: with the archived copy, the new address, or our own record."""

from typing import Any

import pytest

from archiver.export.repairs import repair
from archiver.models.letter import Event, EventKind, Held, Place, Work

URL = "https://s.example/a"
RAW = f"https://web.archive.example/web/20190501030000id_/{URL}"
PUBLIC = f"https://web.archive.example/web/20190501030000/{URL}"
OWN = Held(record_id="<urn:uuid:1>", date="2026-02-01T03:00:00Z", target_uri=URL, warc="a.warc.gz")
MEMENTO = Held(
    record_id="<urn:uuid:2>",
    date="2019-05-01T03:00:00Z",
    target_uri=URL,
    warc="a.warc.gz",
    archived_from=RAW,
)


def event(kind: EventKind = EventKind.DIED, *held: Held, **more: Any) -> Event:
    """An event at a source."""
    fields: dict[str, Any] = {
        "id": "urn:uuid:0",
        "kind": kind,
        "date": "2026-03-01T03:00:00Z",
        "source": Work(id=1, url=URL, host="s.example", title="Rags", outcome="gone"),
        "evidence": "",
        "record_id": "<urn:uuid:3>",
        "outcome": "gone",
        "held": held,
        "held_count": len(held),
    }
    return Event(**fields | more)


def place(**more: Any) -> Place:
    """A footnote."""
    fields: dict[str, Any] = {
        "post_id": 1,
        "post_url": "https://blog.example/p/",
        "post_title": "P",
        "citation_id": 1,
        "kind": "footnote",
        "label": "1",
        "sentence": "Rags are rare.",
        "note": None,
        "anchor": "rare",
        "url": URL,
    }
    return Place(**fields | more)


def lines(text: str) -> list[str]:
    """What a diff takes away and adds."""
    return text.splitlines()[3:]


def test_an_archived_copy_is_a_robust_link() -> None:
    """In every form, with the address where people look at it; our own record is second to it."""
    made = repair(event(EventKind.DIED, OWN, MEMENTO), place())
    robust = f'<a href="{PUBLIC}" data-originalurl="{URL}" data-versionurl="{PUBLIC}" data-versiondate="2019-05-01">rare</a>'

    assert made is not None
    assert ("archived copy", PUBLIC, "2019-05-01") == (made.by, made.target, made.version_date)
    assert [f"-Rags are [rare]({URL}).", f"+Rags are [rare]({PUBLIC})."] == lines(made.markdown)
    assert [f'-Rags are <a href="{URL}">rare</a>.', f"+Rags are {robust}."] == lines(made.html)
    assert robust == made.robust_link
    assert (
        f"{{{{cite web |url={URL} |title=Rags |website=s.example |archive-url={PUBLIC} "
        "|archive-date=2019-05-01 |url-status=dead}}"
    ) == made.cite_web


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        # where it moved to for good
        (event(EventKind.MOVED, OWN, moved_to="https://n.example/"), "+Rags are [rare](https://n.example/)."),
        # our own record
        (event(EventKind.DIED, OWN), f"+Rags are [rare]({URL}) (on file, 2026-02-01, urn:uuid:1)."),
        # a new address that is none
        (
            event(EventKind.MOVED, OWN, moved_to="javascript:1"),
            f"+Rags are [rare]({URL}) (on file, 2026-02-01, urn:uuid:1).",
        ),
    ],
)
def test_what_mends_a_link(happened: Event, expected: str) -> None:
    """The new address, else the archived copy, else our own record."""
    made = repair(happened, place())

    assert made is not None
    assert expected == lines(made.markdown)[1]
    assert made.robust_link is None


@pytest.mark.parametrize(
    ("happened", "where"),
    [
        # nothing is held
        (event(EventKind.DIED), place()),
        # one bad day is no reason to change a post
        (event(EventKind.IN_DOUBT, MEMENTO), place()),
        # nothing is hurt
        (event(EventKind.BACK_AGAIN, OWN), place()),
        # no link of the web
        (event(EventKind.DIED, OWN), place(url="javascript:alert(1)")),
    ],
)
def test_what_is_not_mended(happened: Event, where: Place) -> None:
    """Where there is nothing to mend, or nothing to mend it with, nothing is proposed."""
    assert repair(happened, where) is None


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        # the note holds the link's words
        ({"note": "See rare things, p. 3."}, f"See [rare]({URL}) things, p. 3."),
        # the note holds the address alone
        ({"note": f"See {URL}.", "anchor": None}, f"See [Rags]({URL})."),
        # neither sentence nor note holds it
        ({"sentence": "Other.", "anchor": "gone"}, f"[gone]({URL})"),
        # marks of Markdown are no marks
        (
            {"sentence": "A *b* [c] rare_d.", "anchor": "rare_d"},
            rf"A \*b\* \[c\] [rare\_d]({URL}).",
        ),
    ],
)
def test_the_line_is_the_authors(more: dict[str, Any], expected: str) -> None:
    """The line as it stands in the post, the link as written."""
    made = repair(event(EventKind.DIED, OWN), place(**more))

    assert made is not None
    assert f"-{expected}" == lines(made.markdown)[0]


@pytest.mark.parametrize(
    ("happened", "status"),
    [
        # the page is there, and another
        (event(EventKind.DRIFTED, MEMENTO, outcome="archived"), "deviated"),
        # another owner
        (event(EventKind.DIED, MEMENTO, outcome="parked"), "usurped"),
        (event(EventKind.DIED, MEMENTO, outcome="unreachable"), "dead"),
    ],
)
def test_the_templates_own_words_for_what_happened(happened: Event, status: str) -> None:
    """`url-status` as Template:Cite web has it."""
    made = repair(happened, place())

    assert made is not None
    assert made.cite_web.endswith(f"|url-status={status}}}}}")
