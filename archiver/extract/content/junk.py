"""Lines that a reading keeps and that are no words of the work: its own title again, its byline and date, buttons, labels.

Only short lines, and only those that are nothing else: what merely begins like one stays.
"""

import re
from collections.abc import Iterable, Sequence

from archiver.extract.content.outline import Outline

_MOST = 14  # words of such a line
_TOP = 12  # kept blocks from the top among which title, byline and date stand
_NOT_LETTERS = re.compile(r"[\W_]+")
_BUTTON = re.compile(
    r"(?:share|share (?:this|on|via|article|post)[\w ]{0,30}|tweet|print|email|e-mail|save|copy link|link copied!?|"
    r"facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|telegram|follow us(?: on [\w ]{1,30})?|"
    r"advertisement|advertising|sponsored|anzeige|werbung|publicité|publicidad|scroll to continue|story continues below[\w ]{0,20}|"
    r"continue reading(?: below)?|read more|show more|load more|view comments|leave a comment|\d{0,5} ?comments?|"
    r"[\d.,]{1,9} ?[km]? (?:followers|views|likes|shares|reads|claps)|"
    r"(?:listen|play|pause|mute|close|menu|back to top|jump to content|skip to (?:main )?content)|"
    r"click to (?:expand|enlarge|tweet|share)[\w ]{0,20}|loading|image|photo|video|gallery|getty(?: images)?|"
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|índice|in this article|on this page|jump to navigation ?jump to search|"
    r"sign up|subscribe|subscribe now|log in|sign in|teilen|drucken|partager|imprimer|compartir|imprimir|condividi|stampa)[.:!…»›→]{0,2}",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"(?:estimated )?(?:reading|read) time:? {0,2}(?:about )?\d{1,3} ?(?:min(?:ute)?s?\.?)?(?: read)?|"
    r"(?:about )?\d{1,3} ?(?:-| )?min(?:ute)?s?(?:[ -]read(?:ing)?(?: time)?)|\d{1,3} min\.? (?:read|lesezeit|de lecture|de lectura)|"
    r"lesezeit:? \d{1,3} min(?:uten)?|temps de lecture ?:? \d{1,3} min(?:utes)?",
    re.IGNORECASE,
)
_STROKES = re.compile(r"\s[|•·–/]\s")
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,7}\.?|januar|februar|märz|mai|juni|juli|oktober|dezember|"
    r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|"
    r"julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_DATELINE = re.compile(
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|reviewed|created|veröffentlicht|aktualisiert|"
    r"publié|mis à jour|publicado|actualizado)(?: on| at| le| el| am)?:? {0,2})?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[,.]? )?"
    rf"(?:(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\.? (?:de )?(?:{_MONTHS}),? (?:de )?\d{{4}}|"
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日(?: ?\d{1,2}時\d{1,2}分)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
    r"(?:(?:,| at| \||, at| -| um| à| a las)? {0,2}\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: uhr)?(?: \(?[a-z]{2,5}\)?)?)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\W_]*(?:(?:and|und|et|y|e|en|og|och|with|mit|&)\b[\W_]*)?", re.IGNORECASE)  # names
_BY = re.compile(r"(?:written |posted |words |text )?(?:by|von|par|por|di|door|av)\b:? {0,2}", re.IGNORECASE)


def without_junk(
    page: Outline, kept: frozenset[int], *, headings: Iterable[str | None], names: Iterable[str]
) -> frozenset[int]:
    """The kept blocks without such lines. `headings` are titles, the work's first, and site names; `names` are the authors'."""
    headings = tuple(headings)
    titles = {letters_of(heading) for heading in headings if heading} - {""}
    authors = {letters_of(name) for name in names} - {""}
    order = sorted(kept)
    top = set(order[:_TOP])
    title = _title_line(page, order, headings)
    left = frozenset(
        number
        for number in order
        if page.blocks[number].words > _MOST
        or not (
            number < title
            or _is_menu(page, number)
            or _is_junk(page.blocks[number].text, titles, authors, at_top=number in top)
        )
    )
    # Nothing but such lines: then they are what the page says.
    return left or kept


def _title_line(page: Outline, order: list[int], headings: Sequence[str | None]) -> int:
    """The block that says the work's title, above all that is long; 0 where there is none. What stands above it is the site's."""
    title = letters_of(headings[0] or "") if headings else ""
    first = next((number for number in order if page.blocks[number].words > _MOST), 0)
    return next((n for n in range(first) if title and letters_of(page.blocks[n].text) == title), 0)


def _is_menu(page: Outline, number: int) -> bool:
    """Whether a line is some links, held apart by strokes or dots."""
    block = page.blocks[number]
    return len(_STROKES.findall(block.text)) > 1 and block.linked * 2 >= block.words


def _is_junk(line: str, titles: set[str], authors: set[str], *, at_top: bool) -> bool:
    if _BUTTON.fullmatch(line) or _READING_TIME.fullmatch(line):
        return True
    if not at_top:
        return False
    return letters_of(line) in titles or _DATELINE.fullmatch(line) is not None or is_byline(line, authors)


def is_byline(line: str, authors: set[str]) -> bool:
    """Whether a line names the authors and says nothing else but a date."""
    said = _BY.sub("", line, count=1) if _BY.match(line) else line
    rest = said
    while (behind := behind_name(rest, authors)) is not None:
        rest = _BETWEEN.sub("", behind, count=1)
    return rest != said and (not rest or _DATELINE.fullmatch(rest) is not None)


def behind_name(line: str, authors: set[str]) -> str | None:
    """What follows the name that a line begins with; None where it begins with no author's."""
    letters = letters_of(line)
    for author in authors:
        if letters.startswith(author):
            count = len(author)
            for at, char in enumerate(line):
                if count <= 0:
                    return line[at:]
                count -= len(letters_of(char))
            return ""
    return None


def letters_of(text: str) -> str:
    """The letters and digits of a text, whatever their case."""
    return _NOT_LETTERS.sub("", text.casefold())
