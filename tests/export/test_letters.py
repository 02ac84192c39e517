"""The letter in each of its formats, against files that a reviewer reads."""

import json as json_of
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archiver.export.letters import atom, html, json, text
from archiver.models.letter import Letter
from archiver.search.letter import letter
from tests.export.keeping import BLOG, Keeping, a_bad_week

GOLDEN = Path(__file__).parent / "letters"
SINCE, NOW = datetime(2026, 3, 3, tzinfo=UTC), datetime(2026, 3, 10, tzinfo=UTC)
WRITERS: dict[str, Callable[[Letter], str]] = {
    "letter.txt": text.write,
    "letter.html": html.write,
    "letter.json": json.write,
    "letter.atom": atom.write,
}
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "a\x1b[31m\u202eb\n\x00<script>alert(1)</script>|}}{{x}} ]] \x9b' \" &amp; --> \U000e0041\ufffe~~~~"
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\U000e0000-\U000e007f]")


@pytest.fixture
def bad_week(tmp_path: Path) -> Letter:
    """One of everything."""
    a_bad_week(tmp_path / "archive.db")
    return letter(tmp_path / "archive.db", NOW, SINCE)


def of_one_death(path: Path, words: str, url: str = "https://s.example/a") -> Letter:
    """A source of which title, note, quoted words and reasons are the same words."""
    with Keeping(path) as kept:
        post = kept.post("p", title=words)
        source = kept.source(url, words)
        place = kept.cite(post, source, url, sentence=words, note=words, anchor=words, label=words)
        was = kept.look(source, url, "2026-02-01", text=f"He counted 12 carts, {words}, on the road.")
        now = kept.look(
            source, url, "2026-03-04", text=f"He counted 14 carts, {words}, on the road.", change="replaced"
        )
        kept.cited(source, was)
        kept.quote(source, place, words, {was: "verbatim", now: "gone"})
        for day in ("2026-03-05", "2026-03-06", "2026-03-07"):
            kept.look(source, url, day, "gone", reason=words)
    return letter(path, NOW, SINCE)


@pytest.mark.parametrize("name", WRITERS)
def test_the_letter_is_as_it_was_read(name: str, bad_week: Letter) -> None:
    """Every format, byte for byte."""
    assert (GOLDEN / name).read_text(encoding="utf-8") == WRITERS[name](bad_week)


def test_a_letter_fits_a_mail(bad_week: Letter) -> None:
    """Our own lines are short; only what is to be pasted, and addresses, stay whole."""
    pasted = re.compile(r"[-+]|@@|<a |\{\{cite|.*https?://")
    long = [each for each in text.write(bad_week).splitlines() if len(each) > 78 and not pasted.match(each)]

    assert [] == long


@pytest.mark.parametrize("name", ["letter.txt", "letter.html"])
def test_nothing_happened_is_one_line(name: str, tmp_path: Path) -> None:
    """An empty archive has little to tell."""
    with Keeping(tmp_path / "archive.db"):
        pass
    told = letter(tmp_path / "archive.db", NOW, SINCE)

    assert told.is_empty
    assert 1 == sum("Nothing happened" in each for each in WRITERS[name](told).splitlines())


@pytest.mark.parametrize("name", WRITERS)
def test_strangers_words_steer_nothing(name: str, tmp_path: Path) -> None:
    """No control character, no change of direction, no markup of a title arrives as such."""
    written = WRITERS[name](of_one_death(tmp_path / "archive.db", HOSTILE))

    assert "He counted" in written
    assert [] == STEERING.findall(written)
    if name not in {"letter.txt", "letter.json"}:
        assert "<script" not in written


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)//h/a", 'https://s.example/"><script>', "https://s.example/|}}{{x"]
)
@pytest.mark.parametrize("name", ["letter.html", "letter.atom"])
def test_a_strangers_address_is_an_address(name: str, url: str, tmp_path: Path) -> None:
    """Links lead to the web, and end where they end."""
    written = WRITERS[name](of_one_death(tmp_path / "archive.db", "Words", url))

    assert [] == re.findall(r"""(?:href|src)=["'](?!https?://)|<script""", written)


def test_templates_stay_whole(tmp_path: Path) -> None:
    """A title cannot end the template, nor add a parameter to it."""
    told = json_of.loads(
        json.write(of_one_death(tmp_path / "archive.db", HOSTILE, "https://s.example/|}}a=b"))
    )
    cites = {
        each["repair"]["cite_web"] for event in told["events"] for each in event["places"] if each["repair"]
    }

    assert 1 == len(cites)
    (cite,) = cites
    inner = cite.removeprefix("{{").removesuffix("}}").replace("{{!}}", "")
    assert [] == re.findall(r"[{}\[\]<>]", inner)
    assert ["url", "title", "website", "access-date"] == re.findall(r"\|([a-z-]+)=", inner)


def test_the_page_asks_for_nothing(bad_week: Letter) -> None:
    """No script, no image, no style from elsewhere; and its policy forbids them."""
    written = html.write(bad_week)

    assert [] == re.findall(r"<(?:script|img|link|iframe|object)\b|\bon\w+=|\bstyle=|url\(|@import", written)
    assert "default-src 'none'" in written


def test_long_sections_are_cut_and_json_is_whole(bad_week: Letter) -> None:
    """A thousand events are told as fifty, and how many more."""
    died = bad_week.events[1]
    told = replace(bad_week, events=tuple(replace(died, id=f"urn:uuid:{n}") for n in range(1000)))

    assert 1000 == len(json_of.loads(json.write(told))["events"])
    assert "… and 950 more" in text.write(told)
    assert "… and 950 more" in html.write(told)
    assert 50 == text.write(told).count("DIED")


def test_the_feed_obeys_rfc_4287(bad_week: Letter) -> None:
    """One id, title and date each; ids are addresses and no two alike; an author; content of a known type."""
    feed = ET.fromstring(atom.write(bad_week))
    entries = feed.findall(f"{ATOM}entry")
    moment = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")

    assert f"{ATOM}feed" == feed.tag
    assert 7 == len(entries)  # six events and a post
    assert 1 == len(feed.findall(f"{ATOM}author/{ATOM}name"))  # 4.1.1: or one in every entry
    for each in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert 1 == len(each.findall(ATOM + name))
        assert moment.fullmatch(each.findtext(f"{ATOM}updated") or "")
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each.findtext(f"{ATOM}id") or "")
    ids = [each.findtext(f"{ATOM}id") for each in (feed, *entries)]
    assert len(ids) == len(set(ids))
    assert {"html"} == {each.get("type") for each in feed.iter(f"{ATOM}content")}
    assert all(each.get("href") and each.get("rel") == "alternate" for each in feed.iter(f"{ATOM}link"))


def test_an_event_keeps_its_id(tmp_path: Path, bad_week: Letter) -> None:
    """A reader that polls sees each event once, from whatever day it is told."""
    later = letter(
        tmp_path / "archive.db", datetime(2026, 3, 20, tzinfo=UTC), datetime(2026, 3, 5, tzinfo=UTC)
    )

    assert {each.id for each in bad_week.events} == {each.id for each in later.events}


def test_words_quoted_twice_are_one_event(tmp_path: Path) -> None:
    """The same words in two posts went once; both places are hurt."""
    url = "https://s.example/"
    with Keeping(tmp_path / "archive.db") as kept:
        source = kept.source(url)
        places = [kept.cite(kept.post(name), source, url) for name in ("a", "b")]
        was, now = (kept.look(source, url, day) for day in ("2026-02-01", "2026-03-04"))
        for place in places:
            kept.quote(source, place, "Rags are rare.", {was: "verbatim", now: "gone"})
    (event,) = letter(tmp_path / "archive.db", NOW, SINCE).events

    assert [f"{BLOG}a/", f"{BLOG}b/"] == [each.post_url for each in event.places]
