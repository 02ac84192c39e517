"""What an archive is called, without a check of all its settings: for those who only show it."""

import tomllib
from pathlib import Path


def title_in(toml: Path) -> str:
    """The title that the user gave, else where the blog is; empty where the file does not say, or cannot be read."""
    try:
        blog = tomllib.loads(toml.read_text(encoding="utf-8")).get("blog")
    except (OSError, ValueError):
        return ""  # the commands that need the settings tell what is wrong with them
    if not isinstance(blog, dict):
        return ""
    seeds = blog.get("seeds")
    said = [blog.get("title"), *(seeds if isinstance(seeds, list) else ())]
    return next((each.strip() for each in said if isinstance(each, str) and each.strip()), "")
