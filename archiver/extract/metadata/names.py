"""What is the name of an author, and what only stands where one should."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from archiver.extract.metadata import name_words as words

_LONGEST = 80  # characters of one name
_LONGEST_LINE = 1_000  # characters of a line of names
_MOST = 50  # authors; physics papers have thousands, and the first fifty tell enough
_MOST_LINES = 200  # of names
_MOST_WORDS = 7  # of a person's name, titles and particles included

_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,300}>")
_ADDRESS = re.compile(r"\S{1,200}@\S{1,200}\.\S{1,60}|(?:https?:|www\.)\S{0,300}|(?<![\w.])@[\w.]{1,60}")
_MIDDLE = re.compile(
    r"(?<=[^\W\d_]) \((?P<name>[^\W\d_a-z][^\W\d_]{1,20})\)(?= [^\W\d_a-z])"
)  # Ada (King) Byron
_BRACKETS = re.compile(r"\s*[(\[{（【][^()\[\]{}（）【】]{0,120}[)\]}）】]")
_BEFORE = re.compile(words.BEFORE, re.IGNORECASE)
# Published on 3 May 2019 by: a word for that or a number begins it, and a number is in it.
_DATED_BEFORE = re.compile(
    r"^(?=[^\d|]{0,40}\d)(?:publi|published|posted|written|veröff|erstellt|gepubli|geplaatst|gepost|pubblic|inserit|posta[dt]|escrit|scritt|"
    r"opubli|on\s|le\s|am\s|el\s|il\s|op\s|\d)[^|]{2,60}?\s(?:by|von|par|por|da|di|door|av|af)\s+(?=(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)
_AFTER_CJK = re.compile(r"\s*(?:記者|编辑|編輯|編集部員|기자|특파원|선임기자|さん|氏|著|報道|报道)$")
# After a bar or a bullet comes the date, the desk, the number of comments.
_AFTER = re.compile(words.AFTER, re.IGNORECASE)
_HELPED = re.compile(words.HELPED, re.IGNORECASE)
_FOR = re.compile(words.FOR, re.IGNORECASE)
_NOT_A_NAME = re.compile(words.NOT_A_NAME, re.IGNORECASE)
# Elsewhere than in English the word for "and" also stands within names: Ortega y Gasset.
_AND = re.compile(
    r"\s*[;；、／]\s*|\s+/\s+|(?<=[a-zA-Z]{2})/(?=[A-Za-z]{2})|\s*,?\s+(?:&|and|with|\+)\s+|\s*&\s*(?=(?-i:[^\W\d_a-z]))|"
    r"\s+(?:und|et|y|e|i|en|og|och|ja|a|ve|и|і|та|και)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"\s+(?:and|&|und|et|y|e|og|och|en)$", re.IGNORECASE
)  # Mara Vane and, from: a word that joins nothing
_SITE = re.compile(r"[a-z0-9-]{2,40}(?:\.[a-z]{2,4}){1,2}")
_FIRM = re.compile(r"[^\W\d_]+ (?:&|and) [^\W\d_]+")  # Morgan & Morgan
_DEGREE = re.compile(
    r"(?:,\s*|\s+)(?:(?:ph|ed|psy|sc|pharm|eng|jur|d)\.?\s?d|m\.?d|d\.?o|j\.?d|esq|b\.?a|b\.?s|b\.?sc|m\.?a|m\.?s|m\.?sc|m\.?b\.?a|"
    r"m\.?p\.?h|r\.?n|r\.?d|r\.?d\.?n|l\.?d|c\.?p\.?a|c\.?f\.?p|c\.?f\.?a|d\.?v\.?m|v\.?m\.?d|d\.?d\.?s|l\.?c\.?s\.?w|"
    r"f\.?r\.?c\.?p|f\.?a\.?c\.?p|ll\.?[bm]|cpt|lmft|lpc|msw|bcba|cissp|pmp|pe|facc|face|dacvb|[a-z]{2,6}®)\b[.®]?(?=$|[\s,])",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|for|on|für|pour|para|per|voor)\b", re.IGNORECASE)
_SUFFIX = re.compile(r",\s*((?:Jr|Sr)\b\.?|I{2,3}\b|IV\b)")
_CAPITALS = re.compile(r"(?:,\s*|\s+)[A-Z]{2}[A-Z-]{0,4}®?$")
_LOWER_LOGIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+){0,5}")
_NO_USERS = frozenset("mon tue wed thu fri sat sun am pm est edt share edit reply more link history".split())
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def names(written: Iterable[str]) -> tuple[str, ...]:
    """The authors in what was written, once each, in their order.

    >>> names(["By Ada Byron and Charles Babbage | May 2, 1843", "admin", "https://facebook.com/ada"])
    ('Ada Byron', 'Charles Babbage')
    >>> names(["Byron, Ada"]), names(["Ada Byron, Charles Babbage"])
    (('Byron, Ada',), ('Ada Byron', 'Charles Babbage'))
    >>> names(["Von Anna Berg, Wien"]), names(["Mara Vane, M.D., and Tom Ek, Staff Writer (@tomek)"])
    (('Anna Berg',), ('Mara Vane', 'Tom Ek'))
    """
    found: dict[str, str] = {}
    for text in islice(written, _MOST_LINES):
        for name in _names_in(text[:_LONGEST_LINE]):
            found.setdefault(name.casefold(), name)
        if len(found) >= _MOST:
            break
    return tuple(found.values())[:_MOST]


@lru_cache(maxsize=2_000)
def _names_in(text: str) -> tuple[str, ...]:
    """The names in one line; a page says the same name in several places."""
    return tuple(_split(_bare(text)))


def looks_like_name(text: str) -> bool:
    """Whether words are few and capitalised, particles aside, and none of them belongs to a button or a date.

    >>> looks_like_name("Joost van der Meer"), looks_like_name("Read more"), looks_like_name("the river"), looks_like_name("山田太郎")
    (True, False, False, True)
    """
    found = _WORD.findall(text)
    if not found or len(text) > _LONGEST or any(letter.isdigit() for letter in text):
        return False
    if any(word.casefold().rstrip(".") in words.NEVER for word in found):
        return False
    counted = [word for word in found if word.casefold() not in words.PARTICLES]
    capitals = sum(not word[0].islower() or word.casefold() in words.BODIES for word in counted)
    return 0 < len(found) <= _MOST_WORDS and capitals == len(counted) > 0


def is_led(text: str) -> bool:
    """Whether a line begins with words that lead to a name: By, Posted by, Von, Text:."""
    line = " ".join(text.split())
    return _BEFORE.match(line) is not None or _DATED_BEFORE.match(line) is not None


def is_of_a_helper(text: str) -> bool:
    """Whether a line calls the name in it that of who checked, edited or drew."""
    return _HELPED.match(" ".join(text.split()).lstrip(words.LOOSE + ".")) is not None


def leads_to_a_helper(text: str) -> bool:
    """Whether words that stand before a name end so: `. Reviewed by`; where they name somebody, they speak of that one."""
    line = " ".join(text.split()).lstrip(words.LOOSE + ".")
    found = _HELPED.match(line)
    return found is not None and not line[found.end() :].strip(words.LOOSE + ".")


def _bare(text: str) -> str:
    """The line without tags, addresses, what is in brackets, and what leads to the names."""
    text = text.strip()
    if text[:1] in "[(（【" and text[-1:] in "])）】":
        text = text[1:-1]
    text = _MIDDLE.sub(_kept, _ADDRESS.sub(" ", _TAG.sub(" ", text)))
    text = _BRACKETS.sub(" ", text).replace("\ue000", "(").replace("\ue001", ")")
    text = " ".join(text.replace("，", ", ").split()).strip(words.LOOSE)
    text = _DATED_BEFORE.sub("", text)
    for _ in range(3):
        shorter = _BEFORE.sub("", text).strip(words.LOOSE)
        if shorter == text or not shorter:
            break
        text = shorter
    text = _before_slash(_AFTER.sub("", text))
    found = _FOR.search(text)
    # A word alone is no person: `Commissioners of Northern Beacons`.
    is_person = found is not None and " " in text[: found.start()] and not _is_body(text[: found.start()])
    return _HANGING.sub("", text[: found.start()]) if found is not None and is_person else text


def _before_slash(text: str) -> str:
    """The line without the agency, the place or the site that follows a person after a slash: `Mara Vane/dpa`."""
    text = text.strip(words.LOOSE + "/")
    head, _, tail = text.rpartition("/")
    said = tail.strip().casefold()
    is_beside = (
        said in words.PLACES or (said in words.AGENCIES and not _is_body(head)) or _SITE.fullmatch(said)
    )
    return head.strip(words.LOOSE) if head and is_beside else text


def _kept(found: re.Match[str]) -> str:
    """A name in brackets in the middle of another stays, in brackets that are not cut away."""
    said = found["name"]
    return f" \ue000{said}\ue001" if said.casefold() not in words.NOT_BETWEEN else ""


def _split(text: str) -> Iterator[str]:
    parts = [text] if _FIRM.fullmatch(text) or _is_one_body(text) else _AND.split(text)
    for part in parts:
        for name in _listed(part):
            clean = _clean(name)
            if (
                clean
                and 1 < len(clean) <= _LONGEST
                and _LETTERS.search(clean)
                and not _NOT_A_NAME.search(clean)
                and not _is_post_alone(clean)
            ):
                yield clean


def _is_one_body(text: str) -> bool:
    """Whether "and" stands in what one body is for: Center for Drug Evaluation and Research."""
    parts = _AND.split(text)
    return (
        len(parts) == 2  # noqa: PLR2004 - what it is for, and what else
        and " " not in parts[1].strip()
        and _is_body(parts[0])
        and not _is_body(parts[1])
        and _OF.search(parts[0]) is not None
    )


def _is_post_alone(name: str) -> bool:
    """Whether all that is said is a post: Staff Reporter."""
    return all(word.casefold() in words.POSTS for word in _WORD.findall(name))


def _listed(part: str) -> Iterator[str]:
    """The names between commas; posts, places and degrees that follow a name are none."""
    part = _DEGREE.sub("", _DEGREE.sub("", part)) if len(part.split()) > 2 else part  # noqa: PLR2004 - a name has two
    part = _SUFFIX.sub(r" \1", part)
    pieces = [piece.strip() for piece in part.split(",") if piece.strip(words.LOOSE)]
    if len(pieces) > 1 and _is_turned(pieces):
        yield f"{pieces[0]}, {pieces[1]}"
        return
    for n, piece in enumerate(pieces):
        if n == 0 or _is_another(piece, pieces[0]) or _is_cjk(piece):
            yield piece


def _is_another(piece: str, first: str) -> bool:
    """Whether words after a comma are another's name, rather than what the first one is, where, or for whom."""
    plain = [word for word in piece.split() if word.casefold() not in words.PARTICLES]
    return (
        len(plain) > 1
        and looks_like_name(piece)
        and not is_post(piece)
        and (not piece.isupper() or first.isupper())
    )


def _is_turned(pieces: list[str]) -> bool:
    """Whether "Byron, Ada": a family name of one word, and a given name."""
    family, given = pieces[0], pieces[1]
    plain = [word for word in family.split() if word.casefold() not in words.PARTICLES] or [family]
    return (
        len(pieces) == 2  # noqa: PLR2004 - a family name and a given one
        and len(plain) == 1
        and len(given.split()) <= 3  # noqa: PLR2004 - and initials
        and not _is_cjk(family)
        and not is_post(given)
        and not (given.isupper() and len(given) > 1 and "." not in given)
        and given.casefold() not in words.PLACES
    )


def is_post(text: str) -> bool:
    """Whether words name what somebody is, or whom they work for: Staff Writer, CNN, Ministry of Fish."""
    found = [word.casefold().strip(".") for word in re.findall(r"[\w'’-]+", text)]
    return (
        any(word in words.POSTS or word in words.BODIES for word in found) or text.casefold() in words.PLACES
    )


def _is_body(text: str) -> bool:
    return any(word.casefold() in words.BODIES for word in re.findall(r"[\w'’-]+", text))


def has_post(name: str) -> bool:
    """Whether a name is that of a post: Review Contributor, Staff Writer."""
    return any(word.casefold() in words.POSTS for word in re.findall(r"[\w'’-]+", name)) and not _is_body(
        name
    )


def _clean(name: str) -> str:
    name = name.strip(words.LOOSE)
    name = _BEFORE.sub("", name).strip(words.LOOSE) or name
    if len(name.split()) > 2:  # noqa: PLR2004 - a name has two
        name = _CAPITALS.sub("", name) if not name.isupper() else name
        name = _without_post(name)
    name = _AFTER_CJK.sub("", name)
    name = name.removesuffix(" .")
    name = name.removeprefix("the ") if _is_body(name) else name
    half = len(name) // 2
    if len(name) > len("Ek Ek") and name[:half] == name[half + 1 :]:
        name = name[:half]  # said twice: beside the picture, and in words
    return (
        name.strip(words.LOOSE) if not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", name) else name.lstrip(words.LOOSE)
    )


def _without_post(name: str) -> str:
    """The name before what its bearer is, where that follows without a comma: `Mara Vane Staff Writer`."""
    parts = name.split()
    for n in range(2, len(parts)):
        if parts[n].casefold().strip(".,") in words.POSTS and not any(
            part.casefold() in words.BODIES for part in parts
        ):
            first = parts[n - 1].casefold()
            end = n - 1 if first in words.POSTS and n > 2 else n  # noqa: PLR2004 - a name has two
            return " ".join(parts[:end])
    return name


def is_login(name: str) -> bool:
    """Whether a name is as users choose them: small Latin letters, in one word."""
    return _LOWER_LOGIN.fullmatch(name) is not None and name not in _NO_USERS


def _is_cjk(text: str) -> bool:
    return any("\u3040" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af" for letter in text)
