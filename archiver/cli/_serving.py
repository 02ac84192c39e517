"""Datasette on this machine, over one archive."""

import json
import runpy
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from archiver.models.errors import ArchiverError
from archiver.search.datasette.metadata import metadata


def serve(database: Path, *, title: str, host: str, port: int, open_browser: bool) -> int:
    """Run Datasette until it is stopped; gives its exit code.

    Raises:
        ArchiverError: Datasette is not installed.
    """
    if find_spec("datasette") is None:
        raise ArchiverError("Datasette is not installed. Install it with: pip install 'archiver[datasette]'")
    with TemporaryDirectory(prefix="archiver-serve-") as folder:
        described = Path(folder) / "metadata.json"
        described.write_text(json.dumps(metadata(title), ensure_ascii=False), encoding="utf-8")
        sys.argv = ["datasette", "serve", str(database), "--metadata", str(described)]
        sys.argv += ["--host", host, "--port", str(port), *(["--open"] if open_browser else [])]
        try:
            # In this process: another would import all of it once more, which takes as long as Datasette's own start.
            runpy.run_module("datasette", run_name="__main__", alter_sys=True)
        except KeyboardInterrupt:
            return 0
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
