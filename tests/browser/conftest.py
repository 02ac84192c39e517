"""A browser, archives to read in it, each both served and as a folder of files."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser import chromium

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is one of the tools for development")
pytest.importorskip("datasette.app", reason="Datasette is an extra")

from archiver.collection.folder import Collection, create_collection  # noqa: E402
from archiver.demo.server import serve  # noqa: E402
from tests.browser.hostile import PAYLOADS  # noqa: E402
from tests.browser.reader import Reader, reading  # noqa: E402
from tests.browser.scripts import POSTS, SOURCES  # noqa: E402
from tests.browser.serving import Canary, canary, datasette  # noqa: E402
from tests.browser.writing import SOURCE, Post, write  # noqa: E402
from tests.whole.conftest import run_archiver, settings_for  # noqa: E402


def pytest_collection_modifyitems(items) -> None:
    """One process has the browser and the archives: they are made once."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="module")
def quiet() -> Iterator[Canary]:
    """Who hears every request to `evil.example`."""
    with canary() as listening:
        yield listening


@pytest.fixture(scope="module")
def browser(quiet) -> Iterator["sync_api.Browser"]:
    """Chromium, for the tests of a module: while it runs, its thread can run no other loop."""
    path = chromium.found()
    if path is None:
        pytest.skip(chromium.MISSING)
    with sync_api.sync_playwright() as playwright:
        flags = [*chromium.FLAGS, chromium.loopback_only(quiet.port)]
        launched = playwright.chromium.launch(executable_path=path, args=flags)
        yield launched
        launched.close()


@pytest.fixture
def read(browser, request, tmp_path) -> Iterator[Callable[..., Reader]]:
    """Opens a tab in which a place is read."""
    given = request.config.getoption("--screenshots")
    screenshots = Path(given) if given else tmp_path
    with ExitStack() as stack:

        def open_tab(origin: str, **options) -> Reader:
            return stack.enter_context(reading(browser, origin, screenshots, **options))

        yield open_tab


@dataclass(frozen=True, slots=True)
class Place:
    """Where an archive is read: served, or from the disk."""

    origin: str  # what all its addresses begin with
    home: str
    is_served: bool


def published(collection: Collection, folder: Path) -> Place:
    """The archive as files, made by the program."""
    done = run_archiver("export", "site", "--archive", collection.folder, folder, cwd=folder.parent)
    assert (0, "") == (done.returncode, done.stderr)
    return Place(origin=folder.as_uri(), home=(folder / "index.html").as_uri(), is_served=False)


@pytest.fixture(scope="session")
def demo_archive(tmp_path_factory) -> Collection:
    """The demo, crawled."""
    folder = tmp_path_factory.mktemp("demo") / "archive"
    with serve() as demo:
        collection = create_collection(folder, settings_for(demo))
        crawl = run_archiver("crawl", "--archive", folder, cwd=folder.parent)
    assert (0, "") == (crawl.returncode, crawl.stderr)
    return collection


@pytest.fixture(scope="session")
def demo_site(demo_archive, tmp_path_factory) -> Place:
    """The demo as files."""
    return published(demo_archive, tmp_path_factory.mktemp("demo site") / "to give away")


@pytest.fixture(scope="session")
def demo_served(demo_archive) -> Iterator[Place]:
    """The demo, served by Datasette."""
    with datasette(demo_archive.database) as origin:
        yield Place(origin=origin, home=f"{origin}/archive/-/home", is_served=True)


@pytest.fixture(params=["served", "files"])
def demo_place(request) -> Place:
    """The demo, one way and the other."""
    return request.getfixturevalue("demo_served" if request.param == "served" else "demo_site")


@pytest.fixture(scope="session")
def hostile_archive(tmp_path_factory) -> Collection:
    """A post that cites every page that means harm."""
    notes = [
        (f"Sentence {n} of the ferry.", f"See {name}.", SOURCE + name)
        for n, (name, _, _) in enumerate(PAYLOADS)
    ]
    post = Post(name="ferry", title="The Ferry and Its Enemies", notes=notes)
    return write(tmp_path_factory.mktemp("hostile") / "archive", "Hostile", [post], PAYLOADS)


@pytest.fixture(scope="session")
def scripts_served(tmp_path_factory) -> Iterator[Place]:
    """Posts in other scripts, served."""
    collection = write(tmp_path_factory.mktemp("scripts") / "archive", "灯台 منارة", POSTS, SOURCES)
    with datasette(collection.database) as origin:
        yield Place(origin=origin, home=f"{origin}/archive/-/home", is_served=True)
