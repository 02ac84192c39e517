"""Languages as pages name them (BCP 47), as ISO 639-1."""

_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et "
    "eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk "
    "kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny "
    "oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk "
    "tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
# ISO 639-2, for those that pages name by three letters or by an old code.
_OTHERS = {
    **dict(
        pair.split(":")
        for pair in "ara:ar bul:bg cat:ca ces:cs cze:cs cym:cy dan:da deu:de ger:de ell:el gre:el eng:en est:et eus:eu fas:fa "
        "fin:fi fra:fr fre:fr gle:ga heb:he hin:hi hrv:hr hun:hu ind:id isl:is ita:it jpn:ja kor:ko lat:la lav:lv lit:lt "
        "nld:nl dut:nl nor:no pol:pl por:pt ron:ro rum:ro rus:ru slk:sk slo:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr "
        "ukr:uk vie:vi zho:zh chi:zh".split()
    ),
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "jw": "jv",
    "english": "en",
    "deutsch": "de",
    "français": "fr",
    "español": "es",
}


def iso_639_1(tag: str | None) -> str | None:
    """The two-letter code of a language tag; None where it names no language that has one.

    >>> iso_639_1("en-US"), iso_639_1("ger"), iso_639_1("pt_BR"), iso_639_1("und")
    ('en', 'de', 'pt', None)
    """
    word = (tag or "").strip().lower().replace("_", "-").partition(",")[0].partition("-")[0]
    return word if word in _TWO_LETTERS else _OTHERS.get(word)
