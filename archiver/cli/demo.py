"""`archiver demo`: the main job on a small blog that comes with the program."""

from pathlib import Path

_TITLE = "The archiver's demo"
_QUERY = "tide gauge"
_FOLDER = Path("demo-archive")
