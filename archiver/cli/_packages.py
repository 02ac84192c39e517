"""`archiver export wacz`, `bag` and `warc`: parts of an archive with all that proves them."""

from functools import partial
from pathlib import Path

import click

from archiver.cli._packing import pack, packing_options
from archiver.packing.writing import write_bag, write_wacz, write_warc


@click.command("wacz", short_help="A package that web archive readers open, and anyone can check.")
@click.option(
    "--no-stamp", is_flag=True, help="Without the time stamp that [proof] of collection.toml asks for."
)
@packing_options
def wacz(*, archive: Path, what: str | None, output: Path | None, no_stamp: bool, as_json: bool) -> None:
    """Write a WACZ package: the records as they were captured, an index, texts, citations, and where everything is from.

    WHAT is p12 for a post with all that it cites, s7 for a source with its history, 2019-09 for a month, the address of a post or
    a source; without it, everything. ReplayWeb.page and pywb show it; `archiver verify FILE.wacz` checks it. The same archive
    gives the same bytes.

    \b
    archiver export wacz p12
    """
    write = partial(write_wacz, stamp=not no_stamp)
    pack(write, archive=archive, what=what, output=output, ending=".wacz", as_json=as_json)


@click.command("bag", short_help="The same as a folder for a library (BagIt).")
@packing_options
def bag(*, archive: Path, what: str | None, output: Path | None, as_json: bool) -> None:
    """Write a bag (BagIt 1.0, RFC 8493): what a WACZ package holds, as files in a folder, with SHA-256 and SHA-512 of each.

    WHAT is as for `export wacz`.

    \b
    archiver export bag 2019-09 --output marginalia-2019-09
    """
    pack(write_bag, archive=archive, what=what, output=output, ending="", as_json=as_json)


@click.command("warc", short_help="The records alone, in one file.")
@packing_options
def warc(*, archive: Path, what: str | None, output: Path | None, as_json: bool) -> None:
    """Write one WARC file: first what it is an excerpt of, then the records as they were captured.

    WHAT is as for `export wacz`.

    \b
    archiver export warc s7 --output source.warc.gz
    """
    pack(write_warc, archive=archive, what=what, output=output, ending=".warc.gz", as_json=as_json)
