"""The letter as JSON, whole. Fields are added, never renamed; `version` rises when one must be.

`{version, empty, seeds, since, until, events, new_posts, new_sources, months, months_before, failures, last_run, over_time, by_host}`
as in `models.letter`; each place of an event has its `repair`, or null.
"""

import dataclasses
import json
import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

from archiver.export.repairs import repair
from archiver.models.letter import Letter

VERSION = 1
# JSON escapes C0 itself; what else steers a terminal or the direction of text is escaped, too.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def write(letter: Letter) -> str:
    """The whole letter."""
    told = _plain(letter)
    for event, shown in zip(letter.events, told["events"], strict=True):
        for place, each in zip(event.places, shown["places"], strict=True):
            each["repair"] = _plain(repair(event, place))
    for month, shown in zip(letter.months, told["months"], strict=True):
        shown["disagreements"] = list(month.disagreements)
    told = {"version": VERSION, "empty": letter.is_empty} | told
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    return _UNSAFE.sub(lambda found: json.dumps(found[0])[1:-1] if found[0] != "\x7f" else "\\u007f", text)


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if type(value).__str__ is not object.__str__:
            return str(value)  # a month
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
