"""How far a source has moved: each step of the ladder, and no alarm for what is not of the work."""

import unicodedata

import pytest

from archiver.judge.drift.change import compare
from archiver.models.drift import Change, Thresholds
from tests.judge.drift.factories import BEES, SALT, article, judged, served, source, step

ROAD = "\n".join(SALT)
HIVES = "\n".join(BEES)


def test_same_bytes():
    """Where not a byte has changed, no text is looked at."""
    drift = compare(source(""), source(ROAD), same_bytes=True, thresholds=Thresholds())

    assert (Change.SAME_BYTES, 1.0) == (drift.change, drift.similarity)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ROAD, ROAD),
        # quotation marks, dashes, ellipses
        ("He wrote “two hundred” – and ‘twelve’ … then he stopped.", "He wrote \"two hundred\" - and 'twelve' ... then he stopped."),
        # accents in parts, letters joined
        ("The café in the naïve final office fills early.", unicodedata.normalize("NFD", "The café in the naïve ﬁnal oﬃce fills early.")),
        # soft hyphens, and spaces of no width
        ("The extraordinary salt road left the coast.", "The extra\u00adordi\u00adnary salt\u200b road left the coast."),
        # white space and line ends
        ("The salt road left the coast at noon.\nNobody came.", "The salt\u00a0road  left\nthe coast at noon. Nobody came."),
        # the case of a heading
        ("The Salt Road\nIt left the coast at Varnby.", "THE SALT ROAD\nIt left the coast at Varnby."),
    ],
)  # fmt: skip
def test_same_text(old, new):
    """Other typography and other line ends are no change of a text."""
    drift = judged(old, new)

    assert (Change.SAME_TEXT, 1.0) == (drift.change, drift.similarity)


@pytest.mark.parametrize(
    "said",
    [
        # a banner
        "Breaking: Storm shuts the harbour; no ferry sails before noon\n{}",
        # a date
        "Last updated on 4 May 2025\n{}",
        # links to other works after it
        "{}\nMore from us\nBees over the books\nThe last ferry\nA clock that is never right",
        # a caption, and counters
        "1,204 views\n3 min read\n{}\nThe inn at the first bend, about 1900. Photograph: A. Quill",
    ],
)
def test_what_stands_beside_the_work_is_minor(said):
    """What sites put on every page, and the reader took for text, is no news."""
    assert Change.MINOR == step(ROAD, said.format(ROAD))
    assert Change.MINOR == step(said.format(ROAD), ROAD)


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='breaking'><a href='/live'>Storm shuts the harbour; no ferry sails before noon</a></div>{article()}",
        article().replace("</h1>", "</h1><p>Last updated on 4 May 2025</p>"),
        article() + "<section><h2>More from us</h2><h3><a href='/1'>Bees over the books</a></h3><p>A pupil weighs the honey.</p>"
        "<h3><a href='/2'>The last ferry</a></h3><p>Nobody missed it.</p><h3><a href='/3'>The clock</a></h3><p>It is late.</p></section>",
        article().replace("<p>His", "<figure><img src='/a.jpg' alt=''><figcaption>The inn about 1900.</figcaption></figure><p>His"),
    ],
)  # fmt: skip
def test_pages_with_something_beside_the_work_give_no_alarm(body):
    """The same through the reader, from the page as it was served."""
    assert step(served(article()), served(body)) in {Change.SAME_TEXT, Change.MINOR}


@pytest.mark.parametrize(
    ("was", "now"),
    [("212 carts", "312 carts"), ("did not end", "did end"), ("for eleven years", "for seven years")],
)
def test_a_word_that_matters_is_told(was, now):
    """A number or a negation altered is never the same text, however little it is."""
    drift = judged(ROAD, ROAD.replace(was, now))

    assert Change.MINOR == drift.change
    assert 0.98 < (drift.similarity or 0) < 1.0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # digits that white space holds apart
        ("Lot 1 25 was sold for a song in the hall.", "Lot 12 5 was sold for a song in the hall."),
        # a decimal point
        ("It rose by 3.5 per cent in the winter.", "It rose by 35 per cent in the winter."),
        # a minus
        ("At noon it was -7 degrees on the quay.", "At noon it was 7 degrees on the quay."),
    ],
)
def test_signs_that_carry_meaning_are_no_typography(old, new):
    """A sign within or before a number is not folded away."""
    assert Change.SAME_TEXT != step(old, new)


def test_a_title_alone_is_minor():
    """The same text under another title is told, and its reason names both."""
    drift = judged(source(ROAD, "The night carts of Varnby"), source(ROAD, "Seven dull winters"))

    assert Change.MINOR == drift.change
    assert "Seven dull winters" in drift.reason
    assert "The night carts of Varnby" in drift.reason


def test_paragraphs_in_another_order_are_minor():
    """Whoever moves a paragraph takes nothing away."""
    assert Change.MINOR == step(ROAD, "\n".join([*SALT[2:], *SALT[:2]]))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # a number, in one sentence of three and of two; a word of the only one
        ("1734", "1743", [Change.MINOR, Change.MINOR]),
        ("two days", "three days", [Change.MINOR, Change.MINOR, Change.MINOR]),
        # two words that stand together
        ("first inn.", "last mill.", [Change.MINOR, Change.MINOR, Change.MINOR]),
        # several words, in several places
        (" the ", " a certain ", [Change.CHANGED, Change.CHANGED, Change.CHANGED]),
    ],
)
def test_a_corrected_word_is_minor_in_however_short_a_text(old, new, expected):
    """Though most of its sentences are not wholly the same."""
    texts = [" ".join(SALT[:count]) for count in (3, 2, 1)]

    assert expected == [step(text, text.replace(old, new)) for text in texts if old in text]


def test_a_corrected_number_is_news_where_there_is_hardly_anything_else():
    """Of five words one is much."""
    assert Change.CHANGED == step("The toll was 4 pence.", "The toll was 5 pence.")


def test_changed():
    """Where a third is gone and other things stand there, it is news."""
    drift = judged(ROAD, "\n".join([*SALT[:5], *BEES[:2]]))

    assert Change.CHANGED == drift.change
    assert drift.change.is_news
    assert "a third of it is gone or altered, and a third of what is there now is new" == drift.reason


@pytest.mark.parametrize("title", [None, "The night carts of Varnby"])
def test_a_teaser_is_major(title):
    """What is left of a work before a wall is the same work, not another."""
    drift = judged(source(ROAD, title), source("\n".join(SALT[:2]), title))

    assert Change.MAJOR == drift.change
    assert drift.reason.startswith("it breaks off")


@pytest.mark.parametrize("title", [None, "The night carts of Varnby"])
def test_one_sentence_of_a_long_work_is_a_part_of_it(title):
    """Also where less is left than of a work that was replaced: all that is there was there before."""
    drift = judged(source("\n".join([*SALT, *BEES]), title), source(SALT[0], title))

    assert Change.MAJOR == drift.change
    assert drift.reason.startswith("it breaks off: a tenth of its words are left")


def test_a_wall_is_major():
    """The same through the reader, with what the wall says."""
    wall = "<div class='wall'><h3>Read on with a subscription</h3><p>Subscribe today to read this story. Already a subscriber? Sign in.</p></div>"

    assert Change.MAJOR == step(served(article()), served(article(SALT[:2]) + wall))


@pytest.mark.parametrize(
    ("title", "other"),
    [("The night carts of Varnby", "Honey from the reading room"), (None, None)],
)
def test_another_work_at_the_address_is_replaced(title, other):
    """Another work is told by its words; by its title, too, where it has one."""
    drift = judged(source(ROAD, title), source(HIVES, other))

    assert (Change.REPLACED, 0.0) == (drift.change, drift.similarity)


def test_another_work_in_the_same_frame_is_replaced():
    """A menu and a foot that both readings took for text make no work of two."""
    frame = (
        "Home\nNews\nWeather and tides\nLetters to the editor\n{}\nAll rights reserved.\nWrite to us\nImprint"
    )

    assert Change.REPLACED == step(
        source(frame.format(ROAD), "Night carts"), source(frame.format(HIVES), "Honey")
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("", "", "neither capture has a text to compare"),
        (" \n\t", "\u200b", "neither capture has a text to compare"),
        ("Ok.", "No.", "neither capture has a text to compare"),
        (ROAD, "", "the new capture has no text to compare"),
        (ROAD, "Loading …", "the new capture has no text to compare"),
        ("", ROAD, "the old capture has no text to compare with"),
        ("★ ★ ★", "☆ ☆", "neither capture has a text to compare"),
    ],
)
def test_nothing_to_compare(old, new, reason):
    """Without a text on both sides there is no judgement, and so no alarm."""
    drift = judged(old, new)

    assert (None, None, reason) == (drift.change, drift.similarity, drift.reason)


def test_only_the_beginning_of_a_very_long_text_is_compared():
    """What follows is told to be other, and to be unread."""
    short = Thresholds(longest=len(ROAD))
    drift = compare(source(ROAD), source(ROAD + "\n" + HIVES), same_bytes=False, thresholds=short)

    assert Change.MINOR == drift.change
    assert "was not compared" in drift.reason


LANGUAGES = {
    "de": (
        ("Die Salzstraße verließ die Küste bei Varnby und stieg zwei Tage lang durch Buchenwälder an.\n"
        "Der Wirt des ersten Gasthofs zählte im Jahr 1734 zwischen Ostern und dem ersten Schnee 212 Karren.\n"
        "Sein Buch fand sich hinter einem Ofen, als man das Haus abriss."),
        "212", "213",
        ("Jeder Bienenstock auf dem Dach der Bücherei wird mittags gewogen.\n"
        "Die Zahlen zeigt ein kleiner Rechner im Lesesaal, den eine Schülerin aus einem alten Drucker gebaut hat.\n"
        "Im September verkauft die Bücherei den Honig in Senfgläsern."),
    ),
    "ru": (
        ("Соляная дорога начиналась у берега и два дня поднималась через буковый лес к первому постоялому двору.\n"
        "Хозяин двора насчитал в 1734 году 212 телег от Пасхи до первого снега и записал каждую.\n"
        "Его книгу нашли за печью, когда дом разбирали на кирпич."),
        "212", "312",
        ("Каждый улей на крыше городской библиотеки взвешивают в полдень.\n"
        "Весы собрала школьница из сломанного принтера, а кривую можно увидеть в читальном зале.\n"
        "В сентябре библиотека продаёт мёд в банках из-под горчицы."),
    ),
    "zh": (
        ("盐路从海边的小镇出发，穿过山毛榉林，走两天才到第一家客栈。客栈主人在那一年数过二百一十二辆大车，并且一一记下。"
        "拆房子的时候，有人在炉子后面找到了他的账本。村里的老师用十一年的晚上把它抄完。"),
        "二百", "三百",
        ("图书馆屋顶上的每个蜂箱中午都要称一次重量。秤是一个学生用坏掉的打印机做的。数字画成曲线，读者可以在阅览室里看到。"
        "九月里图书馆把蜂蜜装进旧芥末瓶出售，用赚来的钱买地图。"),
    ),
    "ar": (
        ("كان طريق الملح يغادر الساحل ويصعد يومين بين أشجار الزان قبل أن يبلغ النزل الأول.\n"
        "وقد عدّ صاحب النزل في تلك السنة 212 عربة بين الربيع وأول الثلج، وكتبها كلها في دفتره.\n"
        "ووُجد الدفتر خلف الموقد حين هُدم البيت، فنسخته معلمة القرية بيدها في إحدى عشرة سنة.\n"
        "وحين وصل القطار إلى الساحل هُجر الطريق في صيف واحد ونبت العشب بين حجارته."),
        "212", "312",
        ("توزن كل خلية على سطح مكتبة المدينة عند الظهر بميزان صنعته تلميذة من طابعة معطلة.\n"
        "وترسم الأرقام منحنى يراه الزوار في قاعة المطالعة.\n"
        "وفي أيلول تبيع المكتبة العسل في أوعية كانت للخردل."),
    ),
    "th": (
        ("ถนนเกลือออกจากชายฝั่งและไต่ขึ้นเขาผ่านป่าอยู่สองวันก่อนจะถึงโรงเตี๊ยมแห่งแรก\n"
        "เจ้าของโรงเตี๊ยมนับเกวียนได้ 212 เล่มในปีนั้นและจดไว้ทุกเล่ม\n"
        "สมุดของเขาถูกพบอยู่หลังเตาเมื่อบ้านถูกรื้อ ครูในหมู่บ้านคัดลอกด้วยมือทุกค่ำเป็นเวลาหลายปี\n"
        "เมื่อรถไฟมาถึงชายฝั่ง ถนนก็ถูกทิ้งร้างภายในฤดูร้อนเดียว และหญ้าขึ้นระหว่างก้อนหิน"),
        "212", "312",
        ("รังผึ้งบนหลังคาห้องสมุดถูกชั่งน้ำหนักทุกเที่ยงด้วยตาชั่งที่นักเรียนทำจากเครื่องพิมพ์เก่า "
        "ตัวเลขถูกวาดเป็นเส้นโค้งให้ผู้อ่านดูในห้องอ่านหนังสือ "
        "เดือนกันยายนห้องสมุดขายน้ำผึ้งในขวดมัสตาร์ดเก่า"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_language(language):
    """The same ladder holds with other letters, and without spaces between words."""
    text, was, now, other = LANGUAGES[language]

    assert Change.SAME_TEXT == step(text, unicodedata.normalize("NFD", text.replace(" ", "\n")))
    assert Change.MINOR == step(text, text.replace(was, now))
    assert Change.REPLACED == step(text, other)
