"""Whether a short text, an address or a picture's words may say who wrote a work, or when."""

import re

from archiver.extract.metadata.lines import SHORT

NUMBER = re.compile(
    r"(?:1[5-9]|20)\d\d|\d[./-]\s?\d{1,2}[./-]\s?\d\d|['’]\d\d(?!\d)|[٠-٩۰-۹０-９]{4}|\d[年월]"
)
# The first word of a line that names an author, in the languages of `name_words`.
_LEADS = frozenset(
    "by von par por di door av af words written posted published author authors author(s) autor autorin autores auteur auteurs text texte texto testo "
    "tekst verfasst geschrieben veröffentlicht écrit rédigé publié escrito publicado scritto pubblicato ein eine reported reporting story article "
    "contributed submitted автор текст опубликовал 文 作者 記者 记者 取材 著者 執筆 글 글쓴이 기자 yazan yazar γράφει του της napisał napisała "
    "opublikował بقلم كتب מאת guest an a this skrevet skriven geschreven geplaatst od przez analysis opinion credits contributor writer medically "
    "interview propos von: by: geposted eingereicht publicada pubblicato inserito gepubliceerd geplaatst gepost ingezonden un une de dal reportage eine "
    "gastbeitrag kommentar bericht analyse kirjoittaja teksti szerző írta piše napisao napisala reporter editor redakteur redakteurin".split()
)
_EAST = frozenset("文作記记取著執글기編编撰ラ投筆")
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|contributors?|by|people|person|profiles?|staff|writers?|reporters?|journalists?|byline|bio|team|users?|members?|columnists?|"
    r"redaktion|journalistes?|journalists?|firmas?|autores|autori|autore|auteure|autrice|expert[eo]?s?|redacteurs?|skribent|columnistas?)/[^/?#]{3,80}/?(?:[?#].*)?$|"
    r"/author-[^/?#]{3,80}$|[?&]_?author=|searchtype=author|\[author\]",
    re.IGNORECASE,
)
# What stands for a portrait: Writer: Mara Vane; Headshot of Mara Vane; Mara Vane's profile picture.
PORTRAIT = re.compile(
    r"(?P<lead>(?P<called>(?:writer|author|autor(?:in)?|auteur|autore|autora|schrijver|verfasser(?:in)?|skribent|forfatter|rédacteur|redactor|escritor)\s?:|written by)|"
    r"(?:(?:author )?(?:photo|picture|portrait|headshot|avatar|image|foto|bild|photo de profil|imagen|immagine)(?: of| for| von| de| di| van|:)))\s+|"
    r"(?P<whose>[^’']{3,40})[’']s? (?:profile )?(?:photo|picture|avatar|headshot|image|portrait)$",
    re.IGNORECASE,
)


def is_telling(text: str) -> bool:
    """Whether a text may be a byline or a dateline."""
    if len(text) > SHORT or text.isspace():
        return False
    return NUMBER.search(text) is not None or is_led(text)


def is_led(text: str) -> bool:
    """Whether the first word is one that leads to a name."""
    first = text.split(None, 1)[:1]
    return bool(first) and (first[0].casefold().rstrip(":") in _LEADS or first[0][0] in _EAST)
