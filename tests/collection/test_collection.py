"""A collection on disk: settings that say what is wrong with them, folders that are or are not one, a lock."""

import multiprocessing

import pytest

from archiver.collection.folder import (
    create_collection,
    discard_collection,
    is_collection,
    open_collection,
)
from archiver.collection.settings import Settings, read_settings
from archiver.collection.template import render
from archiver.models.blog import Month
from archiver.models.errors import LockedError, NotAnArchiveError, SettingsError
from archiver.models.lead import Scope

SEEDS = ["https://blog.example.org/"]


def test_template_is_valid_and_says_the_defaults(tmp_path):
    """Every commented setting of a new file, uncommented, is what holds anyway."""
    path = tmp_path / "collection.toml"
    path.write_text(render(SEEDS, "Über “Salz”"), encoding="utf-8")
    as_made = read_settings(path)
    lines = render(SEEDS, "Über “Salz”").splitlines()
    examples = ("# since", "# until", "# months", "# contact")
    spelt_out = [line.removeprefix("# ") for line in lines if " = " in line and not line.startswith(examples)]
    tables = [line for line in lines if line.startswith("[")]
    path.write_text(
        "\n".join(
            line.removeprefix("# ")
            for line in lines
            if line in tables or line.removeprefix("# ") in spelt_out
        )
    )

    assert as_made == read_settings(path)
    assert as_made.blog.title == "Über “Salz”"


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[blog", "not TOML"),
        ("", "blog: Field required"),
        ("[blog]\nseeds = []", "blog.seeds"),
        ('[blog]\nseeds = ["blog.example.org"]', "no web address"),
        ('[blog]\nseeds = ["https://a.example/"]\nsince = "2019-13"', "write it as 2019-09"),
        (
            '[blog]\nseeds = ["https://a.example/"]\n[politeness]\ndelays = 1',
            "politeness.delays: Extra inputs",
        ),
        ('[blog]\nseeds = ["https://a.example/"]\n[politeness]\ndelay = -1', "politeness.delay"),
        (
            '[blog]\nseeds = ["https://a.example/"]\n[network]\nallow_networks = ["10.0.0.0/99"]',
            "network.allow_networks",
        ),
    ],
)
def test_broken_settings_say_what_is_wrong_and_where(tmp_path, toml, words):
    """One line that names the file and the setting."""
    path = tmp_path / "collection.toml"
    path.write_text(toml)
    with pytest.raises(SettingsError) as caught:
        read_settings(path)

    assert (True, True, 2) == (
        words in str(caught.value),
        str(path) in str(caught.value),
        caught.value.exit_code,
    )


def test_scope_is_what_the_settings_say():
    """Months are values, not text."""
    blog = {"seeds": SEEDS, "since": "2018-01", "months": ["2019-09"]}
    made = Settings.model_validate({"blog": blog}).scope()

    assert Scope(months=frozenset([Month(year=2019, month=9)]), since=Month(year=2018, month=1)) == made


def test_a_new_collection_can_be_opened_and_taken_back(tmp_path):
    """What was made is taken back whole; what lay there stays."""
    folder = tmp_path / "an archive"
    folder.mkdir()
    (folder / "README.md").write_text("mine")
    collection = create_collection(folder, render(SEEDS))

    assert (collection, True) == (open_collection(folder), is_collection(folder))
    discard_collection(collection)

    assert ["README.md"] == [path.name for path in folder.iterdir()]


def test_a_folder_made_for_a_collection_goes_with_it(tmp_path):
    """Nothing half is left behind."""
    discard_collection(create_collection(tmp_path / "new" / "archive", render(SEEDS)))

    assert not (tmp_path / "new" / "archive").exists()


@pytest.mark.parametrize("what", ["missing", "empty", "a file", "full of other things"])
def test_a_folder_that_is_no_archive_is_refused(tmp_path, what):
    """Exit code 10, and what to do next."""
    folder = tmp_path / "folder"
    if what == "a file":
        folder.write_text("x")
    elif what != "missing":
        folder.mkdir()
    if what == "full of other things":
        (folder / "thesis.odt").write_text("x")
        with pytest.raises(NotAnArchiveError):
            create_collection(folder, render(SEEDS))
    with pytest.raises(NotAnArchiveError, match="archiver crawl") as caught:
        open_collection(folder)

    assert caught.value.exit_code == 10


def _hold(folder, held, release):
    with open_collection(folder).lock():
        held.set()
        release.wait(30)


def test_two_writers_exclude_each_other(tmp_path):
    """The second is told who holds the lock, and gets it when the first has gone."""
    folder = create_collection(tmp_path / "archive", render(SEEDS)).folder
    context = multiprocessing.get_context("spawn")
    held, release = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(folder, held, release))
    other.start()
    assert held.wait(30)
    with pytest.raises(LockedError, match=str(other.pid)), open_collection(folder).lock():
        pass
    other.kill()
    other.join()
    with open_collection(folder).lock():
        pass
    other.close()


def test_warc_files_come_in_the_order_of_writing(tmp_path):
    """An open file sorts where it will stand when finished."""
    collection = create_collection(tmp_path / "archive", render(SEEDS))
    names = [
        "archiver-000002-x.warc.gz.open",
        "archiver-000001-x.warc.gz",
        "notes.txt",
        "archiver-000003-x.warc.gz",
    ]
    for name in names:
        (collection.warcs / name).touch()

    assert [names[1], names[0], names[3]] == [path.name for path in collection.warc_files()]
