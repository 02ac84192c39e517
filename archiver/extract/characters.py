"""Characters that nobody sees: which of them an author meant, and which are left over from machines.

Unicode 16, chapter 23 "Special Areas and Format Characters"; UAX 9 for those of writing direction. Every pattern
begins with what it looks for, and looks behind from there: so a long text is passed over quickly.
"""

import re
import unicodedata

# Scripts that are written without spaces: there a zero-width space parts words.
_UNSPACED = re.compile(
    r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaadf]"
)
# Scripts whose letters join: there a joiner and a non-joiner change what one reads.
_JOINING = (
    r"\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u1b00-\u1b7f\ua840-\ua87f\ua8e0-\ua8ff\ufb50-\ufdcf\ufdf0-\ufdff"
    r"\ufe70-\ufefc\U00010a00-\U00010aff\U00010d00-\U00010d4f\U00010f30-\U00010fff\U00011000-\U00011fff\U0001e900-\U0001e95f"
)
_EMOJI = r"\u00a9\u00ae\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_LETTER = r"[^\W\d_]"
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"

# Control characters, soft hyphen, word joiner and invisible operators, byte order mark, annotations, non-characters.
_NEVER = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ufdd0-\ufdef]"
)
_FLAG = r"\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f"  # of Scotland: a black flag, and letters that nobody sees
_NEVER_HIGH = re.compile(  # the same above U+FFFF
    rf"({_FLAG})|[\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
    + "]"
)
_LINE_ENDS = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# What came from windows-1252 by way of Latin-1; browsers do the same to "&#146;" (HTML, 13.2.5.80).
_WINDOWS = re.compile(r"[\x80-\x84\x86-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_STRAY_SELECTOR = re.compile(r"[\ufe0e\ufe0f](?<![^\s\ufe0e\ufe0f\u200b-\u200dA-Za-z].)")
_NON_JOINER = re.compile(rf"\u200c(?:(?<![{_JOINING}].)|(?![{_JOINING}]))")
_JOINER = re.compile(
    rf"\u200d(?:(?<![{_JOINING}{_EMOJI}].)(?![{_JOINING}])|(?<![{_JOINING}].)(?![{_JOINING}{_EMOJI}]))"
)
_ROUNDS = 9  # nobody's text needs three
_SPACE = re.compile(r"\u200b+")
_DIRECTIONS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u05ff\u0600-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_CLOSES = frozenset(_OPENS.values())


def _icons(private: str) -> re.Pattern[str]:
    """The icons of a font, before or behind a word. In a word, or beside Chinese, it is a letter that Unicode lacks."""
    before, behind = rf"(?<!{_LETTER}.)[{private}]*+(?!{_HAN})", rf"(?<!{_HAN}.)[{private}]*+(?!{_LETTER})"
    return re.compile(rf"[{private}](?<![{private}].)(?:{before}|{behind})")


_ICONS = _icons(r"\ue000-\uf8ff")
_ICONS_HIGH = _icons(r"\U000f0000-\U000ffffd\U00100000-\U0010fffd")


def meant(text: str) -> str:
    r"""The text in NFC, without characters that mean nothing where they stand; its lines end with `\n`.

    >>> meant("soft\u00adware \u200band\u200e so\ufeff on"), meant("\u0645\u06cc\u200c\u0631\u0648\u062f")
    ('software and so on', 'می\u200cرود')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text) if _is_plain(text) else _meant(text)


def seen(text: str) -> str:
    """The same for a title or a name, which stands alone: no writing direction is switched in it."""
    return meant(text if text.isascii() else _DIRECTIONS.sub("", text).replace("\u200b", ""))


def _is_plain(text: str) -> bool:
    """Whether all of it is seen, or is one of the common kinds of white space."""
    for char in "\n\t\u00a0\u3000":
        text = text.replace(char, "")
    return text.isprintable() and "\ufe0f" not in text and "\ufe0e" not in text


def _meant(text: str) -> str:
    if _SURROGATES.search(text):
        # Halves that stand side by side are one character; what is left alone is none.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _NEVER.sub("", _WINDOWS.sub(_windows, _LINE_ENDS.sub("\n", text)))
    is_high = len(text.encode("utf-16-le")) > 2 * len(text)
    if is_high:
        text = _NEVER_HIGH.sub(r"\1", text)
    if _DIRECTIONS.search(text):
        text = "\n".join(_balanced(line) for line in text.split("\n"))
    text = _ICONS.sub("", text)
    if is_high:
        text = _ICONS_HIGH.sub("", text)
    return _joined(_STRAY_SELECTOR.sub("", text))


def _joined(text: str) -> str:
    """The text with those spaces and joiners that have letters to part or to join, in NFC."""
    for _ in range(_ROUNDS):
        # Where something is gone from between a letter and its marks, these take other places, and it is asked again.
        text = unicodedata.normalize("NFC", text)
        less = _JOINER.sub("", _NON_JOINER.sub("", _SPACE.sub(_space, text)))
        if less == text:
            break
        text = less
    return unicodedata.normalize("NFC", text)


def _windows(found: re.Match[str]) -> str:
    return bytes([ord(found[0])]).decode("cp1252", "ignore")


def _space(found: re.Match[str]) -> str:
    """One zero-width space between letters of a script that has no other."""
    text, start, end = found.string, found.start(), found.end()
    is_behind = _UNSPACED.match(text, start - 1) if start else None
    is_before = _UNSPACED.match(text, end) and not unicodedata.category(text[end]).startswith("M")
    return "\u200b" if is_behind and is_before else ""


def _balanced(line: str) -> str:
    """A line whose switches of direction are all switched back; where nothing is written from the right, without any."""
    if not _DIRECTIONS.search(line):
        return line
    if not _RIGHT_TO_LEFT.search(line):
        return _DIRECTIONS.sub("", line)
    stray: set[int] = set()
    opened: list[int] = []
    for switch in _DIRECTIONS.finditer(line):
        char, place = switch[0], switch.start()
        if char in _OPENS:
            opened.append(place)
        elif char in _CLOSES:
            if opened and _OPENS[line[opened[-1]]] == char:
                opened.pop()
            else:
                stray.add(place)
    stray.update(opened)
    return "".join(char for place, char in enumerate(line) if place not in stray) if stray else line
