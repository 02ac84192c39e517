"""A response's headers as text."""

from scrapy.http import Response


def header_pairs(response: Response) -> list[tuple[str, str]]:
    """A response's headers as text, repeats kept."""
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values or []
    ]


def content_type(response: Response) -> str | None:
    """The declared Content-Type."""
    value = response.headers.get("Content-Type")
    return value.decode("latin-1") if value is not None else None
