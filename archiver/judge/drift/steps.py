"""From measures to the step of the ladder."""

from archiver.models.drift import Change, Measures, Thresholds

_TEASER = 20  # words of running text that are the old ones, where a page without a title is what is left of the old one
_UNDER_ANOTHER = 50  # the same where it has another title
_HARDLY_NEW = 0.8  # of its words were there before, in that case
_LITTLE = 10  # words; fewer, without a title, tell of no other work
_FRAME = 0.7  # more in common is no frame


def step(found: Measures, limits: Thresholds) -> Change:
    """The step of the ladder that measures stand for."""
    if is_replaced(found, limits):
        return Change.REPLACED
    new = limits.grown if found.kept >= limits.whole else limits.minor_new
    # Where the old capture had next to no text, what is there now was perhaps there then.
    has_little_new = found.known >= new or found.words[0] < limits.fewest_words
    is_in_few_sentences = found.intact >= limits.intact or is_corrected(found, limits)
    if found.kept >= limits.minor and is_in_few_sentences and has_little_new:
        return Change.MINOR
    if found.kept >= limits.changed or max(found.words) < limits.fewest_words:
        return Change.CHANGED
    return Change.MAJOR


def is_corrected(found: Measures, limits: Thresholds) -> bool:
    """Whether only a few words are other ones: in a short text they stand in most of its sentences."""
    gone, new = (
        round(size * (1 - share)) for size, share in zip(found.words, (found.kept, found.known), strict=True)
    )
    return max(gone, new) <= limits.correction


def is_cut(found: Measures, limits: Thresholds) -> bool:
    """Whether a page is what is left of the old one: a teaser before a wall, a page that did not come whole."""
    if found.known < limits.cut or found.kept >= limits.changed or found.word_change >= 0:
        return False
    if found.same_title is False:
        return found.running >= _UNDER_ANOTHER and found.known >= _HARDLY_NEW
    return found.same_title is True or found.running >= _TEASER


def is_replaced(found: Measures, limits: Thresholds) -> bool:
    """Whether it is another work.

    Under the same title it is one only where it is about something else, and long enough to say so: a wall, or a page that is
    made by scripts, still has the title.
    """
    if is_cut(found, limits):
        return False
    is_gone = found.kept < limits.replaced
    if found.same_title:
        return is_gone and found.cosine < limits.cosine and found.word_change >= limits.word_change
    if found.same_title is None and (found.cosine >= limits.akin or min(found.words) < _LITTLE):
        return False
    is_frame = found.prose is not None and found.prose < limits.prose and found.kept < _FRAME
    return is_gone or is_frame or (found.same_title is False and found.foreign >= limits.foreign)
