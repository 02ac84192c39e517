"""Languages as pages name them (BCP 47), as ISO 639-1."""

import re

_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et "
    "eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk "
    "kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny "
    "oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk "
    "tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
# ISO 639-2 and 639-3, with the members of languages that have one code together (Chinese, Arabic, Persian, Malay).
_THREE_LETTERS = (
    "aar:aa abk:ab afr:af aka:ak alb:sq als:sq amh:am ara:ar arb:ar arg:an arm:hy ary:ar arz:ar asm:as ava:av ave:ae aym:ay "
    "ayr:ay aze:az azj:az bak:ba bam:bm baq:eu bel:be ben:bn bis:bi bod:bo bos:bs bre:br bul:bg bur:my cat:ca ces:cs cha:ch "
    "che:ce chi:zh chu:cu chv:cv cmn:zh cnr:sr cor:kw cos:co cre:cr cym:cy cze:cs dan:da deu:de div:dv dut:nl dzo:dz ekk:et "
    "ell:el eng:en epo:eo est:et eus:eu ewe:ee fao:fo fas:fa fij:fj fil:tl fin:fi fra:fr fre:fr fry:fy ful:ff gan:zh geo:ka "
    "ger:de gla:gd gle:ga glg:gl glv:gv gre:el grn:gn gug:gn guj:gu hak:zh hat:ht hau:ha hbs:sr heb:he her:hz hin:hi hmo:ho "
    "hrv:hr hun:hu hye:hy ibo:ig ice:is ido:io iii:ii iku:iu ile:ie ina:ia ind:id ipk:ik isl:is ita:it jav:jv jpn:ja kal:kl "
    "kan:kn kas:ks kat:ka kau:kr kaz:kk khk:mn khm:km kik:ki kin:rw kir:ky kmr:ku kom:kv kon:kg kor:ko kua:kj kur:ku lao:lo "
    "lat:la lav:lv lim:li lin:ln lit:lt ltz:lb lub:lu lug:lg lvs:lv lzh:zh mac:mk mah:mh mal:ml mao:mi mar:mr may:ms mkd:mk "
    "mlg:mg mlt:mt mol:ro mon:mn mri:mi msa:ms mya:my nan:zh nau:na nav:nv nbl:nr nde:nd ndo:ng nep:ne nld:nl nno:nn nob:nb "
    "nor:no npi:ne nya:ny oci:oc oji:oj ori:or orm:om ory:or oss:os pan:pa pbu:ps per:fa pes:fa pli:pi plt:mg pol:pl por:pt "
    "prs:fa pus:ps que:qu quz:qu roh:rm ron:ro rum:ro run:rn rus:ru sag:sg san:sa scc:sr scr:hr sin:si slk:sk slo:sk slv:sl "
    "sme:se smo:sm sna:sn snd:sd som:so sot:st spa:es sqi:sq srd:sc srp:sr ssw:ss sun:su swa:sw swe:sv swh:sw tah:ty tam:ta "
    "tat:tt tel:te tgk:tg tgl:tl tha:th tib:bo tir:ti ton:to tsn:tn tso:ts tuk:tk tur:tr twi:tw uig:ug ukr:uk urd:ur uzb:uz "
    "uzn:uz ven:ve vie:vi vol:vo wel:cy wln:wa wol:wo wuu:zh xho:xh ydd:yi yid:yi yor:yo yue:zh zha:za zho:zh zsm:ms zul:zu"
)
_OTHERS = {
    **dict(pair.split(":") for pair in _THREE_LETTERS.split()),
    # Codes that were withdrawn.
    "in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "sh": "sr",
    # Countries, where no language has that code.
    "al": "sq", "cn": "zh", "cz": "cs", "dk": "da", "gb": "en", "gr": "el", "jp": "ja", "rs": "sr", "ua": "uk", "us": "en", "vn": "vi",
    # Names.
    "english": "en", "deutsch": "de", "german": "de", "français": "fr", "french": "fr", "español": "es", "spanish": "es",
    "italiano": "it", "italian": "it", "português": "pt", "portuguese": "pt", "русский": "ru", "russian": "ru",
}  # fmt: skip
_FIRST = re.compile(r"[^\W\d_]+")


def iso_639_1(tag: str | None) -> str | None:
    """The two-letter code of a language tag; None where it names no language that has one.

    >>> iso_639_1("en-US"), iso_639_1("ger"), iso_639_1("pt_BR"), iso_639_1("und")
    ('en', 'de', 'pt', None)
    """
    found = _FIRST.match((tag or "").strip().lower())
    word = found[0] if found else ""
    return word if word in _TWO_LETTERS else _OTHERS.get(word)
