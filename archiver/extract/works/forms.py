"""Labels the notes that are written in one way only: cases and statutes, interviews, a newspaper and its day."""

import re
from collections.abc import Sequence

from archiver.extract.works import words as lists
from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token

_LONGEST = 600  # characters of a note of such a form
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}}\.? [^\W\d_]{{3,10}}\.?(?: de)? \d{{4}}|\d{{4}}-\d\d-\d\d)"
_WHEN = rf"(?P<date>{_DAY}|{_MONTH} \d{{4}}|\d{{4}})"
_NAME = r"[^\W\d_a-z][\w’'.-]*(?: (?!(?i:personal|private|telephone|phone|e-?mail|interview)\b)(?:(?:van|von|de|der|den|la|al|bin|el) )?[^\W\d_a-z][\w’'.-]*){1,4}"
_CASE = r"(?P<title>(?:In re |Ex parte |Matter of )[^\[\]()]{3,100}?|[^\[\]()“”]{1,120}? v(?:s?\.)? [^\[\]“”]{2,120}?)"
_REPORTER = r"(?P<periodical>[A-Z][\w.’]*(?: (?:[A-Z][\w.’]*|\dd|\d?[a-z]{2}|&)){0,4})"
_LINK = r"(?:,? (?P<link>https?://\S+))?\W*"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # Ode v. Moe, 412 U.S. 310, 315 (1973); the court before the year
        rf"{_CASE}, (?P<volume>\d{{1,4}}) {_REPORTER} (?P<page>\d{{1,5}})(?:, [\d, –n-]{{1,20}})? \([^()\d]{{0,30}}(?:\d\w\w Cir\. )?(?P<date>\d{{4}})\){_LINK}",
        # Ode v Moe [1998] 2 AC 310 (HL)
        rf"{_CASE},? (?P<date>[\[(]\d{{4}}[\])]) (?P<volume>\d{{1,3}}) (?P<periodical>[A-Z][\w.]*(?: [A-Z][\w.]*)?) (?P<page>\d{{1,5}})(?: \([A-Z]\w*\))?{_LINK}",
        # Ode v Moe [2004] UKHL 12
        rf"{_CASE},? (?P<date>\[\d{{4}}\]) (?P<number>[A-Z]{{2,6}}(?: [A-Z][a-z]+)? \d{{1,5}})(?: \([A-Z]\w*\))?{_LINK}",
        # Ode v. City, No. 14-cv-1021, 2015 WL 30211 (D. Mass. Jan. 5, 2015)
        rf"{_CASE}, (?:Case )?Nos?\. (?P<number>[\w:.-]{{3,30}})(?:, \d{{4}} (?:WL|U\.S\. \w+|LEXIS) \d+|, slip op\.)?(?:, at [*\d–-]+)? \((?:[^()\d]{{0,30}}? )??{_WHEN}\){_LINK}",
        # 33 U.S.C. § 1402 (2006), with or without the statute's name
        rf"(?:(?P<title>[^\W\d_][^§“”]{{2,120}}?), )?(?P<volume>\d{{1,3}}) (?P<periodical>U\.S\.C\.(?:A\.|S\.)?|C\.F\.R\.) (?:§+|pts?\.) ?[\w.()–-]{{1,20}}(?:,? (?:et seq\.|[\d.–-]+))?(?: \((?P<date>\d{{4}})\))?{_LINK}",
        # An Act, Pub. L. No. 105-383, 112 Stat. 3411 (1998)
        rf"(?P<title>[^\W\d_][^“”]{{2,150}}?), (?:Pub\. ?L\.|P\.L\.) (?:No\. ?)?(?P<number>\d+[-–]\d+)(?:, (?:§ ?[\w()]+, )?(?P<volume>\d{{1,3}}) (?P<periodical>Stat\.) (?P<page>\d{{1,5}})(?:, \d+)?)?(?: \((?P<date>\d{{4}})\))?{_LINK}",
        # H.R. 4310, 112th Cong. § 12 (2012)
        rf"(?P<title>(?:H\.R\.|S\.|H\. ?Con\.|S\. ?Con\.)(?: ?J?\.? ?Res\.)? \d+, \d+\w\w Cong\.(?:,? §+ ?\d+)?) \((?P<date>\d{{4}})\){_LINK}",
        # Security Council, Resolution 83, S/RES/83, June 27, 1950
        rf"(?:(?P<author>[^\W\d_][^,\d“”]{{2,60}}), )?(?P<title>(?:[^\W\d_][\w.]* ){{0,4}}Res(?:olution|\.) \d[\w/() -]{{0,30}}), (?P<number>[A-Z]{{1,6}}/RES/[\w/.()-]+?)(?: \((?P<year>\d{{4}})\))?(?:, \(?(?P<date>{_DAY})\)?)?{_LINK}",
        # Ida Ek, interview by Jon Berg, All Things, NPR, June 4, 2007
        rf"(?P<author>{_NAME}), interview(?:ed)? (?:by|with) {_NAME}, (?P<periodical>[^\W\d_a-z][^,.“”\d]{{2,50}})(?:, (?P<publisher>[A-Z][\w. ]{{1,25}}))?, {_WHEN}{_LINK}",
        # Ida Ek, interview by the author, Ham, May 6, 2012; e-mail to author; in discussion with the author
        rf"(?P<author>{_NAME}),? (?i:in discussion|in conversation|(?:(?:personal|private|telephone|phone|email|e-mail|oral|text|skype) )*(?:interview(?:ed)?|communications?|message|correspondence|letter|call|conversation|email|e-mail))(?: (?:with|by|to)(?: the)? author| with me| to me)?(?:, [^“”\d]{{1,60}}?)??,? {_WHEN}{_LINK}",
        # Author’s interview with Ida Ek, Ham, 4 June 2017
        rf"(?:(?i:the )?(?i:author)[’']s |(?i:my )|(?i:(?:personal|telephone|phone|e-?mail|in-person|oral|skype) ))?(?i:interview|conversation|correspondence|communication|discussion)(?: (?i:by (?:the )?author))? (?i:with) (?:(?P<author>{_NAME})|[^“”\d,;:]{{2,60}}?)(?:, [^“”\d]{{1,60}}?)??,? {_WHEN}{_LINK}",
        # Ida Ek to Jon Berg, 4 May 1931, box 3, folder 12, Ek Papers, Ham City Archives
        rf"(?:(?i:letter|telegram|cable|note|memo(?:randum)?) from )?(?P<author>{_NAME}) to {_NAME}, {_WHEN}(?:, (?:box|folder|file|reel|series|vol\.) [\w.-]+)*(?:, (?P<container>[^,“”\d]{{3,60}}))?(?:, [^“”]{{3,120}})?\W*",
        # Ida Ek, preface to Rope, by Jon Berg (Ham: Alt Press, 2001), vii
        rf"(?P<author>{_NAME}), (?i:preface|foreword|introduction|afterword|epilogue)(?: to |, in | in )(?P<title>[^(),“”]{{3,120}}?)(?:, (?:by|ed\.|edited by|trans\.) (?P<editor>{_NAME}))? \((?P<place>[^():]{{2,30}}): (?P<publisher>[^(),]{{2,50}}), (?P<date>\d{{4}})\)(?:, (?P<page>[\divxlc–-]+))?\W*",
        # The Rope Walk, directed by Ida Ek (Oslo: Nordfilm, 1998), DVD
        rf"(?P<title>[^,“”\"()]{{2,100}}), (?:directed|dir\.|produced|written and directed) by (?P<editor>{_NAME}),? \((?:(?P<place>[^():\d]{{2,30}}): )?(?P<publisher>[^():\d]{{2,50}}), (?P<date>\d{{4}})\)(?:, (?:DVD|Blu-ray|film|video|\d+ min\.)){{0,2}}{_LINK}",
        # Петров И. В. Маяки Севера // Вопросы истории. 2005. № 3. С. 14–29.
        (
            r"(?:(?P<author>[А-ЯЁ][\w-]+,? [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?(?:, [А-ЯЁ][\w-]+,? [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?){0,3}) )?(?P<title>[^/]{3,250}?) // (?P<periodical>[^/.]{3,100})\. (?:[—–-] )?(?P<date>\d{4})\."
            r"(?: (?:[—–-] )?(?P<volume>(?:Т\. ?\d+\.,? ?)?(?:(?:№|Вып\.) ?\d+(?:[–/-]\d+)?)?)[.,]?)?(?: (?:[—–-] )?[СC]\. ?(?P<page>\d+(?:[–-]\d+)?)\.?)?\W*"
        ),
    )
)
# The New York Times, June 11, 1987, A14
_PAPER = re.compile(
    rf"(?P<periodical>(?:[^\W\d_a-z][\w’'.-]*|of|de|des|der|di|and|&)(?: (?:[^\W\d_a-z][\w’'.-]*|of|de|des|der|di|and|&)){{0,5}})(?: \((?P<place>[^()\d]{{2,30}})\))?, "
    rf"(?P<date>{_DAY})(?:, (?P<page>(?:(?:pp?|S)\. ?|sec\. \w+, |at )?[A-Z]{{0,2}}\d{{1,4}}[A-Z]?(?:[–-]\d{{1,4}})?))?\.?,?"
)
_LABELS = {
    "author": Label.AUTHOR, "title": Label.TITLE, "periodical": Label.PERIODICAL, "volume": Label.VOLUME, "page": Label.PAGES,
    "date": Label.DATE, "year": Label.DATE, "number": Label.GENRE, "publisher": Label.PUBLISHER, "place": Label.PLACE, "editor": Label.EDITOR,
    "link": Label.URL, "container": Label.CONTAINER,
}  # fmt: skip


def label(text: str, tokens: Sequence[Token]) -> list[Label] | None:
    """A label for each word of a note of such a form; None for all other notes.

    >>> from archiver.extract.works.tokens import tokenize
    >>> note = "Ode v. Moe, 412 U.S. 310 (1973)."
    >>> [str(one) for one in label(note, tokenize(note))]
    ['title', 'title', 'title', 'volume', 'periodical', 'page', 'issued']
    >>> label("Rope, Salt and Tar.", tokenize("Rope, Salt and Tar.")) is None
    True
    """
    if len(text) > _LONGEST:
        return None
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        found = _PAPER.fullmatch(text)
        if found is None or not _is_paper(found["periodical"]):
            return None
    spans = [
        (*found.span(name), _LABELS[name]) for name in found.groupdict() if found[name] and name in _LABELS
    ]
    return [
        next((kind for start, end, kind in spans if start < token.end and token.start < end), Label.NOTE)
        for token in tokens
    ]


def _is_paper(name: str) -> bool:
    """Whether a name is a newspaper's, as far as its words tell."""
    words = [lists.bare(word) for word in name.split()]
    return any(word in lists.NEWSPAPERS or word in lists.PAPERS for word in words)
