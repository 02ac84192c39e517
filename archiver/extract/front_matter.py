"""The head of a Markdown file, in which its author says what it is: YAML between `---`, TOML between `+++`, Pandoc's `%`.

YAML is read line by line, as far as such heads go: names with values, lists, one level of nesting. A whole reader of YAML
knows anchors, by which a few lines unfold to gigabytes.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from archiver.extract.stated import Stated, people

_LONGEST = 65_536  # characters
_MOST_LINES = 1_000
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_PAIR = re.compile(
    r"(?P<indent> {0,40})(?P<dash>- {1,4})?(?P<name>[A-Za-z_][\w.-]{0,60}):(?:\s{1,40}(?P<value>.*)|)"
)
_ITEM = re.compile(r" {0,40}- {1,40}(?P<value>.*)")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.){0,4000})\"|'((?:[^']|''){0,4000})'")
_ESCAPED = re.compile(r"\\(.)")
_COMMENT = re.compile(r"\s#.*")
_LISTED = re.compile(r"\s*+(\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'|[^,]*+)[^,]*+(?:,|$)")
_NAMES = ("name", "literal", "given", "family")
# What heads call it, the most telling first.
_FIELDS = {
    "title": ("title",),
    "issued": ("date", "published", "publishdate", "pubdate", "date_published", "created"),
    "modified": ("lastmod", "modified", "updated", "last_modified_at", "date_modified", "last_updated"),
    "language": ("lang", "language", "locale"),
    "publisher": ("publisher", "institution"),
    "container_title": ("container-title", "journal"),
    "section": ("section", "category", "categories"),
    "doi": ("doi",),
    "isbn": ("isbn",),
    "license": ("license", "licence", "rights"),
}
_AUTHORS = ("author", "authors", "creator", "creators", "by")
_Values = dict[str, list[str]]


def split_front_matter(text: str) -> tuple[Stated, str]:
    r"""What the head of a file says, and what comes after it.

    >>> stated, rest = split_front_matter('---\ntitle: "Tolls"\nauthor: [Ida Ek]\n---\n\nThree pence.')
    >>> stated.title, str(stated.authors[0]), rest
    ('Tolls', 'Ida Ek', '\nThree pence.')
    """
    first, _, rest = text.partition("\n")
    if first.startswith("% "):
        return _pandoc(text)
    ends = _FENCES.get(first.rstrip())
    lines = rest[:_LONGEST].split("\n", _MOST_LINES)
    end = next((at for at, line in enumerate(lines) if ends and line.rstrip() in ends), None)
    if end is None:
        return Stated(rule=""), text
    head = "\n".join(lines[:end])
    values = _toml(head) if first.startswith("+") else _yaml(head)
    if not values:  # a rule across the page, not a head
        return Stated(rule=""), text
    return _stated(values), rest[sum(len(line) + 1 for line in lines[: end + 1]) :]


def _stated(values: _Values) -> Stated:
    said = {
        field: next((values[name][0] for name in names if values.get(name)), "")
        for field, names in _FIELDS.items()
    }
    authors = next((values[name] for name in _AUTHORS if values.get(name)), [])
    return Stated(rule="front-matter", authors=people(authors), **said)


def _pandoc(text: str) -> tuple[Stated, str]:
    """Pandoc's title block: title, authors, date, each on a line after a per cent sign."""
    lines = text[:_LONGEST].split("\n", 3)
    said = [line.removeprefix("%").strip() for line in lines[:3] if line.startswith("%")]
    title, authors, date = (*said, "", "")[:3]
    rest = text[sum(len(line) + 1 for line in lines[: len(said)]) :]
    return Stated(rule="front-matter", title=title, authors=people(authors.split(";")), issued=date), rest


def _toml(head: str) -> _Values:
    try:
        read = tomllib.loads(head)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {name.lower(): list(_strings(value)) for name, value in read.items()}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _strings(each if not isinstance(each, list) else "")
    elif isinstance(value, Mapping):
        yield " ".join(str(value[name]) for name in _NAMES if name in value)
    else:
        yield str(value)


def _yaml(head: str) -> _Values:
    """Values by their names, lower case. What belongs to a nested name is that name's, if it is a name itself."""
    values: _Values = {}
    outer = ""
    for line in head.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _PAIR.fullmatch(line.rstrip())
        if pair is not None and not pair["indent"] and not pair["dash"]:
            outer = pair["name"].lower()
            values.setdefault(outer, []).extend(_scalars(pair["value"] or ""))
        elif pair is not None and outer:
            if pair["name"].lower() in {"name", "literal"}:
                values[outer].extend(_scalars(pair["value"] or ""))
        elif (item := _ITEM.fullmatch(line.rstrip())) is not None and outer:
            values[outer].extend(_scalars(item["value"]))
    return {name: [value for value in found if value] for name, found in values.items()}


def _scalars(written: str) -> Iterator[str]:
    """One value, or the values of a list in brackets."""
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        yield from (_scalar(each[1].strip()) for each in _LISTED.finditer(written[1:-1]))
    elif written not in {"", "|", ">", "|-", ">-", "~", "null"}:
        yield _scalar(written)


def _scalar(written: str) -> str:
    found = _QUOTED.match(written)
    if found is None:
        return _COMMENT.sub("", written, count=1).strip()
    return _ESCAPED.sub(r"\1", found[1]) if found[1] is not None else found[2].replace("''", "'")
