"""Somebody who reads in a browser, and what the browser did meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Download, Error, Page, Request

RAN = "a script of theirs ran"  # what their scripts write into the console
WIDE, PHONE = 1280, 360  # pixels
_AXE = Axe()
_WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@dataclass
class Reader:
    """A tab, and everything that happened in it."""

    page: Page
    origin: str  # what may be asked for begins with it
    screenshots: Path
    requests: list[Request] = field(default_factory=list)
    happened: list[str] = field(
        default_factory=list
    )  # dialogs, windows, scripts: what no archived page may do

    def open(self, url: str) -> int:
        """Go there; the status that came. What is given to be saved, not to be seen, counts as 204."""
        try:
            answer = self.page.goto(url, wait_until="load")
        except Error as error:
            if "Download is starting" in error.message or "ERR_ABORTED" in error.message:
                return 204
            if "interrupted by another navigation" in error.message:
                return 302
            raise
        return answer.status if answer is not None else 200

    @property
    def strays(self) -> list[str]:
        """Requests to elsewhere. What a policy forbade was never sent."""
        own = (
            "data:",
            "blob:",
            "about:",
            "chrome:",
            "chrome-extension:",
        )  # with the browser's viewer of PDFs
        return [
            each.url
            for each in self.requests
            if not each.url.startswith((self.origin, *own)) and each.failure != "csp"
        ]

    def look(self, name: str) -> Path:
        """Take a picture of the whole page."""
        path = self.screenshots / f"{name}.png"
        self.page.screenshot(path=path, full_page=True)
        return path

    def barriers(self) -> list[str]:
        """What stands in the way of somebody by WCAG 2.2 A and AA, as axe-core finds it: rule, and where."""
        found = _AXE.run(self.page, options=_WCAG).response["violations"]
        return [
            f"{one['id']}: {node['target']} {node['failureSummary']}"
            for one in found
            for node in one["nodes"]
        ]

    def overflow(self) -> list[str]:
        """What is wider than the window, if the page can be pushed sideways."""
        return self.page.evaluate(
            """() => {
              const wide = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= wide) return [];
              return [`${document.documentElement.scrollWidth} of ${wide} pixels`,
                ...[...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > wide + 1)
                  .map((each) => each.outerHTML.slice(0, 160))];
            }"""
        )


@contextmanager
def reading(browser: Browser, origin: str, screenshots: Path, **options) -> Iterator[Reader]:
    """Open a tab; `options` are the context's: its size, its colours, whether scripts run. What is saved is kept only where that is wanted."""
    keeps = options.pop("keeps", False)
    size = {"width": options.pop("width", WIDE), "height": 800}
    context = browser.new_context(viewport=size, locale="en-GB", **options)
    page = context.new_page()
    reader = Reader(page=page, origin=origin, screenshots=screenshots)
    context.on("request", lambda request: reader.requests.append(request))  # noqa: PLW0108 -- it is called with an attribute
    context.on(
        "dialog", lambda dialog: (reader.happened.append(f"dialog {dialog.message}"), dialog.dismiss())
    )
    context.on("console", lambda said: reader.happened.append(RAN) if said.text == RAN else None)
    context.on("page", lambda opened: reader.happened.append(f"window {opened.url}"))
    page.on("framenavigated", lambda frame: _moved(reader, frame))
    if not keeps:
        page.on("download", Download.cancel)
    try:
        yield reader
    finally:
        context.close()


def _moved(reader: Reader, frame) -> None:
    """The window itself stays with us, wherever its frames go."""
    if frame.parent_frame is None and not frame.url.startswith(
        (reader.origin, "about:blank", "chrome-error:")
    ):
        reader.happened.append(f"went to {urlsplit(frame.url).geturl()}")
