"""Dates in the words around a heading: with what stands before them, and in the order of day and month of the page's language."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from archiver.web.moments import moments_in

_PUBLISHED = re.compile(
    r"publi(?:shed|cation|é|cado|cato|sh)|posted|post(?:ed)? (?:on|date|time)|first (?:published|posted)|released?|issued|created|written|date\b|dated|on:|"
    r"veröffentlicht|erschienen|erstellt|eingestellt|vom\b|stand\b|datum|verfasst|gepostet|mis en ligne|paru|le\b|créé|"
    r"fecha|escrito|data\b|pubblicato|postado|geplaatst|gepubliceerd|gepost|publicerad|publisert|offentliggjort|opublikowan|dodan|data publikacji|"
    r"vydáno|опубликован|дата|δημοσιεύ|yayın|tarih|発行|公開|掲載|投稿|配信|更新日|发布|發布|時間|时间|등록|입력|작성|게시|نشر|تاريخ|פורסם",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"updated?|modifi|revis(?!ta)|last (?:edit|review|change|checked)|reviewed(?! by)|edited(?! by)|corrected|aktualisiert|aktualisierung|geändert|überarbeitet|letzte|zuletzt|mis(?:e)? à jour|màj|"
    r"modifié|actualizad|modificad|atualizad|aggiornat|ultima modifica|bijgewerkt|gewijzigd|uppdatera|oppdatert|opdateret|sist endret|aktualizac|zmodyfik|zaktualiz|"
    r"aktualizováno|обновлен|изменен|ενημέρωσ|ενημερώθ|güncelle|更新|修正|수정|최종|تحديث|עודכן",
    re.IGNORECASE,
)
# Days on which other things happened, or will.
_OTHER = re.compile(
    r"©|\(c\)|copyright|all rights|deadline|expires?|valid until|until|through|due|born|died|joined|member since|since|event|when:|starts?|ends?|accessed|retrieved|"
    r"archived|comment|repl(?:y|ied)|says:|wrote|registered|effective|filed|opens|closes|closing|received|accepted|recorded|filmed|photo|image|"
    r"geboren|gestorben|ab dem|bis zum|gültig|abgerufen|anmeldeschluss|né le|jusqu|inscrit|nacido|hasta|válido|scade|fino al|t/m|forum|episode air",
    re.IGNORECASE,
)
_CHANGED_AFTER = re.compile(r"\s*[(\[]?(?:updated|aktualisiert|mis à jour|更新|수정)", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:first|originally|initially)\s+(?:published|posted|appeared|printed|aired)\b|\b(?:zuerst|ursprünglich|erstmals)\s+(?:veröffentlicht|erschienen)|"
    r"publié(?:e)? (?:initialement|pour la première fois)|publicado originalmente|pubblicato originariamente",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|lundi|mardi|mercredi|jeudi|vendredi|"
    r"samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b,?",
    re.IGNORECASE,
)
_PUBLISHED_AFTER = re.compile(
    r"\s*[(\[]?(?:公開|掲載|配信|発行|投稿|発売|게시|등록|published|veröffentlicht)", re.IGNORECASE
)
_LEADS = 40  # characters before a date that say what it is of


class Shown(NamedTuple):
    """A date in a line, and what the words before it call it."""

    date: str
    kind: str  # first (published), published, changed, other, or plain
    rest: int = 0  # characters of the line beside its dates


def shown_dates(line: str, *, day_first: bool | None) -> Iterator[Shown]:
    """The dates of a line, in their order.

    >>> list(shown_dates("Published 3 May 2019 | Updated June 1, 2020", day_first=None))
    [Shown(date='2019-05-03', kind='published', rest=21), Shown(date='2020-06-01', kind='changed', rest=21)]
    """
    start = 0
    found = list(moments_in(line, day_first=day_first))
    if not found and "|" in line:
        line = line.replace(" | ", " ")  # a box with the day, the month and the year
        found = list(moments_in(line, day_first=day_first))
    rest = len(_WEEKDAY.sub("", line.strip())) - sum(moment.end - moment.start for moment in found)
    for date, begin, end in found:
        lead = line[max(start, begin - _LEADS) : begin]
        yield Shown(date, _kind(lead, line[end : end + 25]), rest)
        start = end


def kind_of(words: str) -> str:
    """What words that stand before a date call it."""
    if _FIRST.search(words):
        return "first"
    if _CHANGED.search(words):
        return "changed"
    if _OTHER.search(words):
        return "other"
    return "published" if _PUBLISHED.search(words) else "plain"


def _kind(before: str, after: str) -> str:
    last = before.rpartition("|")[2]
    kind = kind_of(last if last.strip() else before)
    if kind != "plain":
        return kind
    return (
        "changed" if _CHANGED_AFTER.match(after) else "published" if _PUBLISHED_AFTER.match(after) else kind
    )
