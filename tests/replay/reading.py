"""Reads what a rewritten page says, with parsers that have no part in its making: whatever a page must not hold is named."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import tinycss2
from lxml import html as lxml_html

from archiver.replay.finding import Use

KEPT = "/kept/"
FORBIDDEN = frozenset(
    "script iframe frame frameset object embed applet portal fencedframe base template noscript foreignobject animate set "
    "annotation-xml annotation xmp plaintext noembed noframes param track bgsound isindex handler listener".split()
)
FETCHED = frozenset(
    "href src srcset poster background action formaction ping data cite codebase classid longdesc profile manifest archive "
    "imagesrcset attributionsrc srcdoc usemap dynsrc lowsrc xlink:href icon".split()
)
HARMLESS = re.compile(r"#|data:(?:image|font)/|data:,|about:invalid", re.IGNORECASE)
IMAGES = frozenset(["image-set", "-webkit-image-set", "image", "cross-fade"])


def find(url: str, use: Use) -> str | None:
    """Keep everything of one host, and nothing of any other."""
    return f"{KEPT}{use}/{quote(url, safe='')}" if url.startswith("https://kept.example/") else None


def problems(page: str) -> list[str]:
    """List what a page holds and must not."""
    return list(_problems(page))


def addresses(css: str) -> list[str]:
    """List what a style sheet would fetch."""
    return list(_in_values(tinycss2.parse_component_value_list(css), is_address=False))


def _problems(page: str) -> Iterator[str]:
    for element in lxml_html.document_fromstring(page).iter():
        if not isinstance(element.tag, str):
            if not str(element).startswith("<!--"):
                yield f"instruction {element}"
            continue
        name = element.tag.lower().rpartition(":")[2]
        if name in FORBIDDEN:
            yield f"element {name}"
        if (
            name == "meta"
            and element.get("http-equiv", "content-security-policy").lower() != "content-security-policy"
        ):
            yield f"meta {element.get('http-equiv')}"
        if name == "link" and element.get("rel") not in {"stylesheet", "icon"}:
            yield f"link {element.get('rel')}"
        if name == "style":
            yield from (f"style {link}" for link in addresses(element.text or "") if not is_ours(link))
        for attribute, value in element.attrib.items():
            yield from _in_attribute(str(attribute).lower(), str(value))


def _in_attribute(name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"handler {name}"
    elif name == "srcset":
        yield from (
            f"srcset {link}"
            for link in re.findall(r"(\S+)(?: [\d.]+[wxh])?(?:, |$)", value)
            if not is_ours(link)
        )
    elif name in FETCHED and not is_ours(value):
        yield f"{name} {value}"
    elif name == "style" or "url" in value.lower():
        yield from (
            f"{name} {link}"
            for link in addresses(value)
            if not is_ours(link) and name not in {"title", "alt"}
        )


def is_ours(link: str) -> bool:
    """Say whether an address is one that we gave, or fetches nothing."""
    return link.startswith(KEPT) or HARMLESS.match(link) is not None


def _in_values(nodes: list[tinycss2.ast.Node], *, is_address: bool) -> Iterator[str]:
    after_import = False
    for node in nodes:
        if node.type == "url" or (node.type == "string" and (is_address or after_import)):
            yield node.value
        elif node.type == "function":
            inner = node.lower_name in IMAGES | {"url", "src"}
            if is_address and node.lower_name in {"var", "env", "attr", "if"}:
                yield f"{node.lower_name}()"
            yield from _in_values(
                node.arguments, is_address=inner or (is_address and node.lower_name != "type")
            )
        elif node.type in {"() block", "[] block", "{} block"}:
            yield from _in_values(node.content, is_address=False)
        if node.type not in {"whitespace", "comment"}:
            after_import = node.type == "at-keyword" and node.lower_value == "import"
