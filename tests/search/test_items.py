"""What is cited, read from the database: the work, its copy, what became of it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archiver.collection.publish_settings import PublishSettings
from archiver.models.blog import Month
from archiver.models.item import CitedWork, CitingPlace, Copy, Item, PartialDate, PublicCopy, Status
from archiver.models.pages import Wanted
from archiver.models.views import Reference
from archiver.models.work import Name
from archiver.search.items import Shelf
from archiver.search.meant import meant
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings, cite

S = "https://s.example/"
MEMENTO = "https://web.archive.org/web/20190912080000id_/https://s.example/paper"


def post(number):
    """A post by its number."""
    return Reference(kind="post", id=number)


def source(number):
    """A source by its number."""
    return Reference(kind="source", id=number)


def write(path: Path, sql: str, *values: object) -> None:
    """Change what a crawl of another kind would have left."""
    with closing(sqlite3.connect(path)) as db:
        db.execute(sql, values)
        db.commit()


def ids(items):
    """Their numbers."""
    return [item.id for item in items]


def test_a_post_is_cited_with_its_own_capture(path):
    """The day is the author's; the copy is on file, by its record and its digest."""
    item = Shelf(path=path, blog="The Ledger").item(post(1))

    assert item == Item(
        id="p1",
        identity=f"{BLOG}a/",
        work=CitedWork(
            type="post-weblog",
            title="On paper mills",
            author=(Name(family="Moss", given="Ada"),),
            container_title="The Ledger",
            issued=PartialDate(year=2019, month=9, day=12),
            URL=f"{BLOG}a/",
            language=item.work.language,
        ),
        copy=item.copy,
        status=Status.LIVE,
        outcome="archived",
    )
    assert item.copy == Copy(
        snapshot_id=item.copy.snapshot_id,
        date="2026-01-01T00:03:00Z",
        record_id=f"urn:uuid:{3:032x}",
        sha256=f"{3:064x}",
        warc=WARC,
    )


def test_a_post_that_was_not_captured_has_no_copy(path):
    """Nothing backs it, and nothing is claimed."""
    item = Shelf(path=path).item(post(3))

    assert (None, None, "pending") == (item.copy, item.status, item.outcome)


def test_a_number_of_nothing_is_nothing(path):
    """Neither an error nor an empty work."""
    assert None is Shelf(path=path).item(post(99)) is Shelf(path=path).item(source(99))
    assert [] == list(Shelf(path=path).of([Reference(kind="citation", id=99)]))


def test_a_source_that_is_gone_is_dead(path):
    """What came instead of it backs nothing."""
    item = Shelf(path=path).item(source(2))

    assert (f"{S}dead", Status.DEAD, None) == (item.work.URL, item.status, item.copy)


def test_what_a_post_cites_follows_it(path):
    """Each work once, in the order in which it is cited."""
    shelf = Shelf(path=path)

    assert ["p1", "s1", "s2", "s3"] == ids(shelf.of([post(1)], with_sources=True))
    assert ["p2", "s1", "p1", "s2", "s3"] == ids(shelf.of([post(2), post(1)], with_sources=True))


def test_a_citation_has_its_words_and_its_address(path):
    """The address as written, beside the one that all its spellings share."""
    (item,) = Shelf(path=path).of([Reference(kind="citation", id=4)])

    assert ("s1", f"{S}paper?utm_source=b") == (item.id, item.work.URL)
    assert item.place == CitingPlace(
        post_id=2,
        post_url=f"{BLOG}b/",
        label="1",
        sentence="Sentence 1.",
        note=f"{S}paper?utm_source=b",
    )


def test_a_month_is_its_captured_posts(path):
    """In the order of their dates; with what they cite, where that is asked for."""
    shelf = Shelf(path=path)

    assert ["p1", "p2"] == ids(shelf.of_month(Month(year=2019, month=9)))
    assert [] == ids(shelf.of_month(Month(year=2019, month=8)))


def test_a_search_is_all_that_it_finds(path):
    """Whatever page of results is looked at, and through its filters."""
    shelf = Shelf(path=path)

    assert ["p1", "p2", "s1", "s3"] == sorted(ids(shelf.of_search(Wanted(words="paper", page=7))))
    assert ["s1", "s3"] == sorted(ids(shelf.of_search(Wanted(words="paper", kind="source"))))
    assert [] == ids(shelf.of_search(Wanted(words="...")))


def test_everything_is_posts_then_sources(path):
    """Captured posts, and whatever posts cite."""
    assert ["p1", "p2", "s1", "s2", "s3"] == ids(Shelf(path=path).everything())


def test_the_copy_is_the_capture_nearest_to_the_post(tmp_path):
    """Of a page that was captured often: as it was when the post was written; for another post, another."""
    make = Readings()
    made = tmp_path / "often.db"
    with Store(made) as store:
        for reading in (
            make.post(f"{BLOG}old/", cite(f"{S}often"), published="2026-01-01T00:03:30Z"),
            make.post(f"{BLOG}new/", cite(f"{S}often"), published="2026-01-01T00:05:30Z"),
            make.source(f"{S}often", title="First", text="One two three four."),
            make.source(f"{S}often", title="Second", text="Five six seven eight."),
            make.source(f"{S}often", title="Third", text="Nine ten eleven twelve."),
        ):
            store.add(reading)
        store.commit(WARC, 5)
    shelf = Shelf(path=made)
    found = [list(shelf.of([post(number)], with_sources=True))[1] for number in (1, 2)]

    assert ["First", "Third"] == [item.work.title for item in found]
    assert ["2026-01-01T00:03:00Z", "2026-01-01T00:05:00Z"] == [item.copy.date for item in found]


@pytest.mark.parametrize(
    ("outcome", "change", "expected"),
    [
        ("archived", None, Status.LIVE),
        ("archived", "minor", Status.LIVE),
        ("archived", "major", Status.DEVIATED),
        ("archived", "replaced", Status.DEVIATED),
        ("rescued", "major", Status.DEAD),
        ("unreachable", None, Status.DEAD),
        ("soft-404", None, Status.DEAD),
        ("parked", None, Status.USURPED),
        ("paywall", None, Status.LIVE),
        # nobody knows
        ("robots", None, None),
        ("unknown", None, None),
        ("pending", None, None),
    ],
)
def test_status_follows_the_outcome(path, outcome, change, expected):
    """And the last change, of what still answers."""
    write(path, "UPDATE sources SET outcome = ? WHERE id = 1", outcome)
    write(path, "UPDATE checks SET change = ? WHERE source_id = 1", change)

    assert expected is Shelf(path=path).item(source(1)).status


def test_our_address_is_public_where_the_settings_say_so(path):
    """The page of the static site; or a served one, where the setting has a place for the number."""
    site = PublishSettings(public_base_url="https://archive.example/ledger", name="the Ledger Archive")
    served = PublishSettings(public_base_url="https://data.example/archive/-/snapshot/{snapshot}")
    found = [Shelf(path=path, publish=publish).item(post(1)).copy for publish in (site, served)]
    number = found[0].snapshot_id

    assert [
        PublicCopy(
            url=f"https://archive.example/ledger/snapshot-{number}.html",
            date="2026-01-01T00:03:00Z",
            archive="the Ledger Archive",
        ),
        PublicCopy(url=f"https://data.example/archive/-/snapshot/{number}", date="2026-01-01T00:03:00Z"),
    ] == [copy.public for copy in found]


def test_a_capture_that_an_archive_gave_is_public_there(path):
    """Where people look at it, not where its bytes are; under the name that the archive has here."""
    write(
        path,
        "UPDATE snapshots SET archived_from = ?, date = '2019-09-12T08:00:00Z' WHERE target_uri = ?",
        MEMENTO,
        f"{S}paper",
    )
    public = Shelf(path=path).item(source(1)).copy.public

    assert public == PublicCopy(
        url="https://web.archive.org/web/20190912080000/https://s.example/paper",
        date="2019-09-12T08:00:00Z",
        archive="the Internet Archive",
    )


def test_a_submission_that_was_taken_is_public(path):
    """At the address that the service told, with its own date; not while it only may become one."""
    columns = "url, purpose, service, stage, submitted, told, memento_url, memento_date"
    sql = f"INSERT INTO submissions ({columns}) VALUES (?, 'source', 'x', ?, ?, '2026', ?, ?)"
    where = "https://web.archive.org/web/20260102/https://s.example/paper"
    write(path, sql, f"{S}paper", "accepted", "2026-01-01", None, None)
    before = Shelf(path=path).item(source(1)).copy.public
    write(path, sql, f"{S}paper", "done", "2026-01-02", where, "2026-01-02T03:00:30Z")
    after = Shelf(path=path).item(source(1)).copy.public

    assert (None, where, "2026-01-02T03:00:30Z") == (before, after.url, after.date)


def test_no_memento_is_claimed_that_nobody_looked_at(path):
    """A capture that an archive lists may be of an error page: only the same bytes tell."""
    columns = "url, archive, date, memento_url, original, same_payload"
    sql = f"INSERT INTO mementos ({columns}) VALUES (?, 'Arquivo.pt', '2019-01-01T00:00:00Z', ?, 'x', ?)"
    write(path, sql, f"{S}paper", "https://arquivo.pt/1id_/x", None)
    unknown = Shelf(path=path).item(source(1)).copy.public
    write(path, sql, f"{S}paper", "https://arquivo.pt/2id_/x", 1)
    same = Shelf(path=path).item(source(1)).copy.public

    assert (None, "Arquivo.pt") == (unknown, same.archive)


def test_a_work_without_an_address_is_what_its_note_says(path):
    """Volume, pages and editors are kept with the note, and come from there."""
    told = {
        "type": "chapter",
        "title": "The Rag Trade",
        "author": [{"family": "Ek", "given": "Ida"}],
        "editor": [{"family": "Vane", "given": "Mara"}],
        "container-title": "Paper",
        "volume": "3",
        "page": "12–30",
        "issued": {"date-parts": [[1963]]},
        "custom": {"kind": "full", "exact": "x"},
    }
    write(path, "UPDATE citations SET works = ? WHERE id = 3", json.dumps([told]))
    write(
        path,
        "INSERT INTO sources (id, work_key, outcome, type, title, author, issued) "
        "VALUES (50, 'k', 'not-web', 'chapter', 'The Rag Trade', 'Ida Ek', '1963')",
    )
    write(
        path, "INSERT INTO citation_sources (citation_id, source_id, position, is_link) VALUES (3, 50, 1, 0)"
    )
    work = Shelf(path=path).item(source(50)).work

    assert work == CitedWork(
        type="chapter",
        title="The Rag Trade",
        author=(Name(family="Ek", given="Ida"),),
        editor=(Name(family="Vane", given="Mara"),),
        container_title="Paper",
        volume="3",
        page="12–30",
        issued=PartialDate(year=1963),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p1", post(1)),
        ("S2", source(2)),
        ("c4", Reference(kind="citation", id=4)),
        ("2019-09", Month(year=2019, month=9)),
        (f"{BLOG}a", post(1)),
        (f"{S}paper", source(1)),
        ("c99", None),
        ("2019-13", None),
        ("nonsense", None),
    ],
)
def test_what_people_type(path, text, expected):
    """A number with its letter, a month, an address as it is pasted."""
    assert expected == meant(path, text)
