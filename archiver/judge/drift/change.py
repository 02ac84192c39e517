"""The judgement: on which step of the ladder a source stands."""

from dataclasses import dataclass
from functools import cached_property

from archiver.judge.drift.beside import beside
from archiver.judge.drift.folding import letters
from archiver.judge.drift.measures import cosine, covered, sentence_overlap, share, weight_of
from archiver.judge.drift.reading import Reading, read
from archiver.judge.drift.titles import same_title
from archiver.models.citation import Document
from archiver.models.drift import Change, Drift, Measures, Thresholds


@dataclass
class Pair:
    old: Document
    new: Document
    longest: int

    @cached_property
    def before(self): return read(self.old.text[:self.longest])
    @cached_property
    def after(self): return read(self.new.text[:self.longest])


def compare(old: Document, new: Document, *, same_bytes: bool, thresholds: Thresholds) -> Drift:
    """How far a source has moved between two readings."""
    t = thresholds
    if same_bytes:
        return Drift(change=Change.SAME_BYTES, similarity=1.0, reason="not a byte has changed")
    if not old.text.strip() or not new.text.strip():
        return Drift(change=None, similarity=None, reason="no text")
    if letters(old.text) == letters(new.text):
        return Drift(change=Change.SAME_TEXT, similarity=1.0, reason="not a word has changed")
    a, b = (read(each.text[:t.longest], beside(each.html)) for each in (old, new))
    ca, cb = covered(a, b), covered(b, a)
    wa, wb = a.weights, b.weights
    sa, sb = weight_of(ca, wa), weight_of(cb, wb)
    ta, tb = sum(wa), sum(wb)
    kept, known = share(sa, ta), share(sb, tb)
    sim = share(sa + sb, ta + tb)
    cos = cosine(a, b)
    m = Measures(kept=kept, known=known, cosine=cos, sentences=sentence_overlap(a, b), word_change=(b.size - a.size) / a.size if a.size else 0, words=(round(a.size), round(b.size)), same_title=same_title(old, new))
    prose = sum(cb[i] for s in b.sentences if s.is_prose for i in range(s.first, s.after))
    def d(change, reason): return Drift(change=change, similarity=sim, reason=reason, measures=m)
    if kept < t.replaced:
        if known >= t.cut and (prose > 20 or m.same_title):
            return d(Change.MAJOR, 'cut')
        if m.same_title and prose > 20:
            return d(Change.MAJOR, 'cut with pitch')
        if m.same_title is not False and cos >= 0.35:
            return d(Change.MAJOR, 'rewritten')
        return d(Change.REPLACED, 'replaced')
    if kept < t.changed:
        return d(Change.MAJOR, 'major')
    if kept >= t.minor and known >= t.minor_new:
        return d(Change.MINOR, 'minor')
    return d(Change.CHANGED, 'changed')
