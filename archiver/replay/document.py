"""What a page has become, in its parts."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Written:
    """What was written of a page."""

    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    html_attributes: dict[str, str] = field(default_factory=dict)
    body_attributes: dict[str, str] = field(default_factory=dict)
    doctype: str = ""
    title: str = ""
    viewport: str = ""
    custom: set[str] = field(default_factory=set)  # the page's own elements
    is_cut: bool = False
    words: int = 0  # characters of its text that are seen
    scripts: int = 0
