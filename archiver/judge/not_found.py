"""Pages that say "not found" with status 200. Precision first: a page that only speaks of such things is none."""

from archiver.judge.evidence import Evidence, phrases, said
from archiver.models.citation import Outcome, Verdict

# An error page is short; one whose title and heading both say so may list other pages beside.
_SHORT = 150
_SHORT_IF_SAID_TWICE = 400
_FEW = 60  # words: no more than an apology
_LONGEST = 120  # characters of a heading
_FIRST = 3  # sentences of an apology

_FILLERS = frozenset(
    "a an are be been but can code could does embarrassing error errors for has have http https is it looking may might of "
    "on oops ooops ouch oh requested server seem sorry status that the this to trying reach uh unfortunately url was we were "
    "whoops you youre youve your fehler erreur erro errore fout fel feil fejl błąd chyba hiba ошибка помилка hata leider sorry "
    "désolé lo sentimos ops".split()
)
_SAME = {
    **dict.fromkeys(
        "webpage content article document file story post entry item resource product address link".split(),
        "page",
    ),
    **dict.fromkeys("cant cannot couldnt isnt wasnt doesnt hasnt no longer".split(), "not"),
    **dict.fromkeys("exists existing exist available found find here there".split(), "found"),
}


def _core(words: str) -> str:
    """The phrase without fillers, its synonyms made one, no word twice in a row."""
    kept: list[str] = []
    for word in words.split():
        same = _SAME.get(word, word)
        if word not in _FILLERS and kept[-1:] != [same]:
            kept.append(same)
    return " ".join(kept)


# What is left of such a phrase when the fillers are gone and the synonyms are one.
_ENGLISH = phrases(
    "404 | 410 | 404 not found | not found | page not found | 404 page not found | not found page | 404 not found page | "
    "page not found 404 | not found 404 | not such page | page missing | 404 not such page | page removed | page deleted"
)
_IN_OTHER_LANGUAGES = frozenset(
    _core(phrase)
    for phrase in phrases(
        """
        Seite nicht gefunden | Die Seite wurde nicht gefunden | Diese Seite wurde nicht gefunden | Nicht gefunden
        Diese Seite existiert nicht | Diese Seite existiert nicht mehr | Die Seite existiert nicht mehr | Datei nicht gefunden | Inhalt nicht gefunden
        Die Seite konnte nicht gefunden werden | Die angeforderte Seite wurde nicht gefunden
        Page introuvable | Page non trouvée | Cette page n'existe pas | Cette page n'existe plus
        Cette page est introuvable | La page demandée n'existe pas | La page est introuvable | Page inexistante
        Página no encontrada | La página no existe | Página no disponible | No se encontró la página | No encontrado
        Página não encontrada | A página não existe | Não encontrado | Não encontrada | Página inexistente
        Pagina non trovata | La pagina non esiste | Pagina inesistente | Pagina nu a fost găsită | Pàgina no trobada
        Pagina niet gevonden | Deze pagina bestaat niet | Deze pagina bestaat niet meer | Niet gevonden
        Sidan hittades inte | Sidan kunde inte hittas | Sidan finns inte | Siden ble ikke funnet | Siden finnes ikke
        Siden blev ikke fundet | Siden findes ikke | Sivua ei löytynyt | Sivua ei löydy | Síða fannst ekki
        Nie znaleziono strony | Strona nie została znaleziona | Strona nie istnieje | Stránka nenalezena
        Stránka nebyla nalezena | Stránka neexistuje | Az oldal nem található | Stranica nije pronađena
        Страница не найдена | Страница не существует | Сторінку не знайдено | Страницата не е намерена
        Sayfa bulunamadı | Η σελίδα δεν βρέθηκε | Η σελίδα δεν υπάρχει | הדף לא נמצא | الصفحة غير موجودة
        Halaman tidak ditemukan | Không tìm thấy trang | ไม่พบหน้าเว็บ
        ページが見つかりません | ページが見つかりませんでした | お探しのページは見つかりませんでした | ページが存在しません
        页面不存在 | 页面未找到 | 找不到页面 | 您访问的页面不存在 | 頁面不存在 | 找不到頁面 | 找不到網頁
        페이지를 찾을 수 없습니다 | 존재하지 않는 페이지입니다
        """
    )
)
# A server without its site: what was here is gone, whoever answers.
_BARE_SERVERS = phrases(
    """
    Welcome to nginx! | Apache2 Ubuntu Default Page: It works | Apache2 Debian Default Page: It works | It works!
    IIS Windows Server | IIS Windows | Test Page for the Apache HTTP Server | HTTP Server Test Page
    Account Suspended | This Account has been suspended. | Domain Default page | Default Parallels Plesk Page
    Web Server's Default Page | There isn't a GitHub Pages site here.
    """
)
# How software begins to say so: MediaWiki, phpBB, vBulletin, Discourse, YouTube, Blogger.
_OF_SOFTWARE = tuple(
    phrases(
        """
        There is currently no text in this page | The requested topic does not exist | The requested forum does not exist
        Invalid thread specified | No thread specified | Invalid forum specified | Oops! That page doesn't exist or is private
        Video unavailable | This video isn't available anymore | This video is no longer available
        Sorry, the blog you were looking for does not exist | Blog has been removed
        """
    )
)


def not_found(page: Evidence) -> Verdict | None:
    """A soft 404, where a short page is called one, or is no more than an apology."""
    if page.words > _SHORT_IF_SAID_TWICE:
        return None
    named = [head for head in page.heads if len(head) <= _LONGEST and _is_phrase(head)]
    is_said_twice = len(named) > 1 and page.heading in named
    limit = _FEW if page.is_signed else _SHORT_IF_SAID_TWICE if is_said_twice else _SHORT
    if named and page.words <= limit:
        return _verdict(page, named[0])
    if not page.is_signed and any(head in _BARE_SERVERS for head in page.heads):
        return _verdict(page, page.heads[0])
    if page.words <= _FEW and not page.is_signed:
        apology = next((sentence for sentence in page.sentences[:_FIRST] if _is_apology(sentence)), None)
        if apology is not None:
            return _verdict(page, apology)
    return None


def _is_phrase(words: str) -> bool:
    core = _core(words)
    return core in _ENGLISH or core.removeprefix("404 ").removesuffix(" 404") in _IN_OTHER_LANGUAGES


def _is_apology(sentence: str) -> bool:
    """Whether a sentence begins as such a phrase, and names the page."""
    words = said(sentence)
    core = _core(words)
    return (
        words.startswith(_OF_SOFTWARE)
        or core.startswith(("page not found", "not found page"))
        or core in _IN_OTHER_LANGUAGES
    )


def _verdict(page: Evidence, words: str) -> Verdict:
    return Verdict(outcome=Outcome.SOFT_404, reason=f"says “{words[:_LONGEST]}” with status {page.status}")
