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
# Anywhere in it: what the line must hold for the pattern to be tried, since most lines hold nothing of it; no pattern: that alone.
_WITHIN = {
    "subscribe": (
        "subscribe|newsletter|sign up|inbox|join |your email|notifications|mailing list|abonnieren|abonnez|suscríbe",
        r"subscribe|newsletter|sign up|inbox|join (?:us|our|the|over)|your email|notifications|mailing list|abon|suscríbe",
    ),
    "legal": (
        (
            "©|(c)|copyright|all rights reserved|privacy|terms of|cookie|trademark|disclaimer|disclosure|affiliate|commission|"
            "advertis|sponsored|licensed under|anzeige|publicité|publicidad"
        ),
        (
            r"©|\(c\) ?\d{4}|copyright|all rights reserved|privacy|terms of|cookie|trademark|disclaimer|disclosure|affiliate|"
            r"commission|advertis|sponsored|licensed under|anzeige|publicité|publicidad"
        ),
    ),
    "comment": (
        "comment|leave a reply|reply|logged in|log in|sign in|kommentar|comentario",
        r"\bcomments?\b|\breply\b|logged in|log in|sign in|kommentar|commentaire|comentario",
    ),
    "contact": (
        (
            "contact us|call us|call now|get started|get a quote|book a|book now|schedule|free trial|free quote|free consultation|"
            "free demo|download|buy now|shop now|add to cart|click here|request"
        ),
        "",
    ),
    "person": (
        (
            "writer|author|editor|journalist|founder|expert|professor|director|reporter|contributor|blogger|freelance|specialist|"
            "consultant"
        ),
        (
            r"\b(?:is an?|was an?|has been) .{0,60}?(?:writer|author|editor|journalist|founder|expert|professor|director|reporter|"
            r"contributor|blogger|freelance|specialist|consultant)"
        ),
    ),
    "year": ("19|20", r"\b(?:19|20)\d\d\b"),
}
PHRASES = (*_FIRST, *_WITHIN)
_AT_FIRST = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _FIRST.items()))
_ANYWHERE = tuple(
    (name, tuple(words.split("|")), re.compile(pattern)) for name, (words, pattern) in _WITHIN.items()
)
LONGEST = 200  # characters that are looked at


@lru_cache(maxsize=8192)  # menus and feet are the same on every page of a site
def phrases(text: str) -> tuple[str, ...]:
    """Which kinds of phrase the beginning of a line has (`LONGEST`): names of `PHRASES`, in the order of the alphabet."""
    line = text.lower()
    found = {
        name
        for name, words, pattern in _ANYWHERE
        if any(word in line for word in words) and pattern.search(line) is not None
    }
    if (match := _AT_FIRST.match(line)) is not None:
        found.add(str(match.lastgroup))
    return tuple(sorted(found))
