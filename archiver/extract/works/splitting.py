"""Cuts a note into its citations, and what is said between them."""

import re
from collections.abc import Iterator

from archiver.extract.sentences import split_sentences
from archiver.extract.spans import Span
from archiver.extract.works.tokens import quotations

_CUT = re.compile(
    # 3 May 2012, and Jon Berg, Salt (Ham: …
    r"(?<=[\d)]),\s+and\s+(?=(?:[^\W\d_a-z][\w’'.-]*\s){1,4}?[^\W\d_a-z][\w’'.-]*,\s(?:[“\"]|[^“”\"(),]{2,60}\s\())"
    r"|;\s+|\n+|(?<=[.)\d”\"/])\s+(?=(?:See|Cf\.|But see|Compare|Ibid|For [^.;]{3,60}, see)\b)"
)
# A citation is done where it has said when, where or on which page.
_DONE = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|https?://|\bwww\.|\d+[.,)]?\s*$|\b(?:ibid|op\. cit|supra|n\.d)\b|[”\"]\W*$",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"(?:and |but )?(?:(?i:see|cf|compare|also|quoted|cited|as cited|ibid|id\.|op\. cit|for )\b|[“\"«„「『《(]|https?:|www\.|[^\W\d_a-z])"
)
# A sentence that cites: it quotes a title, gives an address, or has a year or a page in brackets or at its end.
_CITES = re.compile(
    r"https?://|\bwww\.|\bdoi\b|\b10\.\d{4,9}/|\bibid\b|\bop\. cit|\bsupra\b|[“\"«„「『《][^“”\"«»]{3,300}[”\"»“」』》]|"
    r"\((?:[^()]{0,80}\b)?(?:1[5-9]|20)\d\d[a-z]?\)|\b(?:1[5-9]|20)\d\d[a-z]?[.,]?\W*$|\bpp?\. ?\d|,\s\d+(?:[–-]\d+)?\.?$",
    re.IGNORECASE,
)
# A sentence of prose: a word that opens one, and some in small letters.
_SENTENCE = re.compile(
    r"(?:[^\W\d_][\w’'-]*,? ){1,4}?(?:is|was|were|are|has|had|have|did|does|came|will|would|can|could|may|might|must|should|became|[a-z]+ed)\b"
)
_LOOKED_AT = 400  # characters on both sides of a cut
_LONGEST_LEAD = 90  # characters of words that lead to a citation
_SIGNAL = (
    r"see(?:,? (?:also|e\.g\.|for example|generally|for instance))*|cf\.?|compare|(?:as )?(?:quoted|cited|printed|reprinted|discussed|"
    r"described|found|noted) (?:in|by)|adapted from|based on|(?:comes?|came|taken|drawn|borrowed) from|siehe(?: auch)?|vgl\.|voir(?: aussi)?|véase|according to"
)
# Words that lead to a citation: after some, or alone.
_LEAD = re.compile(
    rf"^\W*(?:(?:[^“\"«„;:()\d]{{0,{_LONGEST_LEAD}}}?,?\s)?(?i:{_SIGNAL})[,:]?|(?i:sources?|data|from|via|h/t)[,:]?|and|but|"
    # I owe this to a reader: Ida Ek, “Rope”
    r"[^“\"«„;()\d.]{4,60}:(?=\s[^“”\"]{3,60}, [“\"«]))\s+(?=[^\W\d_a-z]|[“\"«„『「《‘']|https?:|www\.|[a-z]{1,3} [A-Z])"
)


def split_note(text: str) -> tuple[Span, ...]:
    """The places of the citations in a note; what is none, too.

    >>> text = "Ek, “Rope,” Log, 2019, 3; see also Berg, “Salt,” 4. The rest is lost."
    >>> [text[start:end] for start, end in split_note(text)]
    ['Ek, “Rope,” Log, 2019, 3', 'see also Berg, “Salt,” 4. The rest is lost.']
    """
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Span]:
    quotes = quotations(text)
    start = 0
    for cut in _CUT.finditer(text):
        before, after = text[start : cut.start()], text[cut.end() : cut.end() + _LOOKED_AT]
        if any(opening < cut.start() < closing for opening, closing in quotes):
            continue
        if _depth(before) > 0 or not before.strip():
            continue
        if (
            _DONE.search(before[-_LOOKED_AT:])
            and _STARTS.match(after)
            and (_DONE.search(_until_cut(after)) or after[:4].lower().startswith(("see", "ibid", "cf")))
        ):
            yield Span(start, cut.start())
            start = cut.end()
    if text[start:].strip():
        yield Span(start, len(text))


def _until_cut(text: str) -> str:
    cut = _CUT.search(text)
    return text[: cut.start()] if cut else text


def _depth(text: str) -> int:
    return text.count("(") - text.count(")")


def citing(text: str) -> Span:
    """The part of a piece that cites: without the sentences of comment around it, and the words that lead to it.

    >>> text = "The date is disputed. For a dissenting view, see Ek, “Rope,” Log, May 2, 2019. He was wrong."
    >>> start, end = citing(text)
    >>> text[start:end]
    'Ek, “Rope,” Log, May 2, 2019.'
    """
    sentences = list(split_sentences(text))
    led = next((at for at, (a, b) in enumerate(sentences) if _LEAD.match(text[a:b])), None)
    start = 0
    if led and not any(_CITES.search(text[a:b]) for a, b in sentences[:led]):
        start = sentences[led].start
    if lead := _LEAD.match(text[start:]):
        start += lead.end()
    end = len(text)
    # From the end: sentences of comment, as long as what is left still cites.
    for a, _ in reversed([place for place in sentences if place.start > start]):
        if _CITES.search(text[a:end]) or not _SENTENCE.match(text[a:end]) or not _CITES.search(text[start:a]):
            break
        end = a
    return Span(start, start + len(text[start:end].rstrip()))
