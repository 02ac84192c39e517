"""What was written is on the disk in time; a disk that fails is never passed over."""

import errno
import os

import pytest

from tests.capture.test_warc import exchange, writer


@pytest.fixture
def synced(monkeypatch):
    """The sizes of files at the moments at which they were brought to the disk."""
    sizes: list[int] = []
    monkeypatch.setattr(os, "fdatasync", lambda handle: sizes.append(os.fstat(handle).st_size))
    return sizes


@pytest.fixture
def folder(tmp_path):
    """A folder for WARCs."""
    made = tmp_path / "warcs"
    made.mkdir()
    return made


def test_sync_brings_all_that_was_written(folder, synced):
    """And nothing is brought twice."""
    out = writer(folder)
    out.write(exchange())
    out.sync()
    out.sync()
    (path,) = folder.iterdir()
    out.close()

    assert [path.stat().st_size] == synced


def test_each_exchange_is_brought_where_the_settings_say_so(folder, synced):
    """Slower, and nothing is ever under way."""
    out = writer(folder, sync_each=True)
    for n in range(3):
        out.write(exchange(target_uri=f"http://blog.example/{n}"))
    (path,) = folder.iterdir()
    out.close()

    assert (4, path.stat().st_size) == (len(synced), synced[-1])


def test_a_finished_file_was_brought_before_it_got_its_name(folder, synced):
    """A name without `.open` says that all of it is on the disk."""
    out = writer(folder)
    out.write(exchange())
    out.finish(exit_code=0, counts={})
    (path,) = folder.iterdir()

    assert path.stat().st_size == synced[-1]


@pytest.mark.parametrize("act", ["sync", "finish"])
def test_a_file_that_was_taken_away_is_noticed(folder, act):
    """One can go on writing to a file that is gone; a crawl must not."""
    out = writer(folder)
    out.write(exchange())
    (path,) = folder.iterdir()
    path.unlink()
    with pytest.raises(OSError, match="No such file"):
        out.sync() if act == "sync" else out.finish(exit_code=0, counts={})
    out.close()


def test_a_file_put_in_the_place_of_ours_is_noticed(folder):
    """A folder restored from a copy under a running crawl holds another file of that name."""
    out = writer(folder)
    out.write(exchange())
    (path,) = folder.iterdir()
    path.rename(folder / "moved")
    path.write_bytes(b"")
    with pytest.raises(OSError, match="another file"):
        out.sync()
    out.close()


def test_a_disk_that_cannot_be_synced_is_an_error(folder, monkeypatch):
    """What the kernel could not write it may have thrown away: there is no second try."""
    out = writer(folder)
    out.write(exchange())

    def _fail(_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fdatasync", _fail)
    with pytest.raises(OSError, match="Input/output"):
        out.sync()
    out.close()
