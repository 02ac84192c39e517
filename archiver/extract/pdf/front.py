"""The front page: what stands on it biggest, under which names, and of what day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archiver.extract.pdf.identifiers import symbol_in
from archiver.extract.pdf.line import LOWERED, RAISED, Line
from archiver.extract.works.words import MONTHS
from archiver.web.dates import dates_in

# What programs fill in: their own name, a file's, a template's.
_JUNK_TITLE = re.compile(
    r"(?:untitled.*|microsoft (?:word|powerpoint|excel)\b.*|powerpoint presentation|presentation\d*|(?:slide|layout|document|doc|page|"
    r"sheet|book|report|draft|final|template|article|paper)[\s_-]?\d*|paper title\b.*|title of (?:the )?(?:paper|article|document).*|"
    r"insert title.*|print(?:ing)?|title|no title|none|null|about:blank|index|cover|scan(?:ned)?\b.*|(?:https?:|file:|[a-z]:\\|/).*|"
    r".*\.(?:docx?|docm|pdf|indd|qxd|qxp|tex|dvi|ps|eps|rtf|pptx?|xlsx?|odt|pub|wpd|txt|fm|p65|html?|tif|ai|cdr|pmd)|"
    r"(?=\S*\d)[a-z]{0,4}[\d._-]{4,}\S*|\S*_\S*_\S*|[\W\d_]*)",
    re.IGNORECASE,
)
# At the head of a page, but no title: whose paper it is, of what kind.
_MASTHEAD = re.compile(
    r"(?:united nations|nations unies|naciones unidas|security council|general assembly|economic and social council|human rights council|"
    r"conseil de sécurité|assemblée générale|secretariat|advance (?:unedited|edited) version|distr\.?.*|original\b.*|"
    r"(?:a |an )?(?:research|working|discussion|policy|briefing|issue|white|occasional|background|conference|expert|technical|special)?\s?"
    r"(?:papers?|reports?|briefs?|briefing|memo|memorandum|note|notes|series|insight|analysis|commentary|article|newsletter|fact sheet|factsheet|"
    r"press release|statement|testimony|transcript|draft|confidential|public|review)\s*(?:no\.?|number|#)?\s*[\d./-]*|"
    r"research article|original (?:article|research|paper)|open access|abstract|summary|contents|table of contents|"
    r"(?:volume|vol\.?|issue|no\.?|number)\b.{0,30})",
    re.IGNORECASE,
)
_LABELS = {
    "title": re.compile(r"(?:title|subject|re|betreff|objet|asunto)\s?:\s*(?P<value>\S.*)", re.IGNORECASE),
    "author": re.compile(
        r"(?:(?:authors?|author\(s\)|autore?s?|auteurs?|verfasser|from)\s?:|(?:prepared|written|report) by\s?:?)\s*(?P<value>\S.*)",
        re.IGNORECASE,
    ),
    "container": re.compile(r"source\s?:\s*(?P<value>[^,]{3,150}?)\s*,.*", re.IGNORECASE),
    "publisher": re.compile(r"published (?:by|on behalf of)\s?:\s*(?P<value>\S.{2,150})", re.IGNORECASE),
}
_NOT_TITLE = re.compile(r"https?:|www\.|@|\bdoi\b|\bissn\b|\bisbn\b|©|\bcopyright\b", re.IGNORECASE)
_ABOUT_DATES = re.compile(
    r"\b(?:received|accepted|revised|updated|accessed|retrieved|downloaded|printed|as of|last modified|until|through|between|since|"
    r"resolution|embargo\w*|expires?|deadline|meeting of|content downloaded|born)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:published|issued|publication date|date|released|dated|distr)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS = 4
_LONGEST_TITLE = 300
_TOP = 40  # lines: where a front page has its date
_LONGEST_DATELINE = 80
_AROUND_DATE = 25  # letters beside a date that stands for itself: Geneva, Wednesday
_SAME = 0.03  # of a size: rounding
_APART = 2.6  # sizes: a title's lines stand no farther apart
_LARGER = 1.1  # than the text
_FAR_LARGER = 1.3
_BOLD_WORDS = 3
_DAY, _MONTH = len("2019-05-02"), len("2019-05")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What a front page says, each as it stands there."""

    title: str | None = None
    below: tuple[str, ...] = ()  # the lines under the title, where authors are named
    author: str | None = None  # behind a label
    container_title: str | None = None
    publisher: str | None = None
    issued: str | None = None


def is_junk(title: str) -> bool:
    """Whether a title in the metadata is what a program put there."""
    return len(_LETTER.findall(title)) < _LEAST_LETTERS or bool(_JUNK_TITLE.fullmatch(title))


def read_front(lines: Sequence[Line], body: float) -> Front:
    """What the lines of a front page say; `body` is the size of the document's text."""
    texts = [bare(line.text) for line in lines]
    labelled = {name: value for name in _LABELS if (value := _labelled(name, texts))}
    first, end = _title_lines(lines, texts, body)
    title = labelled.get("title") or (" ".join(texts[first:end]).strip() or None)
    return Front(
        title=title if title and len(title) <= _LONGEST_TITLE else None,
        below=tuple(texts[end : end + 10]) if end else (),
        author=labelled.get("author"),
        container_title=labelled.get("container"),
        publisher=labelled.get("publisher"),
        issued=issued_of(texts),
    )


def bare(text: str) -> str:
    """A line without the marks of its notes."""
    return re.sub(f"{RAISED}[^{LOWERED}]*{LOWERED}", "", text).strip()


def _labelled(name: str, texts: Iterable[str]) -> str | None:
    return next((match["value"].strip() for text in texts if (match := _LABELS[name].fullmatch(text))), None)


def _title_lines(lines: Sequence[Line], texts: Sequence[str], body: float) -> tuple[int, int]:
    """Where the lines begin and end that stand out most, and may be a title."""
    groups = [
        (first, end)
        for first, end in _groups(lines, texts)
        if sum(len(_LETTER.findall(text)) for text in texts[first:end]) >= _LEAST_LETTERS
        and sum(map(len, texts[first:end])) <= _LONGEST_TITLE
    ]
    largest = [group for group in groups if lines[group[0]].size >= body * _LARGER]
    wordy = [group for group in largest if len(_WORD.findall(" ".join(texts[slice(*group)]))) > 1]
    if largest:
        # One word is rather a name than a title, unless it is by far the biggest.
        best, other = (
            max(each, key=lambda group: (round(lines[group[0]].size), -group[0]))
            for each in (wordy or largest, largest)
        )
        return other if lines[other[0]].size > _FAR_LARGER * lines[best[0]].size else best
    # One size throughout: a title may still be what is bold.
    if sum(line.bold for line in lines) * 2 < len(lines):
        bold = [
            group
            for group in groups
            if lines[group[0]].bold and len(_WORD.findall(" ".join(texts[slice(*group)]))) >= _BOLD_WORDS
        ]
        if bold:
            return bold[0]
    return 0, 0


def _groups(lines: Sequence[Line], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines that follow each other in one size and weight, but for mastheads and addresses."""
    start = None
    for at, (line, text) in enumerate(zip(lines, texts, strict=True)):
        if start is not None and _goes_on(lines[at - 1], line) and _may_be_title(text):
            continue
        if start is not None:
            yield start, at
        start = at if _may_be_title(text) else None
    if start is not None:
        yield start, len(lines)


def _goes_on(one: Line, other: Line) -> bool:
    return (
        abs(one.size - other.size) <= _SAME * max(one.size, other.size)
        and one.bold == other.bold
        and 0 < one.base - other.base <= _APART * other.size
    )


def _may_be_title(text: str) -> bool:
    symbol = symbol_in(text)
    rest = text.replace(symbol, "").strip() if symbol else text
    if not _LETTER.search(rest) or _MASTHEAD.fullmatch(rest) or _NOT_TITLE.search(rest):
        return False
    return not (_is_dateline(rest) or rest.casefold().startswith("by "))


def issued_of(texts: Iterable[str]) -> str | None:
    """The day on which it came out, where the head of the page gives one: behind a word for it, or alone in its line.

    The file's own date is that of its making, and no witness. Of two days nobody knows which it is.

    >>> issued_of(["Distr.: General", "4 March 2019"]), issued_of(["Received 3 May 1930"]), issued_of(["March 2019"])
    ('2019-03-04', None, '2019-03')
    """
    labelled: dict[str, None] = {}
    alone: dict[str, None] = {}
    for text in list(texts)[:_TOP]:
        if len(text) > _LONGEST_DATELINE or _ABOUT_DATES.search(text):
            continue
        for date in dates_in(text):
            if _DATED.search(text):
                labelled[date] = None
            elif _is_dateline(text):
                alone[date] = None
    for found in (labelled, alone):
        for precise in (_DAY, _MONTH):
            dates = [date for date in found if len(date) == precise]
            if dates:
                return dates[0] if len(dates) == 1 else None
    return None


def _is_dateline(text: str) -> bool:
    """Whether a line says hardly more than a date."""
    if len(text) > _LONGEST_DATELINE or not any(dates_in(text)):
        return False
    beside = (word for word in _WORD.findall(text) if word.casefold() not in MONTHS)
    return sum(map(len, beside)) <= _AROUND_DATE
