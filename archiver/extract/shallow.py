"""The tree of a page that nests deeper than libxml2 builds: no deeper than browsers build it, and nothing of it lost."""

from typing import Any

from lxml import etree, html

_DEEPEST = 512  # elements; Blink builds no deeper tree (kMaximumHTMLParserDOMTreeDepth)


class _Shallow:
    """Takes a parser's events; what lies too deep gives its words to the deepest element."""

    def __init__(self) -> None:
        self._builder = etree.TreeBuilder(element_factory=html.html_parser.makeelement)
        self._depth = 0

    def start(self, tag: str | bytes, attrib: Any = None, nsmap: Any = None) -> None:  # noqa: ARG002
        """An element begins."""
        self._depth += 1
        if self._depth <= _DEEPEST:
            self._builder.start(tag, attrib or {})
        else:
            self._builder.data(" ")

    def end(self, tag: str | bytes) -> None:
        """An element ends."""
        if self._depth <= _DEEPEST:
            self._builder.end(tag)
        self._depth -= 1

    def data(self, data: str | bytes) -> None:
        """Words."""
        self._builder.data(data)

    def comment(self, text: str | bytes) -> None:
        """Leave out a comment."""

    def close(self) -> etree._Element:
        """Give the tree."""
        return self._builder.close()


def shallow_tree(page: bytes) -> html.HtmlElement:
    """Parse a page (UTF-8), whatever its depth.

    Raises:
        etree.XMLSyntaxError: there is no element in it.
    """
    parser = etree.HTMLParser(target=_Shallow(), encoding="utf-8", huge_tree=True)
    root: html.HtmlElement = etree.fromstring(page, parser)
    return root
