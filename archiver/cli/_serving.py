"""Datasette on this machine, over one archive."""

import runpy
import sys
from importlib.util import find_spec
from pathlib import Path

from archiver.models.errors import ArchiverError


def serve(database: Path, *, host: str, port: int, open_browser: bool) -> int:
    """Run Datasette with our plugin until it is stopped; gives its exit code.

    Raises:
        ArchiverError: Datasette is not installed.
    """
    if find_spec("datasette") is None:
        raise ArchiverError("Datasette is not installed. Install it with: pip install 'archiver[datasette]'")
    sys.argv = ["datasette", "serve", str(database), "--host", host, "--port", str(port)]
    sys.argv += ["--open"] if open_browser else []
    try:
        # In this process: another would import all of it once more, which takes as long as Datasette's own start.
        runpy.run_module("datasette", run_name="__main__", alter_sys=True)
    except KeyboardInterrupt:
        return 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
