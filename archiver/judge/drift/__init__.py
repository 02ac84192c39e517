"""DRIFT: how far a source has moved from what its author cited, by the words of two readings."""
