"""A made-up web of a hundred and more hosts, each with one way to misbehave, or to look as if it did."""
