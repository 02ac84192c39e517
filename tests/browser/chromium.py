"""Chromium, if there is one on this machine: where it is, and how it is started so that it asks nobody but loopback."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    "there is no Chromium on this machine. On Debian and Ubuntu: sudo apt install chromium. "
    "One that lies elsewhere can be named: CHROMIUM=/path/to/chromium"
)
EVIL = "evil.example"  # the one name that leads somewhere: to whoever counts who comes
FLAGS = (
    "--no-sandbox",  # there is none for root, who runs the tests in containers
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
)


def found() -> str | None:
    """Its path: the one that `CHROMIUM` names, else the first that is installed; None where there is none."""
    return next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *NAMES))), None)


def loopback_only(canary: int) -> str:
    """The flag with which no name leads anywhere, but for `evil.example`: that is a port of ours, for every port of it."""
    return (
        f"--host-resolver-rules=MAP {EVIL} 127.0.0.1:{canary}, MAP *.{EVIL} 127.0.0.1:{canary}, "
        "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    )
