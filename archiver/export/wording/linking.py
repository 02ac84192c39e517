"""Markup that references and repairs share: templates of Wikipedia, Robust Links."""

from collections.abc import Iterable

from archiver.web.harmless import markup, wikitext

_ADDRESSES = frozenset(["url", "archive-url"])
# What makes links, italics or an end of the parameter.
_IN_ADDRESS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "'[]|{}"})


def template(name: str, fields: Iterable[tuple[str, str | None]]) -> str:
    """A template of Wikipedia with the parameters that have a value.

    >>> template("cite web", [("url", "https://a.example/"), ("title", "a|b"), ("date", None)])
    '{{cite web |url=https://a.example/ |title=a{{!}}b}}'
    """
    told = " ".join(
        f"|{field}={value.translate(_IN_ADDRESS) if field in _ADDRESSES else wikitext(value)}"
        for field, value in fields
        if value
    )
    return f"{{{{{name} {told}}}}}"


def robust_link(
    inner: str, *, href: str, url: str, version_url: str | None, version_date: str | None, title: str = ""
) -> str:
    """A link that says what it was made to, and where and when that was archived (robustlinks.mementoweb.org/spec).

    >>> robust_link("Lamp", href="https://a.example/", url="https://a.example/", version_url=None, version_date="2019-09-12")
    '<a href="https://a.example/" data-originalurl="https://a.example/" data-versiondate="2019-09-12">Lamp</a>'
    """
    told = {
        "href": href,
        "data-originalurl": url,
        "data-versionurl": version_url,
        "data-versiondate": version_date,
        "title": title,
    }
    said = " ".join(f'{name}="{markup(value)}"' for name, value in told.items() if value)
    return f"<a {said}>{inner}</a>"
