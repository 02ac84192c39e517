"""Pages that may stand in for others: those beside which a made-up address is worth asking for."""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from archiver.extract.markup import Markup
from archiver.judge.evidence import Evidence, said
from archiver.models.citation import Outcome, Verdict
from archiver.web.charset import decode
from archiver.web.media_type import media_type
from archiver.web.url import without_fragment

_FEW = 200  # words that are not links: an apology among teasers; a work has more
_SMALL = 2048  # bytes of an apology that is no page
_APOLOGY = 30  # words: "please enable JavaScript", and no more
# Words of titles and headings of pages that may be none; any of them makes a page doubtful, and no more than that.
_DOUBTS = re.compile(
    r"\b(?:404|410|not found|no such|no results?|nothing|removed|deleted|no longer|unavailable|not available|missing|gone|expired|"
    r"moved|errors?|sorry|oops|whoops|uh oh|cant be|cannot be|could not|couldnt|does not exist|doesnt exist|search results?|"
    r"nicht|fehler|leider|verschoben|gelöscht|introuvable|erreur|pas|plus|désolé|supprimée?|no encontrad[oa]|no se|no existe|erro|"
    r"não|nao|non|errore|niet|fout|inte|ikke|fel|fejl|finnes|findes|hittades|ei löydy|ei löytynyt|nie|błąd|nenalezena|chyba|"
    r"nem|hiba|не|нет|ошибка|помилка|bulunamadı|hata|δεν|לא|غير|tidak|không)\b|ない|ません|找不到|不存在|未找到|없|错误|錯誤|エラー",
    re.IGNORECASE,
)
# Where an application is put in by a script: its page is the same for all addresses, and tells nothing of any.
_MOUNTS = frozenset(
    "root app __next __nuxt ___gatsby application react-root app-root main-app svelte mount page-root".split()
)
_NAMED = re.compile(r"[^\W\d_]{4,}")
_FEWEST_NAMES = 2  # words in an address: of one alone a page may speak in another tongue
_COMMON = frozenset(
    "html shtml xhtml aspx index article articles story page default news post view show".split()
)


def is_doubtful(page: Evidence) -> bool:
    """Whether a page may stand in for another, by what it shows itself. Asked before its text is read."""
    if page.markup is None:
        return bool(plain(page))
    if is_shell(page.markup):
        return False
    own = sum(block.words - block.linked for block in page.blocks)
    if own < _FEW or any(_DOUBTS.search(head) for head in page.heads):
        return True
    return _is_of_another(page.capture.url, (page.markup.title or "", *(block.text for block in page.blocks)))


def leads_up(start: str, end: str) -> bool:
    """Whether an address redirects to one that names less: that of a folder above, of a list, of an error page."""
    first, last = (urlsplit(without_fragment(url)) for url in (start, end))
    if first.path.strip("/") == last.path.strip("/") and first.query == last.query:
        return False  # another scheme or host, or a slash
    depths = [
        len([part for part in each.path.split("/") if part]) + bool(each.query) for each in (first, last)
    ]
    return depths[1] < depths[0]


def is_in_doubt(page: Evidence, verdict: Verdict, *, is_redirected: bool) -> bool:
    """The same of a page whose text was read. To look at all of a page is dear, and mostly its text says enough."""
    if verdict.outcome is not Outcome.ARCHIVED:
        return False
    title = (page.document.title if page.document is not None else None) or ""
    if _is_of_another(page.capture.url, (title, page.text)):
        return is_doubtful(page)
    if page.is_signed:
        return False
    is_long = page.words >= _FEW and not _DOUBTS.search(said(title))
    return is_redirected or (not is_long and is_doubtful(page))


def is_shell(markup: Markup) -> bool:
    """Whether a script puts the page in: then it shows nothing of its own."""
    return any(
        element.get("id") in _MOUNTS and not "".join(element.itertext()).strip()
        for element in markup.root.iter("div", "main", "app-root")
    ) or (markup.root.find(".//app-root") is not None)


def _is_of_another(url: str, texts: Iterable[str]) -> bool:
    """Whether a page has none of the words by which its address names it: of 485 articles on the web one has none."""
    names = [segment for segment in urlsplit(url).path.split("/") if segment][-1:]
    words = {word for name in names for word in _NAMED.findall(unquote(name).casefold())} - _COMMON
    if len(words) < _FEWEST_NAMES:
        return False
    shows = "\n".join(texts).casefold()
    return not any(word in shows for word in words)


def plain(page: Evidence) -> str:
    """A few words without a page around them: plain text, or what a machine says to another."""
    kind = page.capture.snapshot.content_type
    payload = page.capture.payload
    named = media_type(payload, kind)
    if len(payload) > _SMALL or not (named == "text/plain" or named.endswith("json")):
        return ""
    return decode(payload, kind).text


def asks_for_scripts(page: Evidence) -> bool:
    """Whether a page says that it will be one when scripts have run, and no more."""
    return page.words < _APOLOGY and "javascript" in page.text.casefold()
