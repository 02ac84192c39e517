"""The sections of a post that are headed Notes, References, Further Reading and the like."""

import re
from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.headings import Heading, short_title
from archiver.extract.spans import Span

# Headings as blogs write them, in English, German, French, Spanish, Italian, Dutch, Portuguese, Russian, and as
# Chinese and Japanese share them.
_AND = r"(?:and|&|\+|/)"
_BOTH = rf"notes {_AND} (?:references|sources)|(?:references|sources|bibliography) {_AND} notes"
NOTES = re.compile(
    rf"(?:foot ?notes?|end ?notes?|notes?|{_BOTH}|"
    r"fußnoten?|anmerkungen|einzelnachweise|notes de bas de page|notas?|notas al pie|note a piè di pagina|"
    r"voetnoten|noten|примечани[ея]|脚注)",
    re.IGNORECASE,
)
_WORKS = (
    r"(?:(?:list of|select(?:ed)?|additional|primary|secondary|annotated|(?:suggestions )?for further|further|suggested|"
    r"recommended) )?(?:references?|sources?|bibliography|readings?|literature|resources)"
)
BIBLIOGRAPHY = re.compile(
    rf"(?:{_WORKS}(?: {_AND} {_WORKS})?(?: (?:cited|consulted|used))?|{_BOTH}|"
    r"works? cited|works consulted|cited works|citations?|reading list|source list|"
    r"(?:weiterführende )?literatur(?:verzeichnis|hinweise)?|quellen(?:verzeichnis|angaben)?|références?|bibliographie|"
    r"referencias|bibliografía|fuentes|riferimenti|bibliografia|fonti|literatuur|bronnen|referências|fontes|"
    r"(?:список )?литератур[аы]|источники|参考文献)",
    re.IGNORECASE,
)
_LONGEST_PARAGRAPH = 60  # characters of a paragraph that may be a heading
_BELOW_ALL = 7  # the level of a heading that is only a paragraph


class Sections:
    """The titled sections of a post."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._heads = sorted(self._headings())

    def _headings(self) -> Iterator[tuple[Span, int, str]]:
        """Places, levels and titles."""
        body = self._body
        free = (
            heading for heading in (Heading(body, element) for element in body.headings) if heading.is_free
        )
        heads = {heading.place.start: heading for heading in free}
        for heading in heads.values():
            yield heading.place, heading.level, heading.title
        for paragraph in body.paragraphs:
            if paragraph.start in heads or paragraph.end - paragraph.start > _LONGEST_PARAGRAPH:
                continue
            title = short_title(body.words(paragraph))
            if (NOTES.fullmatch(title) or BIBLIOGRAPHY.fullmatch(title)) and body.is_free(paragraph):
                yield paragraph, _BELOW_ALL, title

    def titled(self, *titles: re.Pattern[str]) -> Iterator[Span]:
        """The sections whose heading is one of these titles, without the heading; the last first."""
        end_by_level = [len(self._body.text)] * (_BELOW_ALL + 1)
        for heading, level, title in reversed(self._heads):
            if any(pattern.fullmatch(title) for pattern in titles):
                yield Span(heading.end, min(end_by_level[level:]))
            for deeper in range(level, _BELOW_ALL + 1):
                end_by_level[deeper] = heading.start
