"""What a page says elsewhere, and was not believed."""


def disagreements() -> None:
    """Placeholder."""
