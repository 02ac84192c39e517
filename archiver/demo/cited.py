"""The hosts that the demo blog cites: what each serves."""

import html
from collections.abc import Mapping
from typing import Any

from archiver.demo.answer import Answer, Site, content_type, redirect
from archiver.demo.content import data, filled, table, text


def cited(sources: Mapping[str, str]) -> dict[str, Site]:
    """Every host that answers, by its name; `sources` are their addresses."""
    plan = table("sources/sources.toml")
    return {
        host: Site(
            base=sources[host],
            answers={
                page["path"]: _answer(page, sources[host], sources)
                for page in plan["pages"]
                if page["host"] == host
            },
            missing=_missing(title),
        )
        for host, title in plan["hosts"].items()
    }


def _answer(page: Mapping[str, Any], base: str, sources: Mapping[str, str]) -> Answer:
    if "location" in page:
        return redirect(base.removesuffix("/") + page["location"])
    name = f"sources/{page['file']}"
    return Answer(
        body=data(name)
        if name.endswith(".pdf")
        else filled(text(name), sources).encode(page.get("encoding", "utf-8")),
        content_type=page.get("type", content_type(name)),
        modified=page.get("modified"),
    )


def _missing(title: str) -> Answer:
    name = html.escape(title)
    body = (
        f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>404 Not Found</title></head>\n'
        f"<body><h1>Not Found</h1><p>{name} has nothing at this address.</p></body></html>\n"
    )
    return Answer(body=body.encode(), status=404)
