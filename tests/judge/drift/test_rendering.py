"""A diff as plain text."""

from archiver.judge.drift.diff import diff
from archiver.judge.drift.rendering import as_text
from tests.judge.drift.factories import BEES, SALT

GOLDEN = """\
  The salt road left the coast at Varnby and climbed for two days through
  beech woods before it came to the first inn.
~ In 1734 the keeper of that inn counted [-212 -]{+312 +}carts between Easter
  and the first snow, and he wrote every one of them down.
  His book was found behind a stove when the house was pulled down, and a
  teacher from the village copied it out by hand.
… 3 sentences are as they were
  Carts that came after dark paid nothing, because the toll house was shut and
  the guard was at supper in the inn.
- The keeper must have known, since he noted the hour of each arrival beside
  the number of horses that he stabled.
  When the railway reached Varnby the road was given up within a single
  summer, and grass grew between its stones.
+ A warm week in May lifts the curve by nine kilograms; a thunderstorm takes
  one of them back before the evening."""


def test_as_text():
    """What has changed is shown with its neighbours; the rest is counted."""
    new = [SALT[0], SALT[1].replace("212", "312"), *SALT[2:6], SALT[7], BEES[2]]

    assert GOLDEN == as_text(diff("\n".join(SALT), "\n".join(new)))


def test_nothing_changed():
    """Where nothing has changed, nothing is shown."""
    assert "" == as_text(diff("It rained. He left.", "It rained.\nHe left."))


def test_moved():
    """What was moved stands where it stands now."""
    shown = as_text(diff("One came. Two went. Three stayed.", "Two went. Three stayed. One came."), context=0)

    assert "… 2 sentences are as they were\n> One came." == shown


def test_no_more_than_asked():
    """Of very many changes the first are shown, and the others counted; a very long sentence is cut."""
    old = "\n".join(f"The number {n} stood here" for n in range(10))
    shown = as_text(diff(old, "word " * 400), most=3)

    assert shown.endswith("other changes")
    assert 3 == sum(line.startswith("- ") for line in shown.split("\n"))
    assert all(len(line) <= 78 for line in shown.split("\n"))
