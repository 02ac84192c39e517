"""How people write names, dates and addresses in notes."""

import random
import re
from datetime import date

_WHOLE = 3  # numbers of a date
MONTHS = (
    "January February March April May June July August September October November December".split(),
    "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.".split(),
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
)
FOREIGN = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
}
GIVEN = (
    "Anna John María Wei Sebastien Artyom Scott Andrew Jeong-ho Tong-hyung Ingrid Olu Fatima Pierre Hans Giulia Yuki Carlos "
    "Emily James Robert Mary Linda Ahmed Priya Rajesh Elena Olga Ivan Sven Lars Kofi Amina Tomasz Zofia Mehmet Ayşe Peter "
    "Jane Michael Susan David Karen Paul Laura Mark Julia Daniel Sarah Thomas Nina Kevin Ruth George Helen Frank Alice"
).split()
FAMILIES = [
    name.replace("_", " ")
    for name in (
        "Roblin Lukin Snyder Osborn Kim Lee Park Chen Nguyen O’Brien van_der_Berg de_la_Cruz MacDonald García Rodríguez Schmidt "
        "Müller Lefèvre Rossi Tanaka Ivanova Petrov Kowalski Yılmaz Okafor Mensah Singh Patel Hansen Lindqvist Novák Horvat "
        "Smith Jones Baker Turner Hill Wood Young King Price Bell Cole West Stone Field Marsh Rivers Brooks Lake Ford Frost"
    ).split()
]
BODIES = (
    "World Health Organization|U.S. Department of State|Ministry of Foreign Affairs|BBC|European Union|City of Boston|NATO|"
    "Human Rights Watch|Congressional Budget Office|Bank of Korea|Korea Institute for National Unification|UNICEF|NASA|"
    "Reporters Without Borders|American Civil Liberties Union|Library of Congress|International Monetary Fund|Mozilla|"
    "Food and Agriculture Organization of the United Nations|House of Commons Library|Statistics Canada|Greenpeace|CIA|"
    "Deutsche Bundesbank|Agence France-Presse|AP|Reuters Staff|Wikipedia contributors|The Editors|Staff writer"
).split("|")


def may(rng: random.Random, chance: float) -> bool:
    """Whether something happens that has this chance."""
    return rng.random() < chance


def turn(rng: random.Random, author: str, *, first: bool, initials: bool) -> str:
    """`Ek, Ida` as `Ek, Ida`, `Ida Ek`, `Ek, I.` or `I. Ek`; an organisation as it is."""
    if author.startswith("="):
        return author[1:].strip()
    family, _, given = author.partition(", ")
    if initials and given:
        given = " ".join(f"{part[0]}." for part in re.split(r"[ -]", given))
        given = given.replace(" ", "") if may(rng, 0.2) else given
    if not given:
        return family
    return f"{family}, {given}" if first else f"{given} {family}"


def byline(
    rng: random.Random, authors: list[str], *, inverted: bool, initials: bool = False, et_al: bool = False
) -> str:
    """The authors of a work, as a style lists them."""
    written = [
        turn(rng, a, first=inverted and (at == 0 or initials), initials=initials)
        for at, a in enumerate(authors)
    ]
    if et_al and len(written) > len((1, 2)):
        return f"{written[0]} et al."
    if len(written) == 1:
        return written[0]
    joint = " & " if initials else " and "
    comma = "," if inverted or written[2:] else ""
    return f"{', '.join(written[:-1])}{comma}{joint}{written[-1]}"


def day(rng: random.Random, issued: str, order: str | None = None) -> str:
    """A date in words, as precise as it is."""
    parts = [int(part) for part in issued.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    if order in FOREIGN:
        month = FOREIGN[order][parts[1] - 1]
        if len(parts) < _WHOLE:
            return f"{month} {parts[0]}"
        return {"de": f"{parts[2]}. {month} {parts[0]}", "es": f"{parts[2]} de {month} de {parts[0]}"}.get(
            order, f"{parts[2]} {month} {parts[0]}"
        )
    month = rng.choices(MONTHS, weights=(6, 2, 1))[0][parts[1] - 1]
    if len(parts) < _WHOLE:
        return f"{month} {parts[0]}"
    kind = order or rng.choices(("us", "uk", "iso", "dots", "slash"), weights=(8, 5, 1, 0.5, 0.5))[0]
    suffix = rng.choice(["th", "st", "nd"]) if may(rng, 0.05) else ""
    return {
        "us": f"{month} {parts[2]}{suffix}, {parts[0]}", "uk": f"{parts[2]}{suffix} {month} {parts[0]}", "iso": issued,
        "dots": f"{parts[2]:02}.{parts[1]:02}.{parts[0]}", "slash": f"{parts[1]}/{parts[2]}/{parts[0]}",
    }[kind]  # fmt: skip


def later(rng: random.Random, issued: str) -> str:
    """A day on which the work was looked at."""
    year = int(issued[:4])
    return date(
        max(min(year + rng.randint(0, 3), 2024), 1999), rng.randint(1, 12), rng.randint(1, 28)
    ).isoformat()


def address(rng: random.Random, title: str, container: str, issued: str) -> str:
    """An address such as the work may have."""
    host = re.sub(r"[^a-z0-9]", "", container.casefold().removeprefix("the ")) or "site"
    slug = "-".join(re.findall(r"[a-z0-9]+", title.casefold())[:7]) or "item"
    path = rng.choice(
        [
            f"{issued[:4]}/{issued[5:7] or '01'}/{slug}",
            f"news/{slug}-{rng.randint(1000, 99999)}",
            slug,
            f"article/{rng.randint(10000, 999999)}",
        ]
    )
    end = rng.choice(["", "/", ".html", "?ref=home", ".pdf"])
    scheme = rng.choices(["https://www.", "http://www.", "https://", "www.", ""], weights=(6, 3, 3, 1, 0.5))[
        0
    ]
    return f"{scheme}{host}.{rng.choice(['com', 'org', 'net', 'co.uk', 'example'])}/{path}{end}"
