"""Bylines in many languages, with what newspapers glue to them."""

import pytest

from archiver.extract.metadata.names import is_led, names
from tests.extract.pages import read


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        # German
        (("Anna Berg",), "Von Anna Berg, 12.3.2020, 15:04 Uhr"),
        (("Anna Berg", "Tom Ek"), "Von Anna Berg und Tom Ek 12. März 2020"),
        (("Tom Ek",), "Von unserem Redakteur Tom Ek"),
        (("Anna Berg",), "Aus Harl berichtet Anna Berg"),
        (("Anna Berg",), "Veröffentlicht am 3. Mai 2019 von Anna Berg"),
        (("Anna Berg",), "Geposted von Anna Berg am 3. Mai 2019"),
        (("Anna Berg",), "Von Anna Berg/dpa"),
        (("Anna Berg",), "Von Anna Berg, FLUSS ONLINE"),
        (("Anna Berg", "Tom Ek"), "Von Anna Berg (Text) und Tom Ek (Fotos)"),
        # French
        (("Anne Dubois",), "Par Anne Dubois Publié le 3 mai 2019 à 10h03"),
        (("Anne Dubois",), "Texte de Anne Dubois"),
        (("Anne Dubois",), "Par notre correspondante à Rome, Anne Dubois"),
        (("Anne Dubois",), "Publié le 3 mai 2019 par Anne Dubois"),
        # Spanish, Portuguese, Italian
        (("Juan Pérez",), "Por Juan Pérez 3 mayo 2019"),
        (("Ana López",), "De nuestra corresponsal Ana López"),
        (("Ana López",), "Publicado el 3 de mayo de 2019 por Ana López"),
        (("Ana Souza",), "Publicado por Ana Souza em 3 de maio de 2019"),
        (("Ana Souza",), "Ana Souza, da Folhinha"),
        (("EFE",), "Por EFE / Madrid"),
        (("Mario Rossi",), "di Mario Rossi 3 maggio 2019"),
        (("Mario Rossi",), "Scritto da Mario Rossi il 3 maggio 2019"),
        (("Mario Rossi",), "dal nostro inviato Mario Rossi"),
        # Dutch, Norwegian, Finnish, Hungarian, Croatian
        (("Jan de Vries",), "Door Jan de Vries op 3 mei 2019"),
        (("Jan de Vries",), "Ingezonden door Jan de Vries"),
        (("Kari Nordmann",), "Av Kari Nordmann, NTB"),
        (("Matti Meri",), "Kirjoittaja: Matti Meri"),
        (("Nagy Anna",), "Szerző: Nagy Anna"),
        (("Ana Kos",), "Piše: Ana Kos"),
        # English
        (("David",), "Posted by David at December 16, 2025 11:15 AM"),
        (("Tide Desk",), "By Tide Desk / tides.in / Updated: Dec 17, 2025"),
        (("Ada (King) Byron",), "Ada (King) Byron"),
        (("Mara Vane",), "Mara Vane and From Harl"),
        (("AFP", "dpa"), "AFP/dpa"),
        (("Tide Board", "AFP"), "Tide Board and AFP"),
        # a weekday, a door
        ((), "Sat"),
        ((), "Log in"),
    ],
)
def test_names_with_what_is_glued_to_them(expected, written):
    """Dates, places, agencies and words that lead to a name are no part of it, in any language."""
    assert expected == names([written])


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (True, "Veröffentlicht am 3. Mai 2019 von Anna Berg"),
        (True, "Publicado el 3 de mayo de 2019 por Ana López"),
        # no date stands before the word, or no name after it
        (False, "Publicado en la sección de ríos"),
        (False, "3 things that the river does by night"),
    ],
)
def test_lines_that_lead_to_a_name_after_a_date(expected, line):
    """A date may stand before the word that leads to the name."""
    assert expected == is_led(line)


@pytest.mark.parametrize(
    ("author", "day", "lang", "body"),
    [
        ("Anna Berg", "2019-05-03", "de", '<h1>T</h1><p class="x7">Von Anna Berg, 3. Mai 2019, 15:04 Uhr</p>'),
        ("Anna Berg", "2019-05-03", "de", "<h1>T</h1><div>Veröffentlicht am 3. Mai 2019 von Anna Berg</div>"),
        ("Anne Dubois", "2019-05-03", "fr", "<h1>T</h1><p><span>Par Anne Dubois</span> <span>Publié le 3 mai 2019</span></p>"),
        ("Ana López", "2019-05-03", "es", '<h1>T</h1><div class="c"><a href="/autores/ana-lopez/">Ana López</a> <span>3 de mayo de 2019</span></div>'),
        ("Mario Rossi", "2019-05-03", "it", "<h1>T</h1><div>di Mario Rossi<br>3 maggio 2019</div>"),
        ("Jan de Vries", "2019-05-03", "nl", "<h1>T</h1><div>Door Jan de Vries op 3 mei 2019</div>"),
    ],
)  # fmt: skip
def test_pages_in_other_languages(author, day, lang, body):
    """A page's byline and date are read in its language."""
    _, authors, issued = read(body, lang=lang)

    assert ([author], day) == (authors, (issued or "")[:10])
