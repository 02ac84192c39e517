"""Readings made by hand, and a work that they are readings of."""

from archiver.extract.document import read_document
from archiver.judge.drift.change import compare
from archiver.models.citation import Document
from archiver.models.drift import Change, Drift, Thresholds
from tests.judge.factories import answer, page

SALT = (
    "The salt road left the coast at Varnby and climbed for two days through beech woods before it came to the first inn.",
    "In 1734 the keeper of that inn counted 212 carts between Easter and the first snow, and he wrote every one of them down.",
    "His book was found behind a stove when the house was pulled down, and a teacher from the village copied it out by hand.",
    "Nobody had asked her to do it. She worked in the evenings for eleven years and kept the pages in a flour tin.",
    "What she copied shows that the tax on salt did not end the trade, as the older histories say, but moved it into the night.",
    "Carts that came after dark paid nothing, because the toll house was shut and the guard was at supper in the inn.",
    "The keeper must have known, since he noted the hour of each arrival beside the number of horses that he stabled.",
    "When the railway reached Varnby the road was given up within a single summer, and grass grew between its stones.",
)
BEES = (
    "Every hive on the roof of the town library is weighed at noon by a scale that a pupil built from a broken printer.",
    "The numbers go to a small computer under the eaves, which draws a curve that visitors may look at in the reading room.",
    "A warm week in May lifts the curve by nine kilograms; a thunderstorm takes one of them back before the evening.",
    "Gardeners who used to complain about the swarms now telephone to ask whether the lime trees have begun to flower.",
    "The library sells the honey in September, in glasses that once held mustard, and buys atlases with what it earns.",
)


def source(text: str, title: str | None = None, html: str = "") -> Document:
    """Make a reading of a source."""
    return Document(kind="source", url="https://source.example/road", title=title, text=text, html=html)


def served(body: str, title: str = "The night carts of Varnby") -> Document:
    """Read a page as it is read when it is indexed."""
    return read_document(answer(page(title, body)), kind="source")


def article(sentences: tuple[str, ...] = SALT) -> str:
    """Make a page's work of sentences, two in a paragraph."""
    pairs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    return (
        "<article><h1>The night carts of Varnby</h1>"
        + "".join(f"<p>{pair}</p>" for pair in pairs)
        + "</article>"
    )


def judged(old: Document | str, new: Document | str) -> Drift:
    """Judge two readings whose bytes differ."""
    ours, theirs = (source(each) if isinstance(each, str) else each for each in (old, new))
    return compare(ours, theirs, same_bytes=False, thresholds=Thresholds())


def step(old: Document | str, new: Document | str) -> Change | None:
    """The step of the ladder on which two readings stand."""
    return judged(old, new).change
