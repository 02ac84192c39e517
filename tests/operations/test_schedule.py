"""Crontab line and units: the right paths, whatever is in them, and what a crawl may do."""

import shlex
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from archiver.models.errors import SettingsError
from archiver.operations.crontab import crontab
from archiver.operations.schedule import Schedule
from archiver.operations.systemd import service, timer, unit_name

PLAIN = Schedule(
    program=("/opt/archiver/bin/archiver",),
    archive=Path("/srv/blog/archive"),
    hour=3,
    minute=5,
    denied=("10.0.0.0/8", "127.0.0.0/8"),
    allowed=("127.0.0.53",),
    owner="ada",
)
ODD = replace(
    PLAIN,
    program=("/opt/my %h tools/bin/python", "-P", "-m", "archiver"),
    archive=Path('/srv/100 % $HOME "it\'s"/my archive'),
    writable=(Path("/var/log/my logs"),),
)


def crontab_line(schedule: Schedule) -> str:
    """The one line that is no comment."""
    (line,) = [line for line in crontab(schedule).splitlines() if not line.startswith("#")]
    return line


def field(unit: str, name: str) -> str:
    """The value of a setting that stands once."""
    (value,) = [line.partition("=")[2] for line in unit.splitlines() if line.startswith(f"{name}=")]
    return value


def test_the_crontab_line():
    """Minute, hour, and a command that needs neither a folder nor a PATH."""
    assert (
        "5 3 * * *  /opt/archiver/bin/archiver crawl --archive /srv/blog/archive",
        True,
    ) == (crontab_line(PLAIN), "MAILTO" in crontab(PLAIN))


def test_odd_paths_reach_the_shell_as_they_are():
    """The backslash before a per cent sign X a dollar is no variable."""
    line = crontab_line(ODD)
    command = line.split(maxsplit=5)[5]

    assert 0 == command.replace(r"\%", "").count("%")
    assert list(ODD.command) == shlex.split(command.replace(r"\%", "%"))


def test_odd_paths_reach_systemd_as_they_are():
    """Specifiers are doubled, words quoted, and no variable is looked for."""
    unit = service(ODD)

    assert (
        ':"/opt/my %%h tools/bin/python" -P -m archiver crawl --archive "/srv/100 %% $HOME \\"it\'s\\"/my archive"'
    ) == field(unit, "ExecStart")
    assert '"/srv/100 %% $HOME \\"it\'s\\"/my archive" "-/var/log/my logs"' == field(unit, "ReadWritePaths")


def test_a_line_break_in_a_path_is_refused():
    """It would begin a line of its own: a command of somebody else's."""
    with pytest.raises(SettingsError, match="Rename it"):
        replace(PLAIN, archive=Path("/srv/a\nb"))


def test_what_a_crawl_may_not_do():
    """It writes to its archive alone, has no capabilities, and private networks are closed but for the resolver."""
    unit = service(PLAIN)
    names = "User CapabilityBoundingSet NoNewPrivileges ProtectSystem ReadWritePaths PrivateTmp Restart IPAddressDeny IPAddressAllow"

    assert [
        "ada",
        "",
        "yes",
        "strict",
        "/srv/blog/archive",
        "yes",
        "no",
        "10.0.0.0/8 127.0.0.0/8",
        "127.0.0.53",
    ] == [field(unit, name) for name in names.split()]


def test_private_networks_are_open_when_the_settings_say_so():
    """No list of addresses then."""
    assert "IPAddress" not in service(replace(PLAIN, denied=()))


def test_an_archive_in_tmp_is_not_hidden_from_its_crawl():
    """A /tmp of the service's own would be empty."""
    assert "PrivateTmp" not in service(replace(PLAIN, archive=Path("/var/tmp/archive")))


def test_a_users_own_units_ask_for_nothing_that_needs_privileges():
    """No user, no namespaces, no capabilities: the user's manager could only fail."""
    unit = service(replace(PLAIN, owner=None))
    needs = ("User=", "Protect", "CapabilityBoundingSet", "PrivateTmp", "IPAddress", "ReadWritePaths")

    assert [] == [word for word in needs if word in unit]
    assert ("yes", "@system-service") == (field(unit, "NoNewPrivileges"), field(unit, "SystemCallFilter"))


def test_the_timer_waits_and_makes_up_for_lost_nights():
    """At the time that was asked for, not all at the same second; after a night without power, too."""
    unit = timer(PLAIN)

    assert ["*-*-* 03:05:00", "30min", "true"] == [
        field(unit, name) for name in ("OnCalendar", "RandomizedDelaySec", "Persistent")
    ]


def test_names_of_units_are_those_of_folders():
    """Two archives have two names, and no name is more than systemd takes."""
    assert ["archiver-blog-archive", "archiver-100-HOME-it-s-my-archive"] == [
        unit_name(PLAIN),
        unit_name(ODD),
    ]
    assert len(unit_name(replace(PLAIN, archive=Path("/srv") / ("x" * 255)))) < 220


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("owner", ["root", None])
@pytest.mark.parametrize("place", ["plain", "100 % $HOME", 'it\'s "100 %" \\x'])
def test_systemd_finds_no_fault(tmp_path, owner, place):
    """`systemd-analyze verify` says nothing, for paths with spaces, per cent signs and quotes; and the program is found."""
    folder = tmp_path / place
    program = folder / "bin" / "archiver"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    schedule = replace(ODD, program=(str(program),), archive=folder / "my archive", owner=owner)
    for end, text in (("service", service(schedule)), ("timer", timer(schedule))):
        (tmp_path / f"archiver-test.{end}").write_text(text, encoding="utf-8")
    scope = ["--user"] if owner is None else []
    done = subprocess.run(
        ["systemd-analyze", "verify", *scope, "--man=no", "--recursive-errors=no", "archiver-test.timer"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)},
    )
    said = [line for line in done.stderr.splitlines() if "archiver-test" in line]

    assert (0, []) == (done.returncode, said), done.stderr
