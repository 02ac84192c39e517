"""What the elements of the three vocabularies are to a reader (JATS 1.3, TEI P5, DocBook 5.1 and 4.5).

The words on the right are elements of HTML, or:

head        metadata; of these only the abstract is text
section     one deeper; `heading` is its title
list        numbered or not, as an attribute says
note        words that stand below, with a mark in their place; `xref` is such a mark
label       a number that belongs to what follows
spaced      parts of a reference, that nobody put a space between
looks       letters as an attribute says
drop        not read
"""

from collections.abc import Mapping

Vocabulary = Mapping[str, str]


def _table(lines: str) -> dict[str, str]:
    """A vocabulary from lines of `action: its elements`."""
    pairs = (line.split(":") for line in lines.strip().splitlines())
    return {name: action.strip() for action, names in pairs for name in names.split()}


JATS = _table(
    """
    head: front front-stub book-meta processing-meta
    abstract: abstract trans-abstract
    section: sec app ref-list ack glossary bio fn-group
    heading: title
    p: p ref verse-group speech
    verse: verse-line
    blockquote: disp-quote
    pre: preformat code
    list: list
    li: list-item
    dl: def-list
    dt: term
    dd: def
    table: table
    thead: thead
    tbody: tbody
    tr: tr
    td: td
    th: th
    figcaption: caption
    figure: fig
    em: italic
    strong: bold
    code: monospace
    sup: sup
    sub: sub
    del: strike
    a: ext-link uri
    br: break
    xref: xref
    label: label
    line: fn disp-formula table-wrap table-wrap-foot boxed-text statement
    spaced: element-citation
    drop: tex-math graphic inline-graphic media alt-text object-id article-id floats-group sub-article response
    """
)
TEI = _table(
    """
    head: teiHeader
    abstract: abstract
    section: div div0 div1 div2 div3 div4 div5
    heading: head
    p: p ab lg sp stage epigraph salute signed dateline opener closer trailer bibl
    blockquote: quote
    pre: eg
    list: list listBibl
    li: item
    table: table
    tr: row
    td: cell
    looks: hi
    em: emph title foreign
    strong: label
    q: q soCalled
    del: del
    code: code gi
    a: ref ptr
    br: lb
    verse: l
    note: note
    spaced: biblStruct
    figure: figure
    drop: figDesc pb cb milestone fw graphic facsimile standOff
    """
)
DOCBOOK = _table(
    """
    head: info articleinfo bookinfo chapterinfo sectioninfo sect1info
    abstract: abstract
    section: section sect1 sect2 sect3 sect4 sect5 simplesect chapter appendix preface part bibliography glossary colophon
    heading: title
    p: para simpara bibliomixed biblioentry bridgehead attribution releaseinfo
    blockquote: blockquote epigraph
    pre: programlisting screen literallayout synopsis
    ul: itemizedlist simplelist
    ol: orderedlist procedure
    li: listitem member step
    dl: variablelist glosslist
    dt: term glossterm
    table: table informaltable
    thead: thead
    tbody: tbody
    tr: row tr
    td: entry td
    th: th
    looks: emphasis
    em: citetitle firstterm foreignphrase
    q: quote
    code: code literal command filename function varname
    sup: superscript
    sub: subscript
    a: link ulink
    br: sbr
    note: footnote
    line: figure informalfigure example equation caution important tip warning sidebar
    drop: imagedata indexterm remark toc index alt textobject xref
    """
)
