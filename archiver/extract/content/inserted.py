"""What a page sets into a text or under it, and what is not the work's: links to other works, newsletters, who the author is."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from archiver.extract.content.junk import behind_name, is_byline, letters_of
from archiver.extract.content.labels import BIT, labels
from archiver.extract.content.outline import Outline

_MOST = 8  # words of a line that names what follows
_LINKED = 0.8  # of a line's words: it leads to another work
_MOSTLY_LINKED = 0.6  # of one that begins with such a name itself
_BOX = 80  # words of a box that asks for an address
_WHOLE = frozenset(["html", "body", "main", "article"])  # no box within a page
_SAID = 60  # words that are said of an author, at most
_FEWEST = 3  # words of a link that stands alone; a name or a year may be a figure's
_LAST = 8  # kept blocks, among which an author is told about
_ENOUGH = 100  # words before these
# "See also" and "further reading" are an author's own words as often.
_OTHERS = (
    r"also read|read (?:also|more|next|this next)|more (?:on this(?: story| topic)?|stories|like this|from [^:]{1,30})|"
    r"related(?: (?:articles?|stories|story|posts?|content|reading|news|coverage|topics|links))?|"
    r"recommended(?: (?:for you|reading|stories|articles))?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|don.t miss|"
    r"mehr zum thema|lesen sie (?:auch|mehr)|auch interessant|das könnte sie (?:auch )?interessieren|passend dazu|weitere artikel|"
    r"(?:à )?lire aussi|à lire(?: (?:aussi|également))?|lisez aussi|sur le même sujet|articles? (?:liés?|connexes?)|"
    r"le[ae] también|leer más|te puede interesar|noticias relacionadas|artículos relacionados|"
    r"leggi anche|potrebbe interessarti|articoli correlati|leia (?:também|mais)|veja também|notícias relacionadas|"
    r"lees (?:ook|meer|verder)|meer over dit onderwerp|czytaj (?:też|także|również)|zobacz (?:też|także|również)|"
    r"läs (?:också|även|mer)|l[eæ]s også|читайте также|по теме|смотрите также|ayrıca okuyun|ilgili haberler|اقرأ أيضا|"
    r"あわせて読みたい|関連記事|関連ニュース|おすすめ記事|相关阅读|延伸阅读|推荐阅读|相关新闻|延伸閱讀|相關新聞|관련 ?기사"
)
_NAMES_OTHERS = re.compile(rf"\W*(?:{_OTHERS})\W*", re.IGNORECASE)
_BEGINS_WITH_OTHERS = re.compile(rf"\W*(?:{_OTHERS})\s*[:：|»›→]", re.IGNORECASE)
_LETTER = re.compile(
    r"newsletter|mailing list|infobrief|lettre d.information|boletín|bollettino|メールマガジン|メルマガ",
    re.IGNORECASE,
)
# One of these stands in whatever that finds, in small letters (without those of which Unicode knows a second small one).
_OF_A_LETTER = ("letter", "ng l", "nfobr", "lettre d", "bolet", "bollett", "メール", "メルマ")
_ASKS = re.compile(
    r"sign up|subscri|inbox|e-?mail|your address|register|privacy|abonn|anmeld|registrier|postfach|inscri|suscri|iscri|登録|配信",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"[,\s]*(?:\([^)]{1,60}\)[,\s]*)?(?:is|was|has|have|are|writes|covers|works|teaches|lives|ist|war|schreibt|arbeitet|lebt|"
    r"est|écrit|es|escribe|è|scrive|é|escreve|schrijft|jest)\b",
    re.IGNORECASE,
)


def without_inserted(page: Outline, kept: frozenset[int], *, names: Iterable[str]) -> frozenset[int]:
    """The kept blocks without such boxes. `names` are the authors'."""
    order = sorted(kept)
    authors = {letters_of(name) for name in names} - {""}
    left = kept.difference(
        _others(page, order), _letters(page, order), _buttons(page, order), _bios(page, order, authors)
    )
    # Nothing but such boxes: then they are what the page says.
    return left or kept


def _others(page: Outline, order: list[int]) -> Iterator[int]:
    """Lines that lead to other works, and those that name them, kept or not."""
    kept = set(order)
    first, last = (order[0], order[-1]) if order else (0, -1)
    names_them = False
    for number in range(first, last + 1):
        block = page.blocks[number]
        share = block.linked / (block.words or 1)
        line = block.text[:120]
        if block.words <= _MOST and _NAMES_OTHERS.fullmatch(line):
            names_them = True
            following = number + 1
            if following <= last and _leads_away(page, following):
                yield number
        elif names_them and share >= _LINKED:
            yield number
        else:
            names_them = False
            if number in kept and share >= _MOSTLY_LINKED and _BEGINS_WITH_OTHERS.match(line):
                yield number


def _leads_away(page: Outline, number: int) -> bool:
    block = page.blocks[number]
    return block.linked >= _LINKED * block.words


def _letters(page: Outline, order: list[int]) -> Iterator[int]:
    """The blocks of small boxes that are called a letter's, or offer one and ask for an address."""
    marked = labels(page)
    for number in order:
        is_offer = _offers_letter(page.blocks[number].text[:120])
        is_called = marked[page.blocks[number].box] & BIT["letter"]
        if not is_offer and not is_called:
            continue
        for box in page.around(number):
            around = page.boxes[box]
            if page.size(around) > _BOX or around.tag in _WHOLE:
                break
            within = range(around.start, around.end)
            is_outermost = marked[box] & BIT["letter"] and not marked[around.parent] & BIT["letter"]
            if is_outermost or (is_offer and _is_asked(page, number, within)):
                yield from within
                break


def _offers_letter(line: str) -> bool:
    small = line.lower()
    return any(part in small for part in _OF_A_LETTER) and _LETTER.search(line) is not None


def _is_asked(page: Outline, offer: int, within: range) -> bool:
    return any(_ASKS.search(page.blocks[other].text[:300]) for other in within if other != offer)


def _buttons(page: Outline, order: list[int]) -> Iterator[int]:
    """Links that stand alone in a box that is neither a paragraph nor an item: of 138 in articles, 113 were none of the text."""
    for number in order:
        block = page.blocks[number]
        if block.tag == "div" and _FEWEST <= block.words <= block.linked:
            yield number


def _bios(page: Outline, order: list[int], authors: set[str]) -> Iterator[int]:
    """The paragraphs at the end that say who an author is."""
    counts = accumulate((page.blocks[number].words for number in order), initial=0)
    late = [number for number, before in zip(order, counts, strict=False) if before >= _ENOUGH][-_LAST:]
    if not authors or not late:
        return
    for number in late:
        behind = behind_name(page.blocks[number].text, authors)
        if behind and _TOLD.match(behind):
            yield number
    # "Written by", and who that is: whatever follows the last byline, if that stands under all of the text.
    last = late[-1]
    bylines = (
        number
        for number in range(late[0], last)
        if page.blocks[number].words <= _MOST and is_byline(page.blocks[number].text, authors)
    )
    byline = next(bylines, last)
    if all(page.blocks[number].words <= _SAID for number in range(byline, last + 1)):
        yield from range(byline + 1, last + 1)
