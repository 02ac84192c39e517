"""What lines that belong to no text say: share, subscribe, read more, all rights reserved."""

import re
from functools import lru_cache

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
_AT_FIRST = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _FIRST.items()))
_SAID = tuple((name, words.split("|")) for name, words in _WORDS.items())
_TRIED = tuple((name, words.split("|"), re.compile(pattern)) for name, (words, pattern) in _PATTERNS.items())
LONGEST = 200  # characters that are looked at


@lru_cache(maxsize=8192)  # menus and feet are the same on every page of a site
def phrases(text: str) -> tuple[str, ...]:
    """Which kinds of phrase the beginning of a line has (`LONGEST`): names of `PHRASES`, in the order of the alphabet."""
    line = text.lower()
    found = {name for name, words in _SAID if any(word in line for word in words)}
    found.update(
        name
        for name, words, pattern in _TRIED
        if any(word in line for word in words) and pattern.search(line) is not None
    )
    if (match := _AT_FIRST.match(line)) is not None:
        found.add(str(match.lastgroup))
    return tuple(sorted(found))
