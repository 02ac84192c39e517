"""What somebody is told who asks for what is not there, or not for them, in Datasette's own words and looks."""

from typing import Any

from datasette.utils import add_cors_headers
from datasette.utils.asgi import Base400, Response


async def refused(datasette: Any, request: Any, error: Base400) -> Response:
    """The answer, as a page or as JSON. Nothing is printed: to ask for what is not there is no failure of ours."""
    status = error.status
    said = {"ok": False, "error": str(error.args[0]) if error.args else "", "status": status, "title": None}
    headers: dict[str, str] = {}
    if datasette.cors:
        add_cors_headers(headers)
    if request.path.endswith(".json"):
        return Response.json(said, status=status, headers=headers)
    page = await datasette.render_template([f"{status}.html", "error.html"], said, request=request)
    return Response.html(page, status=status, headers=headers)
