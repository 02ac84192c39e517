"""Text for BibTeX and BibLaTeX: nothing in it can end a field, and TeX shows it as it was written."""

import re
from collections.abc import Mapping

from archiver.export.wording import numbers, proof
from archiver.export.wording.dates import american
from archiver.export.wording.joining import capitalised
from archiver.models.item import Copy
from archiver.models.work import Name

# A bar is left as it is: programs that read BibTeX do not know `\textbar`.
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
# BibTeX counts braces even behind a backslash: those without a partner get one that is not seen. `\textbraceleft` pandoc does not know.
_ALONE = {"{": r"\{\vphantom{\}}", "}": r"\vphantom{\{}\}"}
_AND = re.compile(r"\band\b", re.IGNORECASE)
# What TeX draws together: quotation marks, dashes, Spanish marks.
_DRAWN = re.compile(r"(['`,-])(?=\1)|([?!])(?=`)")


def escaped(text: str) -> str:
    r"""Text with what means something to TeX made harmless.

    >>> escaped("50% of {a_b}"), escaped("a}--")
    ('50\\% of \\{a\\_b\\}', 'a\\vphantom{\\{}\\}-{}-')
    """
    special = _SPECIAL if _is_balanced(text) else _SPECIAL | _ALONE
    return _DRAWN.sub(r"\g<0>{}", "".join(special.get(sign, sign) for sign in text))


def protected(text: str) -> str:
    """A title whose capitals no style changes."""
    return f"{{{escaped(text)}}}"


def literal(text: str) -> str:
    """A value of a field that may be a list: "and" in it joins nothing."""
    return f"{{{escaped(text)}}}" if _AND.search(text) else escaped(text)


def url(text: str) -> str:
    r"""An address for `\url`, in which a per cent sign and the like need no escape. Its braces are balanced: there are none."""
    return text.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def person(name: Name) -> str:
    """`Byron, Ada`, `King, Jr., Martin Luther`; what is not to be taken apart stands in braces.

    >>> person(Name(family="van der Meer", given="Joost")), person(Name(literal="Salt and Bell"))
    ('van der Meer, Joost', '{Salt and Bell}')
    """
    if name.literal:
        return f"{{{escaped(name.literal)}}}"
    parts = [part for part in (name.family, name.suffix, name.given) if part]
    if len(parts) == 1:
        return f"{{{escaped(parts[0])}}}"
    return ", ".join(_part(part) for part in parts)


def people(names: tuple[Name, ...]) -> str:
    """Several, as BibTeX joins them."""
    return " and ".join(map(person, names))


def entry(kind: str, key: str, fields: Mapping[str, str | None]) -> str:
    """A whole entry, a field a line."""
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}\n"])


def braced(text: str | None) -> str | None:
    """A field's value."""
    return f"{{{text}}}" if text else None


def note(copy: Copy | None, address: str | None = None) -> str | None:
    """Where the work is, and what backs it, in words."""
    said = (f"\\url{{{url(address)}}}" if address else None, _backing(copy))
    return ". ".join(filter(None, said)) or None


def _backing(copy: Copy | None) -> str | None:
    if copy is None:
        return None
    at = proof.archived_at(copy, american)
    if at and copy.public is not None:
        return f"{escaped(capitalised(at))}, \\url{{{url(copy.public.url)}}}"
    return escaped(capitalised(proof.on_file(copy, american)))


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _part(part: str) -> str:
    """A word that joins names, or a comma, would take a name apart."""
    said = escaped(part)
    is_torn = "," in part or _AND.search(part)
    return f"{{{said}}}" if is_torn else said


def text(said: str | None) -> str | None:
    """A field of words."""
    return braced(escaped(said) if said else None)


def address(said: str | None) -> str | None:
    """A field for an address."""
    return braced(url(said) if said else None)


def pages(said: str | None) -> str | None:
    """A field of page numbers: two hyphens are a dash."""
    return braced(escaped(numbers.pages(said)).replace("–", "--") if said else None)
