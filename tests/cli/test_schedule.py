"""`archiver schedule`: what it makes of an archive's settings."""

import getpass

import pytest
from click.testing import CliRunner

from archiver.cli import main
from archiver.collection.folder import create_collection
from archiver.collection.template import render

SETTINGS = """
[network]
allow_networks = ["10.1.0.0/16"]
proxy = "http://10.9.9.9:3128"
[reading]
processes = 1
memory_mb = 256
[log]
file = "/var/log/blog/crawl.jsonl"
[metrics]
textfile = "/var/lib/node_exporter/archiver.prom"
"""
BLOG = '[blog]\nseeds = ["https://blog.example.org/"]\n'


@pytest.fixture
def archive(tmp_path):
    """An archive in a folder with a space and a per cent sign in its name."""
    collection = create_collection(tmp_path / "100 % mine", BLOG + SETTINGS)
    collection.credentials.write_text('[ping]\nurl = "http://192.168.7.7:8000/ping/canary"\n')
    return collection


def schedule(collection, *words: str):
    """Run the command."""
    return CliRunner().invoke(main, ["schedule", "--archive", str(collection.folder), *words])


def field(text: str, name: str) -> list[str]:
    """The words of a setting that stands once."""
    (value,) = [line.partition("=")[2] for line in text.splitlines() if line.startswith(f"{name}=")]
    return value.split()


def test_it_prints_a_crontab_line_and_units(archive):
    """With the time that was asked for, an absolute program, and the archive's own path."""
    done = schedule(archive, "--at", "4:07")
    # quoted, where there is a space in its path
    lines = [line for line in done.output.splitlines() if line.startswith(("7 4 * * *  /", "7 4 * * *  '/"))]
    (line,) = lines

    assert (0, True) == (
        done.exit_code,
        line.endswith(r"crawl --archive '" + str(archive.folder).replace("%", r"\%") + "'"),
    )
    assert [["*-*-*", "04:07:00"], [getpass.getuser()]] == [
        field(done.output, "OnCalendar"),
        field(done.output, "User"),
    ]


def test_settings_open_what_they_need_and_no_more(archive):
    """Log and figures may be written; networks, proxy and ping that are named may be reached; the ping's address is not shown."""
    text = schedule(archive).output
    allowed, denied = field(text, "IPAddressAllow"), field(text, "IPAddressDeny")

    assert ["127.0.0.53", "10.9.9.9", "192.168.7.7", "10.1.0.0/16"] == [
        address for address in allowed if address in {"127.0.0.53", "10.9.9.9", "192.168.7.7", "10.1.0.0/16"}
    ]
    assert {"10.0.0.0/8", "127.0.0.0/8", "192.168.0.0/16", "::/3"} <= set(denied)
    assert ["-/var/log/blog", "-/var/lib/node_exporter"] == field(text, "ReadWritePaths")[-2:]
    assert (["1280M"], False) == (field(text, "MemoryMax"), "canary" in text)


def test_settings_that_allow_private_addresses_close_none(tmp_path):
    """The units forbid no more than the settings do."""
    toml = BLOG + "[network]\nallow_private_addresses = true\n"

    assert "IPAddressDeny" not in schedule(create_collection(tmp_path / "a", toml)).output


def test_units_can_be_written(archive, tmp_path):
    """Both files, and what to do next."""
    done = schedule(archive, "--systemd", str(tmp_path / "units"), "--user")
    names = sorted(path.name for path in (tmp_path / "units").iterdir())

    assert (0, [".service", ".timer"]) == (done.exit_code, [name[name.index(".") :] for name in names])
    assert [True, True] == [
        f"systemctl --user enable --now {names[1]}" in done.output,
        "linger" in done.output,
    ]


@pytest.mark.parametrize("time", ["24:00", "3", "03:60", "noon", ""])
def test_a_bad_time_is_a_usage_error(archive, time):
    """Exit code 2, and how it is written."""
    done = schedule(archive, "--at", time)

    assert (2, True) == (done.exit_code, "03:15" in done.output)


def test_without_an_archive_there_is_nothing_to_schedule(tmp_path):
    """Exit code 10."""
    assert 10 == CliRunner().invoke(main, ["schedule", "--archive", str(tmp_path)]).exit_code


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    """One line."""
    collection = create_collection(tmp_path / "a", render(["https://blog.example.org/"]))
    (tmp_path / "file").write_text("x")
    done = schedule(collection, "--systemd", str(tmp_path / "file"))

    assert (1, True) == (done.exit_code, "Name another folder" in done.output)
