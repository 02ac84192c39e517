"""`archiver cite`: from "I cite this post" to a note, and to files."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from archiver.cli import main
from archiver.collection.folder import Collection, create_collection
from archiver.collection.template import render
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings, cite

POST = f"{BLOG}2019/09/mills/"
NOTE = (
    f"Ada Moss, “On Mills,” The Ledger (blog), September 12, 2019, {POST}, copy on file, captured January 1, 2026, "
    f"urn:uuid:{1:032x}, SHA-256 {1:064x}."
)


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """An archive of one post that cites a page and a lost one."""
    made = create_collection(tmp_path / "archive", render([BLOG], "The Ledger"))
    make = Readings()
    with Store(made.database) as store:
        store.add(
            make.post(
                POST,
                cite("https://s.example/paper", label="1"),
                cite("https://s.example/gone", label="2"),
                title="On Mills",
                text="The mills made paper.",
            )
        )
        store.add(make.source("https://s.example/paper", title="Paper", text="Paper is made of rags."))
        store.add(make.gone("https://s.example/gone"))
        store.commit(WARC, 3)
    return made


def run(collection: Collection, *words: str):
    """Run the command; without a terminal."""
    return CliRunner().invoke(main, ["cite", "--archive", str(collection.folder), *words])


@pytest.mark.parametrize("named", ["p1", "1", POST, "blog.example/2019/09/mills", "2019-09"])
def test_a_post_becomes_a_note(collection, named):
    """However it is named, and without any other word: one line to paste."""
    done = run(collection, named)

    assert (0, f"{NOTE}\n", "") == (done.exit_code, done.stdout, done.stderr)


def test_a_style_is_asked_for(collection):
    """By its name; italics as HTML where they are wanted."""
    done = run(collection, "p1", "--format", "apa", "--markup", "html")

    assert done.stdout.startswith("<p>Moss, A. (2019, September 12). On Mills. <i>The Ledger</i>. <a href=")


def test_sources_follow_where_they_are_wanted(collection):
    """The post, then what it cites; what is gone has no copy."""
    done = run(collection, "p1", "--with-sources")

    post, paper, gone = done.stdout.splitlines()

    assert (NOTE, "https://s.example/gone.") == (post, gone)
    assert paper.startswith("“Paper,” accessed January 1, 2026, https://s.example/paper, copy on file, ")


def test_a_file_tells_its_format(collection, tmp_path):
    """By its suffix; what was there is replaced as a whole."""
    target = tmp_path / "mills.bib"
    target.write_text("old")
    done = run(collection, "p1", "s1", "-o", str(target))

    assert (0, "") == (done.exit_code, done.output)
    assert 2 == target.read_text(encoding="utf-8").count("@misc{")


def test_ris_keeps_its_line_ends(collection, tmp_path):
    """Which the format asks for."""
    target = tmp_path / "all.ris"
    run(collection, "--all", "-o", str(target))
    data = target.read_bytes()

    assert 3 == data.count(b"\r\nER  - \r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_search_is_cited(collection):
    """All that it finds; nothing found is no error, and is said."""
    found = run(collection, "--search", "rags", "-f", "csl-json")
    nothing = run(collection, "--search", "unheard")

    assert ["Paper"] == [item["title"] for item in json.loads(found.stdout)]
    assert (0, "", "archiver: nothing found.\n") == (nothing.exit_code, nothing.stdout, nothing.stderr)


def test_an_empty_search_is_an_empty_array(collection):
    """Programs read what a format promises."""
    assert [] == json.loads(run(collection, "--search", "unheard", "-f", "csl-json").stdout)


def test_json_has_the_work_and_its_copy_apart(collection):
    """For programs: the key, the text, and all that is known."""
    (told,) = json.loads(run(collection, "p1", "--json").stdout)

    assert (NOTE, "On Mills", f"{1:064x}", "live") == (
        told["text"],
        told["work"]["title"],
        told["copy"]["sha256"],
        told["status"],
    )
    assert told["key"].startswith("moss2019mills-")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["p9"], "'p9' is neither a post (p12), a source (s7), a citation (c31)"),
        (["https://elsewhere.example/"], "'https://elsewhere.example/' is neither a post"),
        ([], "Say what to cite"),
        (["p1", "--all"], "Say what to cite"),
        (["p1", "--format", "harvard"], "'harvard' is not one of"),
        (["--month", "yesterday"], "is no month"),
        (["p1", "--host", "s.example"], "narrow a search"),
    ],
)
def test_what_cannot_be_cited_is_named(collection, words, said):
    """With what to do instead; it is an error of usage."""
    done = run(collection, *words)

    assert (2, "") == (done.exit_code, done.stdout)
    assert said in done.stderr


def test_a_work_is_written_once(collection):
    """A key that stands twice in a file is an error to those who read it."""
    done = run(collection, "p1", "2019-09", "s1", "s1", "--with-sources", "-f", "bibtex")

    assert 3 == done.stdout.count("@misc{")


def test_a_file_that_cannot_be_written_is_named(collection, tmp_path):
    """With the reason."""
    done = run(collection, "p1", "-o", str(tmp_path / "nowhere" / "p1.bib"))

    assert 1 == done.exit_code
    assert "nowhere/p1.bib: cannot be written: No such file" in done.stderr


def test_a_month_without_posts_is_an_error(collection):
    """Nothing is written for it."""
    done = run(collection, "--month", "2011-01")

    assert (1, "") == (done.exit_code, done.stdout)
    assert "2011-01: no post of that month is here" in done.stderr


def test_our_public_address_stands_in_the_note(collection):
    """Once the settings name it; then nothing is on file only."""
    toml = collection.folder / "collection.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(
        text.replace('# public_base_url = ""', 'public_base_url = "https://archive.example/"'),
        encoding="utf-8",
    )
    done = run(collection, "p1")

    assert done.stdout.endswith(
        f"{POST}, archived January 1, 2026, https://archive.example/snapshot-1.html.\n"
    ), done.output


def test_a_folder_that_is_no_archive_is_said_to_be_none(tmp_path):
    """As by every command."""
    done = CliRunner().invoke(main, ["cite", "--archive", str(tmp_path), "p1"])

    assert 10 == done.exit_code
