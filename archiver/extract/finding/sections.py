"""The sections of a post that are headed Notes, References, Further Reading and the like."""

import re
from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.spans import Span

# Headings as blogs write them, in English, German, French, Spanish, Italian, Dutch and Portuguese.
NOTES = re.compile(
    r"(?:foot ?notes?|end ?notes?|notes?|notes and references|references and notes|notes and sources|"
    r"fußnoten?|anmerkungen|einzelnachweise|notes de bas de page|notas?|notas al pie|note a piè di pagina|"
    r"voetnoten|noten)",
    re.IGNORECASE,
)
BIBLIOGRAPHY = re.compile(
    r"(?:(?:list of |selected |further |additional )?(?:references?|sources?|bibliography|reading|literature)|"
    r"works? cited|works consulted|cited works|citations?|reading list|"
    r"literatur(?:verzeichnis|hinweise)?|quellen(?:verzeichnis|angaben)?|références?|bibliographie|"
    r"referencias|bibliografía|fuentes|riferimenti|bibliografia|fonti|literatuur|bronnen|referências|fontes)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 40
_AROUND = " :.—–-*_"
_BELOW_ALL = 7  # the level of a heading that is only a paragraph


class Sections:
    """The titled sections of a post."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._heads = sorted(self._headings())

    def _headings(self) -> Iterator[tuple[Span, int]]:
        body = self._body
        heads = {
            body.place(heading).start: heading for heading in body.all("h1", "h2", "h3", "h4", "h5", "h6")
        }
        for start, heading in heads.items():
            yield Span(start, body.place(heading).end), int(heading.name[1])
        for paragraph in body.paragraphs:
            title = self.title(paragraph) if paragraph.start not in heads else ""
            if (NOTES.fullmatch(title) or BIBLIOGRAPHY.fullmatch(title)) and body.is_free(paragraph):
                yield paragraph, _BELOW_ALL

    def title(self, heading: Span) -> str:
        """The words of a heading, without the signs that people set around them."""
        return (
            self._body.words(heading).strip(_AROUND)
            if heading.end - heading.start <= _LONGEST_HEADING
            else ""
        )

    def titled(self, *titles: re.Pattern[str]) -> Iterator[Span]:
        """The sections whose heading is one of these titles, without the heading; the last first."""
        end_by_level = [len(self._body.text)] * (_BELOW_ALL + 1)
        for heading, level in reversed(self._heads):
            if any(title.fullmatch(self.title(heading)) for title in titles):
                yield Span(heading.end, min(end_by_level[level:_BELOW_ALL] + end_by_level[_BELOW_ALL:]))
            for deeper in range(level, _BELOW_ALL + 1):
                end_by_level[deeper] = heading.start
