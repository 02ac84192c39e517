"""What holds for all tests: none of them looks at a clock."""

from hypothesis import settings

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


def pytest_addoption(parser) -> None:
    """Pictures of the pages are kept where somebody wants to look at them."""
    parser.addoption("--screenshots", metavar="DIR", help="keep the pictures that the browser takes of pages")
