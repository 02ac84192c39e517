"""Labels notes in Chinese, Japanese and Korean: titles stand in marks of their own, numbers beside what they count."""

import re
from collections.abc import Sequence

from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token

_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_MOSTLY = 0.4  # of the letters: characters of these scripts say more each
_QUOTED = re.compile(r"[(（]?[《「『〈“\"].*[》」』〉”\"]\W*")
_OPENS, _CLOSES = re.compile(r"[(（]?[《「『〈“]"), re.compile(r"[》」』〉”]\W*$")
_YEAR = re.compile(
    r"\W*(?:1[4-9]|20)\d\d\s?[年년]?(?:\s?\d{1,2}\s?[月월])?(?:\s?\d{1,2}\s?[日일])?\W*|\W*\d{1,2}\s?[月월日일]\W*"
)
_SHORT_DATE = re.compile(r"\d{1,2}\.,?")
_PAGES = re.compile(r"\W*(?:第\s?)?\d[\d–—~-]*\s?(?:页|頁|쪽|面|ページ)\W*|\W*pp?\.\W*")
_COUNTED = re.compile(r"\W*제?第?\s?\d+\s?[期卷巻号號호권집輯辑]\W*")
_NUMBER = re.compile(r"\W*\d[\d–—-]*\W*")
_HOUSE = re.compile(
    r"出版|书局|書局|书店|書店|書房|書院|書林|新書|文庫|印书馆|印書館|출판|문화사|서원|大学|대학교"
)
_TYPED = re.compile(r"\[[A-Z]{1,2}(?:/OL)?\]\W*$")  # GB/T 7714 says behind a title what it is: [M], [J], [N]


def label(text: str, tokens: Sequence[Token]) -> list[Label] | None:
    """A label for each word; None where the note is in another script, or nothing shows its title.

    >>> from archiver.extract.works.tokens import tokenize
    >>> note = "王小明：《绳与盐》，《盐报》2019年5月2日。"
    >>> [str(one) for one in label(note, tokenize(note))]
    ['author', 'title', 'periodical', 'issued']
    """
    letters = len(_LETTER.findall(text))
    if not letters or len(_EASTERN.findall(text)) < _MOSTLY * letters:
        return None
    found: list[Label | None] = [None] * len(tokens)
    _count(tokens, found)
    title = _title(tokens, found)
    if title is None or Label.DATE not in found:
        return None
    start, end = title
    for at in range(start):
        found[at] = found[at] or Label.AUTHOR
    _after(tokens, found, end)
    return [one or Label.NOTE for one in found]


def _count(tokens: Sequence[Token], found: list[Label | None]) -> None:
    """Dates, pages and volumes: numbers with what they count."""
    for at, token in enumerate(tokens):
        before = found[at - 1] if at else None
        if token.text.startswith(("http", "www.")):
            found[at] = Label.URL
        elif _YEAR.fullmatch(token.text):
            found[at] = Label.DATE
        elif (
            before is Label.DATE
            and _SHORT_DATE.fullmatch(token.text)
            and not tokens[at - 1].text.endswith((",", ":"))
        ):
            found[at] = Label.DATE  # 2019. 5. 2.
        elif _PAGES.fullmatch(token.text):
            found[at] = Label.PAGES
        elif _COUNTED.fullmatch(token.text):
            found[at] = Label.VOLUME
        elif at and _NUMBER.fullmatch(token.text):
            found[at] = Label.VOLUME if "(" in token.text else Label.PAGES


def _title(tokens: Sequence[Token], found: list[Label | None]) -> tuple[int, int] | None:
    """Where the title stands: the first words in marks, or before the letter that says what they are."""
    start = next(
        (at for at, token in enumerate(tokens) if found[at] is None and _OPENS.match(token.text)), None
    )
    if start is not None:
        end = next((at + 1 for at in range(start, len(tokens)) if _CLOSES.search(tokens[at].text)), None)
    else:
        end = next((at + 1 for at, token in enumerate(tokens) if _TYPED.search(token.text)), None)
        start = min(1, end - 1) if end else None
    if start is None or end is None:
        return None
    found[start:end] = [Label.TITLE] * (end - start)
    return start, end


def _after(tokens: Sequence[Token], found: list[Label | None], start: int) -> None:
    """What stands after the title: in marks or before a day what it appeared in, else where and by whom."""
    for at in range(start, len(tokens)):
        if found[at] is not None:
            continue
        text = tokens[at].text
        if _QUOTED.fullmatch(text) and Label.PERIODICAL not in found:
            found[at] = Label.PERIODICAL
        elif _HOUSE.search(text) or (found[at - 1] is Label.PLACE and at > start):
            found[at] = Label.PUBLISHER
        elif text.endswith((":", "：")):
            found[at] = Label.PLACE
        elif Label.PERIODICAL in found or Label.PUBLISHER in found:
            found[at] = Label.NOTE
        else:
            inside = text.startswith(("(", "（"))
            found[at] = Label.PUBLISHER if inside else Label.PERIODICAL
