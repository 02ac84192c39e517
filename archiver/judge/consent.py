"""Pages that ask whether one may be watched, before there is anything to read."""

import re

from archiver.judge.evidence import Evidence
from archiver.models.citation import Outcome, Verdict

_SHORT = 150  # words
_NAMES = re.compile(
    r"before you continue|we (?:value|respect|care about) your privacy|your privacy(?: choices| settings)?|privacy (?:gate|wall|settings)|"
    r"(?:your )?cookie(?:s| consent| wall| settings| preferences)?|consent(?: required| management)?|"
    r"zustimmung|einwilligung|weiter mit werbung(?: lesen)?|datenschutzeinstellungen|ihre privatsphäre.{0,30}|"
    r"vous avez le choix|votre vie privée.{0,30}|avant de continuer|antes de continuar|su privacidad.{0,30}|prima di continuare|"
    r"voordat je verdergaat|jouw privacy.{0,20}|zanim przejdziesz dalej|szanujemy twoją prywatność",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\bcookies?\b|\bpartners?\b|\bpartenaires\b|\btracking\b|\bdatenschutz|クッキー|\bciasteczk",
    re.IGNORECASE,
)
_ACCEPT = re.compile(
    r"(?:accept|agree|allow|i accept|i agree|yes, i agree|akzeptieren|zustimmen|alle akzeptieren|einverstanden|accepter|tout accepter|"
    r"j.accepte|aceptar|aceptar todo|accetta|accetto|akkoord|alles accepteren|akceptuję|godkänn|同意する)\b",
    re.IGNORECASE,
)
_LONGEST = 60  # characters of a button


def consent_wall(page: Evidence) -> Verdict | None:
    """A page that is called so, speaks of cookies, has a button to accept them, and little else.

    A banner over a page has no part in this: then the page has a name of its own.
    """
    if page.words > _SHORT or page.is_signed or page.markup is None:
        return None
    named = next((head for head in page.heads if _NAMES.fullmatch(head)), None)
    if named is None:
        return None
    root = page.markup.root
    buttons = (" ".join("".join(each.itertext()).split()) for each in root.iter("button", "a"))
    labels = (each.get("value") or "" for each in root.iter("input"))
    if not any(len(label) <= _LONGEST and _ACCEPT.match(label) for label in (*buttons, *labels)):
        return None
    if not any(_COOKIES.search(block.text) for block in page.blocks):
        return None
    return Verdict(outcome=Outcome.BOT_WALL, reason=f"the page asks for consent: “{named}”")
