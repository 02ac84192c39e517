"""Posts that are written from right to left, and without spaces between words; one with three hundred notes; one that cites nothing."""

from tests.browser.writing import SOURCE, Post

_ARABIC = (
    "كان حارس المنارة يكتب في دفتره كل مساء ما رآه من السفن",
    "ولم يقرأ أحد ذلك الدفتر قبل أن يُنقل إلى دار الكتب",
    "وفي الصفحة الأخيرة رقم لا يعرف أحد معناه: 1871",
)
_HEBREW = (
    "שומר המגדלור כתב במחברתו בכל ערב את שמות האוניות",
    "איש לא קרא במחברת עד שהועברה לספרייה",
    "בעמוד האחרון יש מספר שאיש אינו מבין: 1871",
)
_CHINESE = (
    "燈塔的看守人每天晚上都在本子裡記下經過的船隻",
    "在送進圖書館以前沒有人讀過那個本子",
    "最後一頁有一個沒有人懂得的數字一八七一",
)
_JAPANESE = (
    "灯台守は毎晩通り過ぎる船の名前を帳面に書いていた",
    "図書館に移されるまでその帳面を読んだ者はいない",
    "最後の頁には誰にも分からない数字が一つある",
)


def _notes(sentences: tuple[str, ...], see: str) -> list[tuple[str, str, str]]:
    return [(f"{sentence}.", see, f"{SOURCE}note-{n}") for n, sentence in enumerate(sentences, 1)]


POSTS = (
    Post(name="arabic", title="دفتر حارس المنارة", notes=_notes(_ARABIC, "انظر:"), lang="ar", dir="rtl"),
    Post(name="hebrew", title="מחברתו של שומר המגדלור", notes=_notes(_HEBREW, "ראו:"), lang="he", dir="rtl"),
    Post(name="chinese", title="燈塔看守人的本子", notes=_notes(_CHINESE, "見："), lang="zh-Hant"),
    Post(name="japanese", title="灯台守の帳面", notes=_notes(_JAPANESE, "参照："), lang="ja"),
    Post(name="many", title="Three Hundred Notes", notes=[(f"Crossing {n} was written down", f"Page {n}.", f"{SOURCE}note-{n % 7}") for n in range(1, 301)]),
    Post(name="none", title="A Post That Cites Nothing, under a Title " + "as Long as the Crossing Itself " * 12, notes=()),
)  # fmt: skip
SOURCES = tuple(
    (f"note-{n}", "text/html; charset=utf-8", f"<html lang={lang} dir={way}><head><title>{words[0]}</title></head><body><article><h1>{words[0]}</h1>{''.join(f'<p>{each}.</p>' for each in words * 4)}</article></body></html>".encode())
    for n, (words, lang, way) in enumerate(((_ARABIC, "ar", "rtl"), (_HEBREW, "he", "rtl"), (_CHINESE, "zh", "ltr"), (_JAPANESE, "ja", "ltr")))
)  # fmt: skip
