"""What holds for all tests: none of them looks at a clock."""

from hypothesis import settings

settings.register_profile("quick", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=200)  # `make test-all`
settings.load_profile("quick")


def pytest_addoption(parser) -> None:
    """Pictures of the pages are kept where somebody wants to look at them."""
    parser.addoption("--screenshots", metavar="DIR", help="keep the pictures that the browser takes of pages")
