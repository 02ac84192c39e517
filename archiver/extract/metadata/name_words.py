"""Words beside names: what leads to them, what follows them, and what is no name. One line a language where they differ."""

# What stands before the names, in the order of languages: en, de, fr, es/pt/it, nl, sv/no/da, pl/cs, ru/uk, el, tr, ja/zh, ko, ar, he.
_LED_BY = (
    (
        r"(?:(?:originally )?(?:re)?(?:written|posted|published|submitted|contributed|created|produced|edited|reported|compiled|presented|told|"
        r"prepared|added|authored|blogged)|words?|text|story|report|reporting|recipe|guide|review|article|analysis|opinion|column|commentary|essay|"
        r"interview|post|blog|news|research)(?: and [a-z]{4,12})? by"
    ),
    r"by",
    (
        r"(?:ein(?:e)?\s+)?(?:gast)?(?:artikel|beitrag|kommentar|bericht|analyse|interview|kolumne|text|essay|rezension|meldung|reportage|kritik|glosse)"
        r"(?:e)?\s+von|(?:verfasst|geschrieben|veröffentlicht|gepostet|geposted|publiziert|erstellt|eingestellt|eingereicht|autor(?:in)?)\s*(?:von|:)|"
        r"aus\s+[\w-]{2,20}\s+berichtet|von\s+unser(?:em|er|en)\s+(?:redakteur(?:in)?|korrespondent(?:en|in)?|reporter(?:in)?|mitarbeiter(?:in)?|autor(?:en|in)?)|von"
    ),
    (
        r"(?:écrit|rédigé|publié|posté|proposé|article|texte|propos recueillis|reportage|par)\s+par|(?:texte|un article|une chronique|une tribune)\s+de|"
        r"(?:par|de)\s+(?:notre|nos)\s+(?:correspondante?s?|envoyée?s?|journalistes?)(?:\s+(?:spéciale?s?|permanente?s?))?(?:\s+(?:à|au|aux|en)\s+[\w-]{2,20})?|par"
    ),
    (
        r"(?:escrito|publicado|publicada|redactado|elaborado|enviado|postado|artigo|texto|autor)\s+por|"
        r"(?:por|de)\s+(?:nuestr[oa]|noss[oa])\s+(?:corresponsal|enviad[oa]|correspondente|redactora?)(?:\s+especial)?|por|"
        r"(?:scritto|pubblicato|inserito|postato) da|(?:articolo|testo|intervista|servizio) di|"
        r"d(?:i|al)\s+nostr[oa]\s+(?:inviat[oa]|corrispondente)|a cura di|di"
    ),
    r"(?:geschreven|geplaatst|gepost|ingezonden|auteur|tekst|een artikel|gepubliceerd)\s*(?:door|van|:)|door",
    r"(?:skrevet|skriven|publisert|publicerad|tekst|text|foto og tekst)\s+(?:av|af)|av|af",
    r"(?:napisał|napisała|opublikował|opublikowała|dodał|dodała|napsal|napsala|autor|przez|od)\s*:?",
    r"(?:автор(?:ы)?|текст|опубликовал(?:а)?|написал(?:а)?|автори)\s*:",
    r"(?:του|της|γράφει (?:ο|η)|συντάκτης|από|συντάκτρια)\s*:?",
    r"(?:yazan|yazar|haber|kirjoittaja|teksti|szerző|írta|piše|napisao|napisala)\s*:",
    r"(?:文|作者|記者|记者|撰文|取材・文|取材|著者|執筆|編輯|责任编辑|責任編輯|来源|來源|ライター|投稿者|筆者)\s*[:：/／]\s*|(?:本報記者|記者|记者)\s*",
    r"(?:글쓴이|기자|글|작성자)\s*[:：/]\s*",
    r"(?:بقلم|كتب|كتبت|الكاتب)\s*:?",
    r"(?:מאת)\s*:?",
    (
        r"(?:the\s+)?(?:author|autor(?:in)?|auteur|autore|autrice|författare|forfatter|authors|autoren|auteurs|autores|autori|editor|reporter|writer|contributor|tagged by)"
        r"(?:\(s\)|s)?\s*(?:[:|]|\s-\s)"
    ),
)
BEFORE = (
    r"^(?:by[-\s]?line\s*:?|(?:[^|]{0,30}?\s)?(?:"
    + "|".join(f"(?:{words})" for words in _LED_BY[:1])
    + r")\b|"
    r"(?:" + "|".join(f"(?:{words})" for words in _LED_BY[1:10]) + r")(?<=[\w:])(?:(?=[\s:,])|(?<=:))|"
    r"(?:text|texte|texto|testo|tekst|words|story|foto und text|text und (?:foto|bild)(?:er|s)?|report|interview)\s*[:/]|"
    r"(?:author|autor(?:in)?|auteur|redakteur(?:in)?)\s+(?=(?-i:[^\W\d_a-z])[\w.'’-]*\s+(?-i:[^\W\d_a-z]))|"
    r"(?:" + "|".join(f"(?:{words})" for words in _LED_BY[10:]) + r"))\s*[:：]?\s*"
)
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott)"
    r"\w{0,7}\.?"
)
_WEEKDAYS = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\b,|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
AFTER = (
    r"\s*(?:[|•·‖∙●▪◆⋅¦→»>›—]|–\d|\s[-–—−]{1,2}\s|[\s,]\d|\b(?:(?:first|last|originally)\s+)?(?:published|posted|created|last)\b(?!\s+by)|\b(?:updated|modified|reviewed|edited|curated|verified)\b|"
    r"\b(?:photographs?|photos?|photography|illustrations?|illustrated|images?|video|graphics?|fotos?|bild(?:er)?|zeichnung|pictures)\s*(?:by|von|par|:|/|courtesy)|"
    r"\b(?:on|under|filed|about|last|via|avec|mit|am|on behalf of|translated by|edited by|reviewed by|fact[- ]checked|medically|special to|"
    r"is\s+(?:a|an|the|one)|was\s+(?:a|an|the)|writes|reports|has)\s|\b(?:comments?|leave a|add a|share|follow|subscribe|email|print|min(?:ute)?s?\s+read|read time|reading time|read more|view all|more by|"
    r"kommentare?|commentaires?|lesezeit|aktualisiert|actualizado|atualizado|aggiornato|bijgewerkt|mis à jour|publié le|le \d|den \d|el \d|um \d)\b|"
    r"\b(?:op|em|il|at|på|dne|dnia)\s+(?:" + _WEEKDAYS + r"[,\s]\s*)?(?:\d|" + _MONTHS + r"\s+\d)|"
    r"\b" + _WEEKDAYS + r"|\b" + _MONTHS + r"\s+\d|[,\s]\s*\d{1,2}\.?\s+" + _MONTHS + r"|年|:\s).*$"
)
# Whom or where somebody writes for; but it is a part of a body's name: Ministry of Fish, Centre for Salt.
FOR = r"\s(?:in|for|at|from|of|aus|für|pour|chez)\s.*$"
# Who helped, and did not write.
HELPED = (
    r"(?:medically\s+|fact[-\s]?|expert\s+|scientifically\s+|legally\s+|technically\s+|clinically\s+)?(?:reviewed|checked|check|tested|curated|edited|editing|approved|verified|photographed|"
    r"illustrated|translated|photography|photos?|photographs?|images?|illustrations?|pictures?|foto(?:s|grafie)?|bild(?:er)?|fakten|übersetz\w*|traduit|traducción|video|"
    r"reviewer|fact[-\s]checker|editor|last|updated|modified|featuring|sponsored|presented|powered)\s*(?:by|von|par|por|:|/)"
)
NOT_A_NAME = (
    r"^\d+\s|https?:|www\.|@|[<>{}=#%\\]|\d{3}|^\W*$|\.(?:php|html?|jpe?g|png)\b|"
    r"^(?:admin\w*|administrator|webmaster|web ?editor|user\w{0,3}\d*|root|editors?|author|autor|auteur|guest(?: author| post| blogger)?|unknown|none|null|undefined|"
    r"by|from|view all posts.*|the editors?|site admin|superuser|wpadmin|wp|info|test|nan|n/?a|false|true|default|object|system|anonym(?:ous)?|owner|"
    r"(?:page|post|site|this|data)\.[\w.]+|contributor|staff|facebook|twitter|linkedin|instagram|email|rss|profile|website|about|home|contact|click here|"
    r"(?:read|see|learn|show|view)\b.*|more|share\b.*|follow\b.*|subscribe\b.*|sign ?up\b.*|(?:log|sign) ?(?:in|out)\b.*|register|my account|join\b.*|newsletter|menu|search|comments?|reply|"
    r"not available|no author|various(?: authors)?|multiple authors|blog|news|press release|sponsored|advertisement|all rights reserved.*|copyright\b.*|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?|redaktionell|gastautor|gast|in|on|at|the|a|an|and|or|with|via|about the author|article|(?:written|posted|published)(?: by)?)$"
)
# Words of buttons, dates and headings, which no name holds.
NEVER = frozenset(
    "read more share subscribe follow comment comments reply click view views posted published updated modified min mins minute minutes ago today "
    "yesterday newsletter search login register menu home contact copyright rights reserved cookies policy privacy terms advertisement sponsored "
    "next previous download print email latest popular trending related categories category tags tag archive archives how what why when where best "
    "top guide tips review reviews history heard authors member admin moderator january february july september october november december monday tuesday wednesday "
    "thursday friday saturday sunday januar februar märz juni juli oktober dezember janvier février août décembre lesen mehr teilen kommentare "
    "weiterlesen lire suite partager commentaires leer más compartir your you our this that these those is are was were has have learn get "
    "checked medically verified reading time article articles blog post posts page story continue photo photos image images video videos "
    "illustration credit source sources profile profiles guidelines process bio policies standards full sign join start shopping shop buy via http https html jpg png facebook twitter instagram linkedin pinterest whatsapp youtube "
    "size veröffentlicht erstellt aktualisiert stand publicado publicada actualizado actualizada atualizado publié publiée modifié pubblicato aggiornato geplaatst "
    "gepubliceerd bijgewerkt publisert oppdatert publicerad uppdaterad opublikowano zaktualizowano".split()
)
# What people are: after a name it is no part of it.
POSTS = frozenset(
    "writer editor editors reporter correspondent contributor contributors columnist journalist author blogger founder co-founder cofounder ceo cto cfo coo cmo "
    "director manager president vice-president professor prof associate assistant analyst producer photographer strategist specialist "
    "coordinator executive consultant officer engineer developer scientist researcher fellow lecturer attorney lawyer dietitian nutritionist "
    "physician nurse therapist psychologist chief senior junior lead head staff freelance guest special content marketing political "
    "national foreign business sports economics science health technology tech entertainment features digital redakteur redakteurin autor autorin "
    "korrespondent korrespondentin journaliste rédacteur rédactrice correspondant redactor redactora periodista redattore giornalista redacteur "
    "expert intern trainee chair chairman secretary minister member owner partner principal advisor adviser designer architect critic host presenter "
    "publisher translator moderator curator librarian historian economist veterinarian pharmacist surgeon dentist gardener astrologer blogger realtor planner pediatrician dermatologist "
    "cardiologist psychiatrist neurologist counselor counsellor educator instructor podcaster tester medically reviewed certified licensed registered copywriter seo former deputy".split()
)
# What makes a name that of a body, not of a person.
BODIES = frozenset(
    "staff team desk editors editorial redaktion rédaction redacción redazione redactie redakcja redakce redaksjonen redaktionen toimitus редакция редакція "
    "newsroom news press agency agencies reuters afp ap dpa apa sda ats efe ansa tass upi pti xinhua yonhap kyodo bloomberg cnn bbc cnbc npr pbs msnbc "
    "nbc abc cbs itv rt ard zdf orf srf associated service services network council ministry university college school institute institution department "
    "committee commission government foundation association society centre center company corporation corp inc llc ltd gmbh ag plc co group bank bureau "
    "office organization organisation union nations federation authority agency board museum library laboratory lab labs project initiative alliance "
    "coalition party academy church hospital clinic health times post journal guardian telegraph tribune herald gazette magazine daily weekly "
    "zeitung spiegel standard verlag today usa editors contributors collective community club publishing media studios studio solutions technologies software "
    "systems partners consulting agentur institut universität université universidad università ministerium ministère ministerio consortium trust fund "
    "redação redacção "
    "編集部 編輯部 新聞社 通信社 通信 新聞 新华社 社 委員会 大学 協会 연합뉴스 뉴스 신문".split()
)
# Bodies that are named beside a person whose text drew on theirs.
AGENCIES = frozenset(
    "afp ap dpa apa sda ats efe ansa tass upi pti ntb tt ritzau anp belga lusa pap kna epd sid reuters xinhua".split()
)
PLACES = frozenset(
    "new york,london,paris,washington,washington d.c.,d.c.,berlin,wien,vienna,zürich,rom,rome,roma,madrid,brussels,brüssel,bruxelles,moscow,moskau,"
    "beijing,peking,tokyo,hong kong,singapore,new delhi,delhi,mumbai,sydney,melbourne,toronto,jerusalem,cairo,kairo,istanbul,los angeles,"
    "san francisco,chicago,boston,seattle,atlanta,houston,miami,philadelphia,hamburg,münchen,köln,frankfurt,stuttgart,leipzig,bern,basel,genf,"
    "geneva,milano,milan,barcelona,lisbon,dublin,edinburgh,manchester,amsterdam,oslo,stockholm,copenhagen,helsinki,warsaw,prague,athens,kiev,"
    "kyiv,nairobi,johannesburg,lagos,mexico city,buenos aires,uk,u.k.,usa,u.s.,us".split(",")
)
# What stands in brackets between two persons, and is no name.
NOT_BETWEEN = frozenset(
    "text texte texto testo tekst foto fotos photo photos video bild bilder autor autorin author editor grafik".split()
)
PARTICLES = frozenset(
    "af al and bin bint da das de del della dem den der des di do dos du e el et ibn la las le los of o t ten ter the und van vom von y zu zum zur auf av i och og 't "
    "und with for".split()
)
LOOSE = " \t\n,;:，、：；/|•·*_~–—-→>»«<\"“”„‘’'#+=\u00a0"
# Given names beside those that the reader of notes knows.
GIVEN = frozenset(
    "abby abigail adele aidan aisha alana albin alec aleksander alessandro alexa alexis ali alicia alina alma alvin amelia amir anastasia andre andré andreia andy "
    "angel angelo angus anika anita annie antje anton april ari ariel arjun armin arne arno arturo ashley astrid audrey axel ayşe barry bastian beate becky bella benedikt "
    "bernhard bettina bianca björn bo bonnie boris brad bradley brandon brenda brendan brett brigitte britta bruno bryan caitlin cameron camille candice cara carlotta "
    "carly carolina carsten casey cassidy cecilia celia chad charlie chelsea cherie chloe chloé christa christiane christoffer christos cindy clara clarissa clay clint cody "
    "colleen connor corey cory courtney craig crystal daisy damien damon dana danielle danny daphne darren dave dawn dean debbie deborah declan deirdre denise derek "
    "devin diego dieter dimitri dirk dmitri dmitry dominic dominik donna dora doris dorothea drew dustin dylan edith edgar elaine eleanor elias elisa elise elliot elliott "
    "ellis elsa emanuel emilia emilio emmanuel enrique enzo erika erin esther ethan etienne eugenia eugenio eun evelyn ewan ezra fabian fabio faith fatima federico felicia "
    "felix finn fiona florian francesca francesco franck frankie franziska frederic frédéric freya gabriela gabriele gail gareth gavin gemma georgia georgina gerard gerd "
    "gianluca gillian gina giorgio giulia giuseppe gloria grace graeme grant greta gretchen guido guillaume gustavo haley hamid hana harald harriet harvey hassan heidi "
    "heike heinz helena helga hendrik henrik henry herbert hilary holger holly horst hope hubert hunter ibrahim ida ilya imogen ina ines ingo ingrid iris irina isaac "
    "isabella isabelle isla ivo jackie jackson jacqueline jade jaime jake jamie janice janine jared jasmin jasmine javier jean-luc jean-pierre jeanette jenna jenny jens jess "
    "jesse jesús jill jimmy joachim joanna joanne jochen jodi joel joey johanna johannes johnny jonas jonny jordan jörg josephine josie josh joy juliane juliet julien "
    "julius junko justin kai kaitlyn kamil kara karim karina karsten kasper kat katarina kate katharina kathrin kathy katie katja katrin katrina kayla kelsey kenji kerry "
    "kerstin kevin kieran kilian kirsten klaus konrad kristen kristian kristin kristina kristy kurt kyle lana lance lara lauren laurent lea leah lena leon leonardo leonie "
    "leonora lewis liam lidia lilian lily linus liz liza lizzie logan lora loren lorenz lorenzo lori lorraine luca lucas lucia lucie lucinda ludwig luigi luisa lukas luke "
    "luna lydia mackenzie maddie madeleine madeline madison magdalena magnus maik maike malcolm malte mandy manfred mara marcin marcus mareike margot marianne marina "
    "marissa marius marlene marta marvin mason massimo mathias mathilde matilda matt mats matteo matthias mattias maureen maya mehmet mel melanie melinda meredith mia micah "
    "michaela michał mick mikael mike mikhail mila miles milo mindy miranda miriam mitch mohamed mohammed molly mona moritz morgan morten mustafa myles nadia nadine naomi "
    "natalia natalie natasha nate nathan nathaniel nelson nick nico nicola nicolai niels nikolai nils nikita nikki nino noah noel noelle nora norbert olaf ole oleg oli olivia "
    "omar orla otis owain owen pablo pam paola paolo pascal patricio patrick patty paulina pavel pedro peggy penelope penny perry pete petra phoebe pia pierce pieter piotr "
    "polly preston priya quentin quinn rafael raimund ralf ramona randy raphael raul ravi raymond reiner reinhard renate renee reto rhys rick ricky riley rita rob robbie "
    "robyn rod rodrigo roland rolf roman romy rory rosalie rosie ross rowan roxanne ruby rudi rupert rüdiger sabine sabrina sadie said salvatore samantha samir sandro "
    "sandy sanjay santiago sara sascha sasha saskia saul savannah scarlett sebastien sébastien selina serena serge sergei sergey sergio seth shane shannon shaun shauna shawn sheila "
    "shelley shelly sherry shirley sibylle sid sidney sienna silke silvia simone skye sonja sophia sofia spencer stacey stacy stan stef stefano stella stephane stéphane sterling "
    "steffen stewart stina stuart sue summer susann susanna susanne svenja svetlana sylvain sylvie tabitha tamara tanja tanya tara tatiana tatjana taylor ted terence terri "
    "tess tessa thea theo theresa thierry thorsten tiffany till tilman tim tina tino toby tomás tomasz tommy toni torben torsten tracey tracy travis trevor tricia tristan troy "
    "tyler udo uli ulrike ursula uta ute uwe valentin valentina valeria vanessa vera verena veronica veronika vicki vicky viktor viktoria vince vincenzo violet viola vivian "
    "vivien volker wade walt wanda wendell wes wesley wilfried will willi willy wolfram xavier yann yannick yasmin yuki yuri yusuf yvette yvonne zach zachary zara zoe zoë".split()
)
