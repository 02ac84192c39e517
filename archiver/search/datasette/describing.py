"""Tells Datasette of every archive that it serves: titles, descriptions, facets, canned queries. What the user wrote goes before it.

Datasette 0.65 asks for it; 1.0 has to be told when it starts.
"""

from functools import lru_cache
from typing import Any

from archiver.search.datasette.archives import served
from archiver.search.datasette.metadata import configuration, metadata

_SHOWN = ("title", "description")


def described(datasette: Any) -> dict[str, Any]:
    """Metadata as Datasette 0.65 takes it."""
    return _described(tuple((each.name, each.title) for each in served(datasette)))


@lru_cache(maxsize=16)
def _described(named: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Of one archive it is the title of all; of several, each has its own."""
    found = [metadata(title or name, database=name) for name, title in named]
    databases = {name: each["databases"][name] for (name, _), each in zip(named, found, strict=True)}
    return {**(found[0] if len(found) == 1 else {}), "databases": databases}


async def tell(datasette: Any) -> None:
    """Tell Datasette 1.0. On 0.65, which asks, nothing is to be done."""
    if not hasattr(datasette, "set_database_metadata"):
        return
    for name, said in described(datasette)["databases"].items():
        there = await datasette.get_database_metadata(name)
        if "title" not in there:
            await datasette.set_database_metadata(name, "title", said["title"])
        for table, about in said["tables"].items():
            await _tell_of_table(datasette, name, table, about)
        _show_first(datasette, name)
        for query, about in said["queries"].items():
            await _add_query(datasette, name, query, about)


async def _tell_of_table(datasette: Any, database: str, table: str, about: dict[str, Any]) -> None:
    there = await datasette.get_resource_metadata(database, table)
    for key in _SHOWN:
        if key in about and key not in there:
            await datasette.set_resource_metadata(database, table, key, about[key])
    for column, words in about.get("columns", {}).items():
        if not await datasette.get_column_metadata(database, table, column):
            await datasette.set_column_metadata(database, table, column, "description", words)


async def _add_query(datasette: Any, database: str, name: str, about: dict[str, Any]) -> None:
    if await datasette.get_query(database, name) is None:
        shown = {key: about[key] for key in (*_SHOWN, "hide_sql") if key in about}
        await datasette.add_query(database, name, about["sql"], **shown)


def _show_first(datasette: Any, database: str) -> None:
    """How tables are first shown stands in Datasette's configuration."""
    datasette.config = datasette.config or {}
    of = datasette.config.setdefault("databases", {}).setdefault(database, {})
    tables = of.setdefault("tables", {})
    for table, looks in configuration(database=database)["databases"][database]["tables"].items():
        tables[table] = {**looks, **tables.get(table, {})}
