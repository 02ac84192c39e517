"""What lines that belong to no text say: share, subscribe, read more, all rights reserved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

# At the beginning of a line.
_FIRST = {
    "share": r"(?:share|tweet|pin it|email|print|facebook|twitter|linkedin|whatsapp|copy link|save|follow|like|teilen|partager|compartir)\b",
    "more": (
        r"(?:read|see|learn|find out|view|show|load|discover|explore|more|also|related|recommended|you (?:may|might)|next|"
        r"previous|continue|don.t miss|trending|latest|popular|recent|up next|keep reading|further reading|lire aussi|mehr zum|"
        r"weiterlesen|lesen sie|leer más|ver también|à lire|leggi anche|lees ook)\b"
    ),
    "by": (
        r"(?:by|von|par|por|di|written by|posted|published|updated|last|author|photo|image|credit|source|foto|bild|posted in|"
        r"filed under|tagged|tags?|categor|reviewed by|edited by|fact)\b"
    ),
    "about": r"about ",
}
_ROLES = (
    "writer|author|editor|journalist|founder|expert|professor|director|reporter|contributor|blogger|freelance|specialist|"
    "consultant"
)
# Anywhere in it, as plain words.
_WORDS = {
    "subscribe": "subscribe|newsletter|sign up|inbox|your email|notifications|mailing list|abonnieren|abonnez|suscríbe",
    "legal": (
        "©|copyright|all rights reserved|privacy|terms of|cookie|trademark|disclaimer|disclosure|affiliate|commission|"
        "advertis|sponsored|licensed under|anzeige|publicité|publicidad"
    ),
    "comment": "logged in|log in|sign in|kommentar|commentaire|comentario",
    "contact": (
        "contact us|call us|call now|get started|get a quote|book a|book now|schedule|free trial|free quote|free consultation|"
        "free demo|download|buy now|shop now|add to cart|click here|request"
    ),
}
# As patterns, each with what a line must hold for it to be tried: most lines hold nothing of it.
_PATTERNS = {
    "subscribe": ("join ", r"join (?:us|our|the|over)"),
    "legal": ("(c)", r"\(c\) ?\d{4}"),
    "comment": ("comment|reply", r"\bcomments?\b|\breply\b"),
    "person": (_ROLES, rf"\b(?:is an?|was an?|has been) .{{0,60}}?(?:{_ROLES})"),
    "year": ("19|20", r"\b(?:19|20)\d\d\b"),
}
PHRASES = (*_FIRST, *_WORDS, *(name for name in _PATTERNS if name not in _WORDS))
_WORD = re.compile(r"\w+")
_AT_FIRST = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _FIRST.items()))
_LEAST = 2  # letters of a word that is looked for in words
LONGEST = 200  # characters that are looked at
_MOST = 100_000  # words that are remembered


@dataclass(frozen=True, slots=True)
class _Gate:
    """What a line must hold to have a phrase of a kind; where there is a pattern, it decides."""

    kind: str
    words: str
    pattern: re.Pattern[str] | None = None

    @property
    def core(self) -> str:
        """Its longest word, which is in a word of every line that holds it; empty where it is a sign."""
        core = max(_WORD.findall(self.words), key=len, default="")
        return core if len(core) >= _LEAST else ""

    def opens(self, line: str) -> bool:
        """Whether a line, in lower case, has the phrase."""
        return self.words in line and (self.pattern is None or self.pattern.search(line) is not None)


_GATES = (
    *(_Gate(kind, words) for kind, said in _WORDS.items() for words in said.split("|")),
    *(
        _Gate(kind, words, re.compile(pattern))
        for kind, (said, pattern) in _PATTERNS.items()
        for words in said.split("|")
    ),
)
_SIGNS = tuple(gate for gate in _GATES if not gate.core)
_NAMED = tuple((gate.core, gate) for gate in _GATES if gate.core)


class _Gates(dict[str, tuple[_Gate, ...]]):
    """The gates that a line with a word may open; most words open none. Each is looked at once, as long as there is room."""

    def __missing__(self, word: str) -> tuple[_Gate, ...]:
        if len(self) >= _MOST:
            self.clear()
        self[word] = found = tuple(gate for core, gate in _NAMED if core in word)
        return found


_gates = _Gates()


def phrases(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """Which kinds of phrase the beginning of a line has (`LONGEST`): names of `PHRASES`, in the order of the alphabet.

    `words` are the words of the line in lower case (`tokens_of`).

    >>> phrases("Read more: all rights reserved", ["read", "more", "all", "rights", "reserved"])
    ('legal', 'more')
    """
    line = text[:LONGEST].lower()
    near = chain.from_iterable(map(_gates.__getitem__, words[:LONGEST]))
    found = {gate.kind for gate in near if gate.opens(line)}
    for sign in _SIGNS:
        if sign.words in line and sign.opens(line):
            found.add(sign.kind)
    if (match := _AT_FIRST.match(line)) is not None:
        found.add(str(match.lastgroup))
    return tuple(sorted(found)) if found else ()
