"""The pages of a package, read from a disk by somebody who has nothing else: with a phone, with a screen reader, without scripts."""

import zipfile

import pytest

from archiver.packing.writing import package, write_wacz
from tests.browser.reader import PHONE, WIDE
from tests.browser.test_looks import faults
from tests.packing.blog import make_blog


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The folder of a package of everything."""
    folder = tmp_path_factory.mktemp("unpacked")
    with package(make_blog(folder / "archive"), None) as made:
        write_wacz(made, folder / "a.wacz")
    with zipfile.ZipFile(folder / "a.wacz") as opened:
        opened.extractall(folder / "out")
    return folder / "out"


@pytest.mark.parametrize("width", [WIDE, pytest.param(PHONE, marks=pytest.mark.slow)])
def test_a_package_is_read_from_a_disk(unpacked, read, width):
    """Nothing stands in the way (WCAG 2.2 A, AA), no page is pushed sideways, every link leads somewhere, nobody else is asked."""
    origin = unpacked.as_uri()
    reader = read(origin, width=width)
    pages = [f"{origin}/{name}" for name in ("about/index.html", "provenance/provenance.html")]
    found = faults(reader, pages)
    reader.open(pages[0])
    links = [each.get_attribute("href") for each in reader.page.locator("a[href]").all()]

    assert [] == found
    assert [] == [link for link in links if not (unpacked / "about" / link.partition("#")[0]).is_file()]
    assert (True, []) == (len(links) > 12, reader.strays)
