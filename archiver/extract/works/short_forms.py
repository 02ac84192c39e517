"""Recognises notes that name a work again: `Ibid., 4.`, `Ek, op. cit.`, `Ek, “Rope,” 4.`, `Ek 2019, 4`."""

import re
from typing import NamedTuple

from archiver.extract.works.fields import plain
from archiver.extract.works.people import read_names
from archiver.models.work import Name, NoteKind

_PAGE = r"(?:,?\s*(?:at\s+)?(?:pp?\.?|pages?|págs?\.?|[SsСс]\.|fol\.|第)?\s*(?P<page>\d[\d–—-]*(?:,\s?\d[\d–-]*)*n?\d*|[ivxlc]+)(?:\s?(?:ff?\.?|页|頁))?)?"
_IBID = re.compile(
    rf"\W*(?:see\s+)?(?:(?:ibid(?:em)?|id(?:em)?|ebd|ebenda|ibíd|там же)\b(?!\s+(?:the|card|number|is)\b)|同上|同前)[.,，、]*(?:\s*,)?{_PAGE}\W*(?=$|\s|;)",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w’'-]*(?:\s(?:van|von|de|der|den|la|al-?)\s?[^\W\d_a-z][\w’'-]*)?"
_NAMES = rf"(?P<names>(?:(?:van|von|de|der|den|la|al-?)\s)?{_NAME}(?:(?:,\s{_NAME})*,?\s(?:and|&|und|et)\s{_NAME}|\set al\.?)?)"
_OP_CIT = re.compile(
    rf"^\W*(?:(?i:see\s+))?(?:{_NAMES},?\s+)?(?P<title>[“\"][^”\"]{{2,80}}[”\"],?\s+)?(?i:op\.?\s?cit|loc\.?\s?cit|a\.\s?a\.\s?O|art\.?\s?cit|supra|above|see above)\b\.?"
    rf"(?:,?\s*(?:at\s+)?(?:note|n\.|fn\.?|footnote|nn\.)\s?(?P<label>\d+))?{_PAGE}\W*$"
)
# Ek, ibid., 4; As Ek (2010) argues, …
_AUTHOR_IBID = re.compile(rf"^\W*{_NAMES},\s+(?i:ibid(?:em)?|ebd)\b[.,]*{_PAGE}\W*$")
_ARGUED = re.compile(
    rf"^\W*(?:[Aa]s |[Ss]ee )?{_NAMES}\s\((?P<year>(?:1[4-9]|20)\d\d[a-z]?)\)\s(?:has |have |had )?"
    r"(?:argue|show|note|write|wrote|put|claim|suggest|point|find|found|call|say|said|describe|discuss|explain|observe|report)\w{0,3}\b"
)
_BODY = re.compile(  # World Bank, Doing Business, 44; UN Security Council, “Complaint,” 2
    r"^\W*(?P<names>(?:[^\W\d_a-z][\w’.-]*|of|the|and|for|&)(?:\s(?:[^\W\d_a-z][\w’.-]*|of|the|and|for|&)){0,7}),\s+"
    r"(?P<title>[“\"][^“”\"]{2,80}[”\"],?|[^\W\d_a-z][^“”\",.;:()\d]{2,60}),?\s(?:pp?\.\s*)?(?P<page>\d[\d–—-]*)\W*$"
)
_SHORT_QUOTED = re.compile(rf"^\W*{_NAMES},\s+(?P<title>[“\"‘«][^“”\"«»]{{2,80}}[,.?!]?[”\"’»],?){_PAGE}\W*$")
_SHORT_WHOLE = re.compile(  # Ida Ek, “Rope,” 4: as short, with the whole name
    rf"^\W*(?P<names>{_NAME}(?:\s{_NAME}){{1,2}}),\s+(?P<title>[“\"‘«][^“”\"«»]{{2,80}}[,.?!]?[”\"’»],?)\s(?:pp?\.\s*)?(?P<page>\d{{1,3}}(?:[–—-]\d+)?)\W*$"
)
_SHORT_BARE = re.compile(
    rf"^\W*{_NAMES},\s+(?P<title>[^\W\d_a-z][^“”\",.;:()\d]{{2,60}}),\s*(?:pp?\.\s*)?(?P<page>\d[\d–—-]*(?:,\s?\d[\d–-]*)*)\W*$"
)
_SHORT_PAGE = re.compile(
    rf"^\W*{_NAMES},\s+(?:pp?\.\s*)?(?P<page>\d{{1,3}}(?:[–—-]\d+)?|\d{{4}}[–—-]\d+)\W*$"
)
_TITLE_PAGE = re.compile(
    r"^\W*(?P<title>[“\"][^“”\"]{2,80}[,.?!]?[”\"],?)\s*(?:pp?\.\s*)?(?P<page>\d{1,4}(?:[–—-]\d+)?)\W*$"
)
_AUTHOR_DATE = re.compile(
    rf"^\W*{_NAMES},?\s\(?(?P<year>(?:1[4-9]|20)\d\d[a-z]?)\)?(?:[,:]\s*(?:pp?\.\s*)?(?P<page>\d[\d–—-]*))?\W*$"
)
_SEE_NOTE = re.compile(
    r"^\W*(?:see|cf\.?|as in)?\s*(?:above,?\s|supra\s)?(?:note|n\.|fn\.?|footnote)\s(?P<label>\d+)(?:\s(?:above|supra))?"
    rf"{_PAGE}\W*$",
    re.IGNORECASE,
)
_PATTERNS = (
    _OP_CIT, _AUTHOR_IBID, _SHORT_QUOTED, _SHORT_WHOLE, _SHORT_BARE, _SHORT_PAGE, _AUTHOR_DATE, _ARGUED, _TITLE_PAGE, _BODY,
)  # fmt: skip
_LONGEST = 200  # characters of a short form
_BODY_WORDS = frozenset(
    "The A An In On At By For This That These Those He She It They We I No Not As If When And But".split()
)


class ShortForm(NamedTuple):
    """What a short form says."""

    kind: NoteKind
    end: int  # where it ends; what follows is something else
    author: tuple[Name, ...] = ()
    title: str | None = None
    issued: str | None = None
    page: str | None = None
    label: str | None = None


def read_short(text: str) -> ShortForm | None:
    """The short form that a citation is; None where it is none.

    >>> read_short("Ibid., 4.").kind.value, read_short("Ek, “Rope and Salt,” 4.").title
    ('ibid', 'Rope and Salt')
    >>> read_short("Ek, supra note 5, at 12.").label, read_short("Ek, “Rope,” Log, May 2, 2019.")
    ('5', None)
    """
    if found := _IBID.match(text):
        return ShortForm(NoteKind.IBID, found.end(), page=found["page"])
    if len(text) > _LONGEST:
        return None
    if found := _SEE_NOTE.match(text):
        return ShortForm(NoteKind.SHORT, len(text), label=found["label"], page=found["page"])
    for pattern in _PATTERNS:
        found = pattern.match(text)
        if found is None or (pattern is _BODY and not _is_body(found["names"])):
            continue
        said = found.groupdict()
        names = said.get("names")
        if names and names.split()[0].rstrip(",") in _BODY_WORDS:
            continue
        title = said.get("title")
        year = said.get("year")
        return ShortForm(
            NoteKind.SHORT, len(text), read_names(names) if names else (), plain(title) if title else None,
            year[:4] if year else None, said.get("page"), said.get("label"),
        )  # fmt: skip
    return None


def _is_body(names: str) -> bool:
    """Whether what stands before a title is an organisation: of a person's whole name no short form is made."""
    return any(name.literal for name in read_names(names))
