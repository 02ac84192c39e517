"""Bylines and datelines in the languages that notes point to, and days that are those of other things."""

import pytest

from tests.extract.pages import read


@pytest.mark.parametrize(
    ("authors", "issued", "lang", "body"),
    [
        (
            ["Anna Berg", "Uwe Stein"],
            "2019-03-03T14:05:00",
            "de",
            "<h1>T</h1><p class='autor'>Von Anna Berg und Uwe Stein</p><p class='datum'>3. März 2019, 14:05 Uhr</p><p>Aktualisiert am 5. März 2019</p>",
        ),
        (
            ["Anna Berg"],
            "2016-09-04",
            "de",
            "<h1>T</h1><div class='article-meta'>Von Anna Berg, Wien | 04.09.16</div>",
        ),
        (
            ["Anna Berg"],
            "2018-01-12",
            "de",
            "<h1>T</h1><div>Ein Gastbeitrag von Anna Berg</div><div>Veröffentlicht am 12. Januar 2018</div>",
        ),
        (
            ["Anna Berg"],
            "2017-05-30",
            "de",
            "<h1>T</h1><p class='entry-meta'>Verfasst von Anna Berg am 30. Mai 2017 · 4 Kommentare</p>",
        ),
        (
            ["dpa"],
            "2015-07-01",
            "de",
            "<h1>T</h1><span class='author'>dpa</span> <time datetime='2015-07-01'>1.7.2015</time>",
        ),
        (
            ["Jean Dubois"],
            "2019-03-03T10:15:00",
            "fr",
            "<h1>T</h1><p>Par Jean Dubois</p><p>Publié le 3 mars 2019 à 10h15 - Mis à jour le 4 mars 2019 à 9h00</p>",
        ),
        (
            ["Jean Dubois", "Marie Leroy"],
            "2018-06-01",
            "fr",
            "<h1>T</h1><div class='auteur'>Jean Dubois et Marie Leroy</div><div>1er juin 2018</div>",
        ),
        (
            ["Lucía Pérez Gil"],
            "2015-10-12",
            "es",
            "<h1>T</h1><p class='firma'>Por Lucía Pérez Gil</p><p class='fecha'>12 de octubre de 2015</p>",
        ),
        (
            ["Paola Neri"],
            "2019-02-07",
            "it",
            "<h1>T</h1><p class='autore'>di Paola Neri</p><p>7 febbraio 2019</p>",
        ),
        (
            ["João Reis"],
            "2014-03-30",
            "pt",
            "<h1>T</h1><p class='autor'>Por João Reis</p><p class='data'>30/03/2014</p>",
        ),
        (
            ["Joost van der Meer"],
            "2019-05-02",
            "nl",
            "<h1>T</h1><p class='auteur'>Door Joost van der Meer</p><p>2 mei 2019</p>",
        ),
        (
            ["Orla Tamm"],
            "2019-12-24",
            "sv",
            "<h1>T</h1><p>Av Orla Tamm</p><p>Publicerad 24 december 2019</p>",
        ),
        (
            ["Jan Nowak"],
            "2017-09-12",
            "pl",
            "<h1>T</h1><p class='autor'>Autor: Jan Nowak</p><p>12 września 2017</p>",
        ),
        (
            ["Иван Петров"],
            "2019-05-05",
            "ru",
            "<h1>T</h1><p class='author'>Автор: Иван Петров</p><p>5 мая 2019</p>",
        ),
        (
            ["Γιάννης Λίμνης"],
            "2018-05-15",
            "el",
            "<h1>T</h1><p class='author'>Γιάννης Λίμνης</p><p class='date'>15 Μαΐου 2018</p>",
        ),
        (
            ["Ayşe Yıldız"],
            "2018-12-20",
            "tr",
            "<h1>T</h1><p>Yazan: Ayşe Yıldız</p><p class='tarih'>20 Aralık 2018</p>",
        ),
        (
            ["山田太郎"],
            "2016-10-03T07:00:00",
            "ja",
            "<h1>渡し船の最後の日</h1><p class='writer'>文：山田太郎</p><p class='date'>2016年10月03日 07時00分</p>",
        ),
        (
            ["王小明"],
            "2018-04-05",
            "zh",
            "<h1>最后一次摆渡</h1><p>作者：王小明</p><p class='time'>2018年4月5日</p>",
        ),
        (
            ["김민수"],
            "2019-05-02",
            "ko",
            "<h1>마지막 나룻배 이야기</h1><p class='byline'>김민수 기자</p><p class='date'>입력 2019. 5. 2.</p>",
        ),
        (
            ["Nagy Anna"],
            "2019-08-20",
            "hu",
            "<h1>T</h1><p class='author'>Nagy Anna</p><p class='date'>2019. augusztus 20.</p>",
        ),
        (
            ["سارة حداد"],
            "2019-05-15",
            "ar",
            "<h1>T</h1><p class='author'>سارة حداد</p><p class='date'>١٥ مايو ٢٠١٩</p>",
        ),
    ],
)
def test_languages(authors, issued, lang, body):
    """The words that lead to names and days are known in the languages that notes point to."""
    assert (authors, issued) == read(body, lang=lang)[1:]


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        # today's date in the head of the page
        (
            "2012-02-03",
            '<div class="date">Saturday, November 28, 2026</div><h1>T</h1><p>Published 3 February 2012</p>',
        ),
        (None, '<div class="header-date">November 28, 2026</div><h1>T</h1>'),
        # an event, a deadline, a birthday, a copyright year, the day of a photograph
        (None, "<h1>T</h1><p>Event: 3 May 2019</p>"),
        (None, "<h1>T</h1><p>Deadline: May 3, 2019</p>"),
        (
            None,
            "<h1>T</h1><p>The bridge was opened on May 3, 1931, with music, speeches and a boat race.</p>",
        ),
        (None, "<h1>T</h1><p>© 3 May 2019 The River Post</p>"),
        (None, "<h1>T</h1><figure><figcaption>The lock. Photo: Hans Lens, 3 May 2019</figcaption></figure>"),
        (None, "<h1>T</h1><p>Accessed 3 May 2019</p>"),
        # days of other articles, and of a reader's letter
        (
            None,
            '<h1>T</h1><ul class="latest-news"><li><a href="/x">Flood</a> <time datetime="2019-05-03">3 May 2019</time></li></ul>',
        ),
        (None, '<h1>T</h1><div class="comment-list"><p class="date">3 May 2019</p></div>'),
        # a day that lies ahead
        (None, '<h1>T</h1><time datetime="2031-01-01">1 January 2031</time>'),
        # two readings
        (None, '<h1>T</h1><p class="date">05/03/2019</p>'),
        # republished: readers are told when it was new
        (
            "2009-05-03",
            '<h1>T</h1><p class="date">3 May 2020</p><p>This article was originally published on 3 May 2009 and has been brought up to date.</p>',
        ),
    ],
)
def test_traps_for_dates(expected, body):
    """A day that is not that of the publication is not believed; null is an answer."""
    assert expected == read(body)[2]
