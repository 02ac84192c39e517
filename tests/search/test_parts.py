"""Parts of captures as they come out of Datasette: pages, films, records; and captures as mementos."""

import asyncio
import gzip
import io
import sqlite3
import subprocess
import sys
import wave
from pathlib import Path

import pytest

datasette_app = pytest.importorskip("datasette.app", reason="Datasette is an extra")

from datasette.plugins import pm  # noqa: E402

from archiver.search.datasette import memento, parts, plugin  # noqa: E402
from archiver.search.datasette.held import Held  # noqa: E402
from archiver.search.datasette.sending import Made, Whole  # noqa: E402

if not any(each is plugin for each in pm.get_plugins()):
    pm.register(plugin, name="archiver-under-test")

A = "http://a.example/"
_PAGE = b"<!doctype html><title>Mill</title><style>.x{opacity:.01}</style><p>The mill stood by the river.</p><img src=/i.png><img src=/gone.png>"
_FRAMES = (
    b"<html><frameset cols='1,2'><frame src=/mill name=left><frame src=/never name=right></frameset></html>"
)
_DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" '
    b'src="http://evil.example/"/></foreignObject><circle r="9"/></svg>'
)
_LONG = bytes(range(256)) * 256  # 64 kB: more than these tests keep in memory


def _sound() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes(8000))
    return file.getvalue()


_ANSWERS = (
    (f"{A}mill", 200, "text/html", _PAGE, "2020-01-01T00:00:00Z"),
    (f"{A}mill", 200, "text/html", _PAGE + b"2", "2021-01-01T00:00:00Z"),
    (f"{A}mill", 200, "text/html", _PAGE + b"3", "2022-01-01T00:00:00Z"),
    (f"{A}i.png", 200, "image/png", b"\x89PNG\r\n\x1a\n" + bytes(50), "2020-01-02T00:00:00Z"),
    (f"{A}s.wav", 200, "audio/wav", _sound(), "2020-01-02T00:00:00Z"),
    (f"{A}long", 200, "application/zip", _LONG, "2020-01-02T00:00:00Z"),
    (f"{A}frames", 200, "text/html", _FRAMES, "2020-01-02T00:00:00Z"),
    (f"{A}old", 301, "text/html", b"Moved", "2021-01-02T00:00:00Z"),
    (f"{A}Paper?b=2&a=1", 200, "text/html", _PAGE, "2020-01-02T00:00:00Z"),
    (f"{A}d.svg", 200, "image/svg+xml", _DRAWING, "2020-01-02T00:00:00Z"),
)
MILL, MIDDLE, LAST, IMAGE, SOUND, LONG, FRAMES, OLD, PAPER, DRAWING = range(1, 11)


def _record(number: int, url: str, status: int, kind: str, body: bytes, date: str) -> bytes:
    location = f"Location: {A}mill\r\n" if status == 301 else ""
    head = (
        f"HTTP/1.1 {status} As it is\r\nContent-Type: {kind}\r\n{location}Content-Length: {len(body)}\r\n\r\n"
    )
    block = head.encode() + body
    fields = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: {date}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return fields.encode() + block + b"\r\n\r\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Make an archive of one WARC."""
    made = tmp_path_factory.mktemp("archive")
    (made / "collection.toml").write_text('[blog]\nseeds = ["http://a.example/"]\n')
    (made / "warcs").mkdir()
    records = (_record(number, *answer) for number, answer in enumerate(_ANSWERS))
    (made / "warcs" / "a-000001.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    subprocess.run([sys.executable, "-m", "archiver", "rebuild", "--quiet", "--archive", made], check=True)
    return made


@pytest.fixture
def ask(folder, monkeypatch):
    """Ask for a part of a capture, or whatever lies below `/archive/-/`."""
    monkeypatch.setattr(parts, "IN_MEMORY", 10_000)

    def answer(at, method="GET", **headers):
        async def _ask():
            served = datasette_app.Datasette([str(folder / "archive.db")])
            await served.invoke_startup()
            path = at if isinstance(at, str) else "snapshot/" + "/".join(map(str, at))
            headers["host"] = "127.0.0.1"
            found = await served.client.request(
                method,
                f"/archive/-/{path}",
                headers={name.replace("_", "-"): text for name, text in headers.items()},
            )
            for database in served.databases.values():
                database.close()
            return found

        return asyncio.run(_ask())

    return answer


def test_a_payload_comes_whole_however_long(ask):
    """And the record as it lies in its file, which is a WARC file by itself."""
    assert _LONG == ask((LONG, "raw")).content
    assert b"\x1f\x8b" == ask((LONG, "record")).content[:2]
    assert "The mill stood" in ask((MILL, "content")).text
    assert "HTTP status 200" in ask((MILL, "headers")).text


@pytest.mark.parametrize(
    ("number", "wanted", "expected"),
    [
        (SOUND, "bytes=4-7", (206, "bytes 4-7/8044")),
        (SOUND, "bytes=8000-", (206, "bytes 8000-8043/8044")),
        (SOUND, "bytes=-4", (206, "bytes 8040-8043/8044")),
        (SOUND, "bytes=8000-99999", (206, "bytes 8000-8043/8044")),
        (LONG, "bytes=65000-65009", (206, f"bytes 65000-65009/{len(_LONG)}")),
        # nothing is there
        (SOUND, "bytes=8044-", (416, "bytes */8044")),
        (SOUND, "bytes=-0", (416, "bytes */8044")),
        # several, or no range: all of it
        (SOUND, "bytes=0-1,4-5", (200, None)),
        (SOUND, "bytes=7-4", (200, None)),
        (SOUND, "lines=1-2", (200, None)),
    ],
)
def test_players_get_the_bytes_that_they_seek(ask, number, wanted, expected):
    """One range at a time (RFC 9110, 14)."""
    whole = ask((number, "raw")).content
    found = ask((number, "raw"), range=wanted)
    status, said = expected
    start, end = (0, len(whole) - 1) if status == 200 else (0, -1)
    if status == 206:
        start, end = map(int, said.split()[1].partition("/")[0].split("-"))

    assert expected == (found.status_code, found.headers.get("content-range"))
    assert whole[start : end + 1] == found.content


def test_a_range_of_another_state_is_none(ask):
    """Who asks for the rest of something else gets all of this."""
    tag = ask((SOUND, "raw")).headers["etag"]

    assert 206 == ask((SOUND, "raw"), range="bytes=0-3", if_range=tag).status_code
    assert 200 == ask((SOUND, "raw"), range="bytes=0-3", if_range='"other"').status_code


@pytest.mark.parametrize("part", ["content", "raw", "headers", "record"])
def test_what_a_browser_has_is_not_sent_again(ask, folder, part):
    """Until the archive is written to: then all is asked for anew."""
    tag = ask((MILL, part)).headers["etag"]
    again = ask((MILL, part), if_none_match=f'"x", W/{tag}')
    with sqlite3.connect(folder / "archive.db") as database:
        database.execute("UPDATE snapshots SET date = date WHERE id = 1")
    database.close()
    later = ask((MILL, part), if_none_match=tag)

    assert (304, b"") == (again.status_code, again.content)
    assert "content-type" not in again.headers
    assert 200 == later.status_code
    assert later.headers["cache-control"] == "private, no-cache"


def test_a_page_is_made_once(ask, monkeypatch):
    """Whoever asks next gets what was made."""
    held = Held()
    monkeypatch.setattr(parts, "_held", held)
    first = ask((MILL, "content")).text
    monkeypatch.setattr(parts, "_made", None)

    assert first == ask((MILL, "content")).text


def test_a_drawing_is_made_safe(ask):
    """Opened by itself it is a document: a browser connects to what it names, whatever a policy says."""
    shown = ask((DRAWING, "content"))

    assert "image/svg+xml" == shown.headers["content-type"].partition(";")[0]
    assert ["<circle" in shown.text, "script" in shown.text, "evil" in shown.text] == [True, False, False]


def test_what_is_kept_is_bounded():
    """By bytes; what was asked for last stays."""
    held = Held(most=10_000)
    asked = []

    def make(number):
        asked.append(number)
        return Made(Whole(bytes(2000)), "text/plain", {})

    for number in (1, 2, 1, 3, 1, 2):
        held.get(number, lambda number=number: make(number))

    assert [1, 2, 3, 2] == asked
    assert held.size <= 10_000


def test_what_leads_on_leads_to_what_it_led_to(ask):
    """A redirect is shown as the capture that is nearest to it in time."""
    found = ask((OLD, "content"))

    assert (302, f"/archive/-/snapshot/{MIDDLE}/content") == (found.status_code, found.headers["location"])
    assert b"Moved" == ask((OLD, "raw")).content


def test_a_page_of_frames_shows_them(ask):
    """Each in a frame of its own that nothing gets out of; what is not there is said so."""
    page = ask((FRAMES, "page")).text

    assert f'sandbox="" referrerpolicy="no-referrer" src="/archive/-/snapshot/{MILL}/content"' in page
    assert page.count("<iframe") == 1
    assert "This frame is not in the archive." in page


def test_a_page_can_be_had_without_its_styles(ask):
    """Where they hide or cover its words; the page view leads there and back."""
    assert "opacity:.01" in ask((MILL, "content")).text
    plain = ask(f"snapshot/{MILL}/content?styles=none")

    assert "opacity:.01" not in plain.text
    assert "sandbox" in plain.headers["content-security-policy"]
    assert f'href="/archive/-/snapshot/{MILL}/page?styles=none"' in ask((MILL, "page")).text
    assert (
        f'src="/archive/-/snapshot/{MILL}/content?styles=none"'
        in ask(f"snapshot/{MILL}/page?styles=none").text
    )


def test_a_memento_names_those_beside_it(ask):
    """The first, the last, the one before and the one after (RFC 7089, 2.2.4)."""
    found = ask((MIDDLE, "content"))
    at = "http://127.0.0.1/archive/-/"

    assert "Fri, 01 Jan 2021 00:00:00 GMT" == found.headers["memento-datetime"]
    assert [
        f'<{A}mill>; rel="original"',
        f'<{at}timegate/{A}mill>; rel="timegate"',
        f'<{at}timemap/link/{A}mill>; rel="timemap"; type="application/link-format"',
        f'<{at}snapshot/{MILL}/content>; rel="first prev memento"; datetime="Wed, 01 Jan 2020 00:00:00 GMT"',
        f'<{at}snapshot/{MIDDLE}/content>; rel="memento"; datetime="Fri, 01 Jan 2021 00:00:00 GMT"',
        f'<{at}snapshot/{LAST}/content>; rel="next last memento"; datetime="Sat, 01 Jan 2022 00:00:00 GMT"',
    ] == found.headers["link"].replace(", <", "\n<").split("\n")


@pytest.mark.parametrize(
    "written",
    [
        f"{A}Paper?b=2&a=1",
        "a.example/Paper?b=2&a=1",  # without a scheme
        "http:/a.example/Paper?b=2&a=1",  # a proxy took a slash
        "https://a.example/Paper?b=2&a=1",
        "http://www.a.example/paper?a=1&b=2",
        f"{A}Paper/?b=2&a=1",
        f"{A}%50aper?b=2&a=1",
    ],
)
def test_an_address_is_found_however_it_is_spelled(ask, written):
    """As other archives find it."""
    found = ask(f"timegate/{written}")

    assert (302, f"http://127.0.0.1/archive/-/snapshot/{PAPER}/content") == (
        found.status_code,
        found.headers["location"],
    )
    assert 404 == ask("timegate/http://a.example/Paper?b=2&a=2").status_code


def test_a_long_timemap_is_in_parts(ask, monkeypatch):
    """Each names the others, with the moments from and until which they reach (RFC 7089, 5.1.3)."""
    monkeypatch.setattr(memento, "PAGE", 2)
    at = "http://127.0.0.1/archive/-/timemap/"
    first, second = ask(f"timemap/link/{A}mill").text, ask(f"timemap/page/2/{A}mill").text

    assert (
        f'<{at}page/2/{A}mill>; rel="timemap"; type="application/link-format"; '
        'from="Sat, 01 Jan 2022 00:00:00 GMT"; until="Sat, 01 Jan 2022 00:00:00 GMT"'
    ) in first
    assert f'<{at}page/2/{A}mill>; rel="self"' in second
    assert (2, 1) == tuple(text.count('memento"; datetime=') for text in (first, second))
    assert 404 == ask(f"timemap/page/3/{A}mill").status_code


def test_a_head_says_what_a_get_would(ask):
    """Statuses and links, and no body asked for."""
    for at in (f"timegate/{A}mill", f"timemap/link/{A}mill", f"snapshot/{MILL}/content"):
        got, head = ask(at), ask(at, method="HEAD")

        assert (got.status_code, got.headers.get("link")) == (head.status_code, head.headers.get("link"))
