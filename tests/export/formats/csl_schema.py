"""What CSL's data schema (github.com/citation-style-language/schema, csl-data.json, MIT) demands, in few words."""

from typing import Any

TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry "
    "entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report "
    "review review-book software song speech standard thesis treaty webpage".split()
)
NAMES = frozenset("author editor translator".split())
DATES = frozenset("issued accessed".split())
TEXTS = frozenset(
    "language archive archive_location container-title DOI edition genre ISBN issue note number page publisher publisher-place title URL "
    "volume".split()
)
NAME_PARTS = frozenset("family given suffix literal".split())


def faults(data: Any) -> list[str]:
    """Where an array of items is not what the schema allows, of what we write."""
    if not isinstance(data, list):
        return ["no array"]
    return [fault for item in data for fault in _of_item(item)]


def _of_item(item: dict[str, Any]) -> list[str]:
    found = [] if item.get("type") in TYPES else [f"type {item.get('type')}"]
    found += [] if isinstance(item.get("id"), str) else ["id"]
    for name, value in item.items():
        is_right = (
            name in {"type", "id"}
            or (name in TEXTS and isinstance(value, str))
            or (name in NAMES and isinstance(value, list) and all(map(_is_name, value)))
            or (name in DATES and _is_date(value))
            or (name == "custom" and isinstance(value, dict))
        )
        found += [] if is_right else [f"{name}: {value!r}"]
    return found


def _is_name(name: Any) -> bool:
    return isinstance(name, dict) and NAME_PARTS.issuperset(name) and all(map(_is_text, name.values()))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_date(date: Any) -> bool:
    if not isinstance(date, dict) or set(date) != {"date-parts"}:
        return False
    parts = date["date-parts"]
    return len(parts) == 1 and 1 <= len(parts[0]) <= 3 and all(isinstance(part, int) for part in parts[0])
