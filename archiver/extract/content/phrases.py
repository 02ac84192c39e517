"""What lines that belong to no text say: share, subscribe, read more, all rights reserved."""

import re

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
# Anywhere in it.
_WITHIN = {
    "subscribe": r"subscribe|newsletter|sign up|inbox|join (?:us|our|the|over)|your email|notifications|mailing list|abonnieren|abonnez|suscríbe",
    "legal": (
        r"©|\(c\) ?\d{4}|copyright|all rights reserved|privacy|terms of|cookie|trademark|disclaimer|disclosure|affiliate|"
        r"commission|advertis|sponsored|licensed under|anzeige|publicité|publicidad"
    ),
    "comment": r"\bcomments?\b|leave a reply|\breply\b|logged in|log in|sign in|kommentar|commentaire|comentario",
    "contact": (
        r"contact us|call (?:us|now)|get (?:started|a quote)|book (?:a|now)|schedule|free (?:trial|quote|consultation|demo)|"
        r"download|buy now|shop now|add to cart|click here|request"
    ),
    "person": (
        r"\b(?:is an?|was an?|has been) .{0,60}?(?:writer|author|editor|journalist|founder|expert|professor|director|reporter|"
        r"contributor|blogger|freelance|specialist|consultant)"
    ),
    "year": r"\b(?:19|20)\d\d\b",
}
PHRASES = (*_FIRST, *_WITHIN)
_AT_FIRST = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _FIRST.items()))
_ANYWHERE = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _WITHIN.items()))
_LONGEST = 200  # characters that are looked at


def phrases(text: str) -> set[str]:
    """Which kinds of phrase a line has: names of `PHRASES`."""
    line = text[:_LONGEST].lower()
    found = {str(match.lastgroup) for match in _ANYWHERE.finditer(line)}
    if (match := _AT_FIRST.match(line)) is not None:
        found.add(str(match.lastgroup))
    return found
