"""A name that was read, as CSL has it: the parts of a person's, or an organisation's as a whole."""

import re

from archiver.extract.metadata import name_words as words
from archiver.models.work import Name

_SUFFIX = re.compile(r",?\s+(?P<suffix>Jr\.?|Sr\.?|I{2,3}|IV)$")
_TITLE = re.compile(
    r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev|Hon|Herr|Frau|M|Mme)\.?\s+(?=\S+\s+\S)", re.IGNORECASE
)
_WORD = re.compile(r"[\w'’.-]+")
_DOMAIN = re.compile(r"\w\.(?:com|org|net|edu|gov|info|tv|de|fr|co\.\w\w|uk|eu|io)\b", re.IGNORECASE)
_FAMILY_FIRST = frozenset(["hu", "zh", "ja", "ko", "vi"])
# The commonest family names of two characters; all others have one (Korean, Chinese) or cannot be told (Japanese).
_DOUBLE = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 皇甫 尉迟 公孙 남궁 황보 제갈 선우 독고 사공".split()
)
_SHORT = 3  # characters of a Chinese or Korean name
# Particles that stand in capitals before a family name and belong to it.
_JOINED = frozenset("Van De Von Du La Le Di Del Al El Bin Ben St. Mac".split())
_MOST_WORDS = 5  # of a person's name


def is_body(name: str, *, is_person: bool | None = None) -> bool:
    """Whether a name is an organisation's: by its words; the vocabulary's word decides where they say nothing.

    >>> is_body("Reuters Staff"), is_body("Ada Byron"), is_body("Ministry of Fish", is_person=True), is_body("Ada", is_person=True)
    (True, False, True, False)
    """
    found = _WORD.findall(name)
    if any(word.casefold() in words.BODIES for word in found) or _DOMAIN.search(name):
        return True
    if any(word.casefold() in {"of", "for", "the", "&"} for word in found) or len(found) > _MOST_WORDS:
        return is_person is not True
    if is_person is not None:
        return not is_person
    return len(found) == 1 and not _is_cjk(name)


def name_of(name: str, *, is_person: bool | None = None, language: str | None = None) -> Name:
    """The parts of a name.

    >>> str(name_of("van der Meer, Joost")), name_of("Joost van der Meer").family, name_of("Martin Luther King Jr.").suffix
    ('Joost van der Meer', 'van der Meer', 'Jr.')
    >>> name_of("The Salt Board").literal, name_of("김민수").family, name_of("Nagy Anna", language="hu").family
    ('The Salt Board', '김', 'Nagy')
    """
    if is_body(name, is_person=is_person):
        return Name(literal=name)
    if _is_cjk(name):
        return _eastern(name)
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and given:
        return Name(family=family, given=given)
    ended = _SUFFIX.search(name)
    parts = (name[: ended.start()] if ended else name).split()
    suffix = ended["suffix"] if ended else None
    if len(parts) == 1:
        return Name(family=parts[0], suffix=suffix)
    if language in _FAMILY_FIRST and language == "hu":
        return Name(family=parts[0], given=" ".join(parts[1:]), suffix=suffix)
    cut = len(parts) - 1
    while cut > 1 and parts[cut - 1].casefold() in words.PARTICLES and parts[cut - 1][0].islower():
        cut -= 1
    if cut > 1 and parts[cut - 1] in _JOINED:
        cut -= 1
    return Name(family=" ".join(parts[cut:]), given=" ".join(parts[:cut]), suffix=suffix)


def _eastern(name: str) -> Name:
    """The family name comes first; where nothing shows its end, the name stays whole."""
    parts = name.replace("　", " ").split()
    if len(parts) == 2:  # noqa: PLR2004 - a family name and a given one
        return Name(family=parts[0], given=parts[1])
    is_kana = any("\u3040" <= letter <= "\u30ff" for letter in name)
    if len(parts) != 1 or is_kana or len(name) == 1:
        return Name(literal=name)
    cut = 2 if name[:2] in _DOUBLE else 1
    return (
        Name(family=name[:cut], given=name[cut:]) if len(name) <= _SHORT + (cut - 1) else Name(literal=name)
    )


def without_title(name: str) -> str:
    """A name without `Dr.` and the like: two spellings of one name meet so."""
    return _TITLE.sub("", name)


def shown(name: Name, written: str) -> str:
    """A name as readers write it: straight, and in the East as it stands."""
    return written if name.literal or _is_cjk(written) or "," not in written else str(name)


def _is_cjk(text: str) -> bool:
    return any("\u3040" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af" for letter in text)
