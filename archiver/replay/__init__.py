"""Replay: a page from the archive made so that it can be looked at without script, and without asking anybody but us."""
