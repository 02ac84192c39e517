"""Foot- and endnotes below a text."""

from collections.abc import Sequence


def notes_below(notes: Sequence[str]) -> str:
    """Notes as a numbered list, each as clean HTML; empty where there are none."""
    items = "\n".join(f"<li>{note}</li>" for note in notes)
    return f"<ol>{items}\n</ol>" if items else ""
