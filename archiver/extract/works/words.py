"""Words that tell what a part of a note is: who writes, who publishes, where things appear."""

import re

MONTHS = frozenset(
    "january jan januar janvier janv enero gennaio janeiro january february feb februar février fevrier févr febrero "
    "febbraio fevereiro march mar märz mars marzo março april apr avril abril aprile may mai mayo maggio maio june jun juni "
    "juin junio giugno junho july jul juli juillet julio luglio julho august aug août agosto september sep sept septembre "
    "septiembre settembre setembro october oct oktober okt octobre octubre ottobre outubro november nov novembre noviembre "
    "novembro december dec dezember dez décembre diciembre dicembre dezembro января февраля марта апреля мая июня июля "
    "августа сентября октября ноября декабря spring summer autumn fall winter".split()
)
ACCESSED = frozenset(
    "accessed retrieved viewed visited consulted abgerufen zugriff aufgerufen consulté consultado consultata geraadpleegt "
    "обращения обращение hämtad hentet dostęp besucht".split()
)
HOUSES = frozenset(  # publishers whose names may be people’s, too
    "kaufmann luchterhand reinhold north-holland addison-wesley erlbaum jossey-bass guilford birkhäuser birkhauser dover "
    "mcgraw prentice-hall wadsworth pearson longman heinemann faber methuen collins unwin ashgate earthscan polity verso berg "
    "continuum bloomsbury plenum pergamon elsevier’s saunders mosby lippincott thieme hogrefe beltz campus transcript fischer "
    "rowohlt reclam hanser beck mohr siebeck steiner niemeyer nomos vandenhoeck ruprecht droste klett metzler fink dunod "
    "flammarion minuit grasset plon larousse puf hachette colin laterza feltrinelli mulino adelphi bompiani giuffrè franco "
    "ariel taurus planeta alianza siglo fondo наука мысль прогресс росспэн norstedts gyldendal universitetsforlaget "
    "benjamins mouton karger crc aiaa spie birlinn harper hill bowker freeman viking putnam dutton crown macmillans".split()
)
TOWNS = frozenset(  # where books are published, apart from those of PLACES
    "bonn bologna bergen bombay bristol brighton cardiff cologne darmstadt denver detroit dallas durham essex exeter "
    "florence firenze freiburg genève göttingen graz groningen hague haag helsinki hillsdale hoboken innsbruck jena kyoto lausanne "
    "lawrence leeds leuven lexington linz liverpool lund lyon mainz malden marburg milano minneapolis montreal montréal napoli naples "
    "nashville norwich nottingham ottawa oxon palo alto park pittsburgh potsdam providence quito reading roma rotterdam saarbrücken "
    "salzburg san diego são southampton tel aviv thousand oaks torino tübingen tuebingen uppsala upper saddle river utrecht vancouver "
    "venezia venice weinheim wien wiesbaden winnipeg würzburg abingdon aldershot cheltenham chichester basingstoke "
    "englewood cliffs mahwah norwood pacific grove reston tucson urbana norman lincoln albany evanston hanover mexico méxico lima bogotá "
    "санкт-петербург спб киев минск il tx va md fl ga nc sc oh mi wi mn co wa az ct ri nh ill tenn wis mich fla".split()
)
EDITIONS = frozenset(
    "edition edn aufl auflage édition edición edizione revised rev reprint reprinted repr expanded enlarged 1st 2nd 3rd 4th 5th 6th "
    "7th 8th 9th 10th second third fourth fifth sixth издание".split()
)
SERIES = frozenset(
    "series serie collection lecture monographs monograph studien beiträge schriften band library texts".split()
)
EDITORS = frozenset(
    "ed eds edited editor editors edn hrsg hg trans transl translated translator translators trad tr übers introd "
    "compiled comp dir red ред foreword introduction preface afterword".split()
)
PUBLISHERS = frozenset(
    "press university verlag publishers publishing publications books presses universitaires editions éditions editorial "
    "company sons wiley springer elsevier routledge penguin random norton oxford cambridge harpercollins macmillan "
    "blackwell sage mcgraw-hill prentice hall kluwer academic gallimard suhrkamp fayard seuil einaudi mondadori "
    "doubleday knopf scribner schuster vintage basic palgrave brill gruyter ieee acm publisher издательство "
    "ediciones edizioni editora uitgeverij förlag forlag wydawnictwo houghton mifflin harcourt beacon bantam".split()
)
PERIODICALS = frozenset(
    "journal review quarterly bulletin proceedings proc transactions trans annals magazine times post news herald tribune "
    "gazette guardian telegraph daily weekly observer chronicle letters lett archives studies research science sciences "
    "report reports newspaper zeitung zeitschrift revue monde revista rivista giornale press reuters cnn bbc economist "
    "atlantic nature conference symposium workshop lecture notes advances handbook encyclopedia blog wire globe sun star "
    "standard mail mirror independent figaro spiegel diplomat politico wired axios vox slate medium substack register "
    "inquirer examiner dispatch courier world today week affairs policy interest agency yonhap tass kyodo xinhua afp".split()
)
NEWSPAPERS = frozenset(
    "times post guardian economist bbc herald tribune telegraph independent gazette spiegel monde figaro observer globe".split()
)
PAPERS = frozenset(  # names of newspapers and magazines that stand before a day alone
    "pravda izvestia izvestiya trud krasnaya novaya gazeta zeitung zeit welt tageszeitung tagesspiegel parisien libération croix "
    "monde país mundo vanguardia abc corriere repubblica stampa shimbun shinbun ilbo sinmun sinmoon hankyoreh chosun rodong renmin "
    "ribao daily journal post-dispatch star-tribune standard mail mirror express examiner inquirer chronicle sun star press "
    "register dispatch courier bee plain-dealer newsweek time life economist atlantic yorker nation punch "
    "handelsblad dagbladet aftenposten politiken svenska dagens berlingske haaretz hindu dawn straits".split()
)
ORGANISATIONS = frozenset(
    "council ministry university agency committee commission department dept institute bank bureau office organization "
    "organisation association nations union center centre foundation congress parliament government administration society "
    "company corporation corp inc ltd llc group network federation authority court service services secretary secretariat "
    "assembly team staff board division programme program fund party league academy library museum college school press "
    "news reuters embassy coalition alliance project initiative ministerio ministère ministerium bundesamt senate house "
    "states kingdom republic observatory consortium forum trust international national federal royal laboratory desk "
    "editors editorial correspondent statistics treasury forces army navy".split()
)
PLACES = frozenset(
    "london paris york washington cambridge oxford chicago boston berlin new amsterdam princeton berkeley toronto tokyo "
    "moscow beijing geneva vienna rome milan madrid barcelona stockholm copenhagen oslo dordrecht heidelberg munich münchen "
    "frankfurt leipzig stuttgart hamburg köln zürich zurich basel bern brussels bruxelles leiden dublin edinburgh glasgow "
    "manchester philadelphia baltimore haven angeles francisco seattle ithaca durham stanford bloomington austin houston "
    "atlanta melbourne sydney canberra delhi mumbai singapore hong kong seoul taipei shanghai jerusalem cairo istanbul "
    "ankara warszawa warsaw kraków prague praha budapest athens lisbon lisboa porto paulo rio janeiro buenos aires santiago "
    "ma ca ny dc mass calif conn nj pa usa uk england germany france netherlands москва".split()
)
GENRES = frozenset(
    "thesis dissertation report paper working memorandum memo technical tech brief briefing resolution unpublished "
    "manuscript diss phd ms master’s masters preprint factsheet testimony hearing speech interview lecture dataset podcast "
    "video tweet no doc document".split()
)
GIVEN = frozenset(
    "aaron adam adrian alan albert alejandro alex alexander alexandra alfred alice alison allan allen amanda amy ana andrea "
    "andreas andrei andrew angela ann anna anne annette anthony antoine antonio arnold arthur barbara beatrice ben benjamin bernard "
    "bernd beth betty bill bob brad brenda brian bruce carl carla carlo carlos carmen carol caroline catherine cédric charles "
    "charlotte chris christian christina christine christoph christopher claire claude claudia clifford colin craig cynthia dan "
    "daniel daniela david deborah denis dennis diana diane dick dominique don donald donna dorothy douglas duncan ed eduardo edward "
    "edwin elena elisabeth elizabeth ellen emily emma eric erik ernest eugene eva evan evelyn fernando florence frances francis "
    "francisco françois frank franz fred frederick friedrich gabriel gary geoffrey georg george gerald gerhard gilbert giovanni glenn "
    "gordon graham greg gregory günter guy hannah hans harold harry heather heinrich heinz helen helmut henri henry herbert herman "
    "howard hugh ian irene irving isaac isabel ivan jack jacob jacques james jan jane janet jason jay jean jeff jeffrey jennifer "
    "jeremy jerome jerry jessica jim joan joe johan johann johannes john jon jonathan jorge josé josef joseph joshua joyce juan "
    "judith judy julia julian julie jürgen karen karin karl kate katherine kathleen kathryn keith kelly ken kenneth kevin kim "
    "klaus kurt lars laura laurence lawrence lee leo leonard leslie linda lisa lois louis louise lucy luis lynn manfred manuel "
    "marc marcel marco marcus margaret maria marie marilyn mario marion mark markus martha martin mary matthew maurice max "
    "maxim megan melissa michael michel michelle miguel mike monica nancy neil nicholas nicolas nicole nigel nina norman olga oliver "
    "oscar otto pamela patricia patrick paul paula paulo pedro peter phil philip philippe phyllis pierre rachel rainer ralph ramon "
    "randall raymond rebecca regina rené ricardo richard rita robert roberto robin roger roland ron ronald rosa rose roy rudolf "
    "russell ruth ryan sally sam samuel sandra sara sarah scott sean sebastian sharon simon sonia sophie stanley stefan stephanie "
    "stephen steve steven stuart susan suzanne sven sylvia ted teresa terry theodore thomas tim timothy tobias todd tom tony "
    "ulrich umberto ursula valerie vera vernon victor victoria vincent virginia vladimir walter warren wayne wendy werner wilhelm "
    "will william winston wolfgang yves".split()
)
SIGNALS = frozenset(
    "see also cf compare accord contra generally for example e.g. as quoted cited in siehe vgl voir ver véase vid zie".split()
)
IN = frozenset("in in: dans en nel nella w в".split())
FAMILY_FIRST = frozenset(
    "kim lee park choi choe jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song ryu ryoo hong moon yang bae ri pak "
    "ko noh roh son oh xi li wang zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao luo deng mao "
    "nguyen tran pham hoang".split()
)
PARTICLES = frozenset(
    "van von de der den del della di da dos du la le ten ter zu zum bin ibn al el y of mac".split()
)

_BARE = re.compile(r"^[^\w&]+|[^\w&]+$")


def bare(word: str) -> str:
    """A word as it is compared: small letters, without the punctuation at its ends.

    >>> bare("“Salt,”"), bare("(Eds.)"), bare("—")
    ('salt', 'eds', '')
    """
    return _BARE.sub("", word).casefold()
