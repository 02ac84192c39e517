"""Writes a work as a note in any style, with the slips of real ones, and remembers which word is what."""

import random

from core import Labelled, made
from placing import Parts
from special import SPECIAL
from styles import STYLES, bluebook
from works import Made
from writing import may

from archiver.extract.works.labels import Label

_SIGNALS = (
    "See|See also|Cf.|See, e.g.,|For an overview, see|On this point see|Quoted in|As cited in|For a dissenting view, see|"
    "For more on this, see|Source:|From|via|h/t|Based on|Data from|Compare|Siehe|Voir|Adapted from"
).split("|")
_COMMENTS = (
    "This is of course a simplification.|The exact figure is disputed.|Translations are mine unless noted.|"
    "I am grateful to two readers for this point.|At the time, the agency had only three offices.|"
    "Not to be confused with the later treaty of the same name.|Names are given family name first.|"
    "By “trade” I mean trade in goods only.|In 1950 the boycott was still going on.|The text is short but worth reading in full.|"
    "This changed in March 2012, when the office moved to Geneva.|All prices are in 2015 dollars.|"
    "Some readers wrote in to say that the bridge was closed; it has since reopened.|Whether this counts as “aid” is another question.|"
    "He later said that he had been misquoted.|More on this in a later post.|An earlier version of this post gave the wrong year.|"
    "I use “North” and “South” for brevity.|The numbers do not add up to 100 because of rounding.|"
    "The Council met on July 7, 1950, without the Soviet delegate.|Yes, I know.|That is, before the war.|"
    "She said as much on the radio in April 2011.|See the discussion above.|That was his view in 1953; he changed it later.|"
    "I have not been able to find the original.|Thanks to a reader for pointing this out.|This is the spelling that the town uses.|"
    "Emphasis mine.|The figure includes Sakhalin but not the Kurils.|Some put it at 30 percent, others at 40.|"
    "The harbor froze in January 1947 and again in 1956.|A story for another day.|He was, after all, a sailor.|"
    "The word is older than the thing.|Not that it mattered.|On this, more below.|The ministry did not reply to my letter of 3 May 2018.|"
    "Both maps are in the public domain.|“North” is a direction here, not a country.|By then, of course, it was too late.|"
    "There are about 2,500 of them, according to most estimates.|Or so the story goes."
).split("|")
_NUMBERS = ("[1]", "12.", "3.", "[27]", "(4)")
_STRAIGHT, _ANGLED, _AS_IS = str.maketrans("“”‘’", "\"\"''"), str.maketrans("“”", "«»"), str.maketrans("", "")


def note(rng: random.Random, work: Made) -> Labelled:
    """A note of a work."""
    styles, weights = zip(*STYLES, strict=True)
    usual = bluebook if work.kind == "legal" else rng.choices(styles, weights=weights)[0]
    style = SPECIAL.get(work.kind, usual)
    parts = style(rng, work)
    if may(rng, 0.12):
        parts.insert(0, (Label.NOTE, rng.choice(_SIGNALS)))
    elif may(rng, 0.04):
        parts.insert(0, (Label.NOTE, rng.choice(_COMMENTS)))
    if may(rng, 0.06):
        parts.append((Label.NOTE, rng.choice(_COMMENTS)))
    if may(rng, 0.05):
        parts.insert(0, (Label.CITATION_NUMBER, rng.choice(_NUMBERS)))
    return _with_slips(rng, parts)


def comment(rng: random.Random) -> Labelled:
    """A note that cites nothing."""
    return _with_slips(rng, [(Label.NOTE, " ".join(rng.sample(_COMMENTS, rng.randint(1, 3))))])


def _with_slips(rng: random.Random, parts: Parts) -> Labelled:
    """Other quotation marks, lost ends, trailing commas."""
    table = rng.choices((_STRAIGHT, _ANGLED, _AS_IS), weights=(30, 6, 64))[0]
    parts = [(label, text.translate(table)) for label, text in parts if text]
    if may(rng, 0.2):
        label, text = parts[-1]
        parts[-1] = (label, text.rstrip(".,") + rng.choice(["", ","]))
    return made(parts)
