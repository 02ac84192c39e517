"""Whether somebody may see a database, as Datasette's own permissions say: they changed between 0.65 and 1.0."""

from typing import Any

from datasette import Forbidden

try:
    from datasette.resources import DatabaseResource
except ImportError:  # 0.65
    DatabaseResource = None


async def may_see(datasette: Any, request: Any, database: str) -> bool:
    """Whether whoever asks may see all of a database."""
    if DatabaseResource is not None:
        return bool(
            await datasette.allowed(
                action="view-database", resource=DatabaseResource(database), actor=request.actor
            )
        )
    try:
        await datasette.ensure_permissions(request.actor, [("view-database", database), "view-instance"])
    except Forbidden:
        return False
    return True
