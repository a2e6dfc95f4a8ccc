"""Abbreviations of many languages whose full stop does not end a sentence."""

from __future__ import annotations

_TITLES = (
    # English
    "mr mrs ms messrs dr drs prof profs rev hon gen gens col maj capt cmdr "
    "lt sgt cpl adm sen sens rep reps gov govs pres supt insp st ste mt ft "
    # German, Dutch, Scandinavian
    "hr fr frl fam dipl ing hl dhr mevr drs mr ir jhr "
    # French, Spanish, Portuguese, Italian, Romanian, Catalan
    "m mm mme mmes mlle mgr sr sra srs dra dras sras srta d dª dña ud uds exmo exma eng sig sigg sigra dott dottssa "
    "avv arch geom rag cav dl dna dlor lic licda mtro mtra gral cnel tte "
    # Polish, Czech, Slovak, South Slavic, Hungarian, Baltic, Finnish, Turkish, Greek
    "inż mec ks bp abp hab bc bca mudr judr phdr mvdr rndr paeddr thdr ing mgr doc čl p pí sl ifj özv gróf "
    "dipl akad gosp prim tov doç av yrd öğr gör op uzm sn dz κ κκ δρ καθ αγ "
    # Russian, Ukrainian, Bulgarian, Serbian
    "г-н г-жа проф акад доц ген кап им св инж др "
    # Indic, Indonesian, Malay, Vietnamese, Filipino
    "डॉ डा प्रो श्री पं मो सु কর্নেল ডা ড ডঃ মো tn ny hj ir drg ust ts ths pgs gs bs engr atty brgy "
)
_PARTS = (
    # Latin and what all languages write
    "vs cf al ca approx no nos nr vol ed eds pp pg p fig figs ch chap art par viz ibid op cit tel fax "
    # English
    "jan feb mar apr jun jul aug sep sept oct nov dec tues thu thurs fri est dept univ assn bros "
    # German
    "bzw ggf evtl inkl exkl zzgl abzgl bspw sog vgl str abs abb nr tsd mio mrd mill st std sek bd hrsg jh jhd jr geb "
    "gest verh ehem insb allg dt engl frz lat österr schweiz okt dez mär mai rd ca max jew z zb "
    # French, Spanish, Portuguese, Italian, Romanian
    "av bd boul éd env ex hab réf tél cie art núm num pág "
    "págs apdo depto dpto prov avda ctra pza izq dcha aprox ej máx mín "
    "n nº nro pag ecc es cap secc lda ltda obs núm nr str jud "
    # Dutch, Scandinavian, Icelandic, Finnish, Estonian
    "bijv nl resp incl excl blz jl tw zgn m.n bl f.eks kl pst avd "
    "mnd årh nr tlf dvs evt osv vedr pkt kap esim ns klo mrd milj "
    "milj nk os par tms nt st sh lk vms "
    # Polish, Czech, Slovak, South Slavic, Hungarian, Baltic
    "np ok ul pl os al tzw tzn godz wg zob ur zm św woj pow gm nr mld mln tys pkt ppkt ust poz red tłum "
    "např tzv tj tř ul č čís mj resp apod př nám kap str obr sv ev hod tis mil mld kč npr tzn ul br sv čl dr god "
    "pl kb ún stb ill vö köt szerk u krt ker bek pvz vyr gim proc pav apskr nr sk vad plkst piem "
    # Turkish, Greek, Albanian
    "cad sok mah blv apt no bkz çev yy örn αρ αρθ τηλ σελ οδ λεωφ εκατ δισ χλμ "
    # Russian, Ukrainian, Bulgarian, Serbian, Kazakh
    "ул пр просп пл пер наб д корп стр кв р рис табл гл ст "
    "см ср напр тыс млн млрд трлн руб коп тел гор обл респ изд ред "
    "вул просп м с обл буд грн крб тис мл див бул бл ап лв хил чл ал ул тзв нпр тг "
    # Indonesian, Malay, Vietnamese, Arabic, Hebrew, Hindi
    "jl gg kec kab kel no rp hlm tp q p tt đ পৃ खं पृ "
)
_ENDS = (
    "no art max mar par им тел гор doc cap ed ex est al tv min sec os "
    "idnr ust-idnr hrb "
    "inc ltd co corp llc plc jr sr etc usw etc uvm usf osv ecc itd itp atd apod tj stb vb vs r g гг г в вв ek м р н э "
    "am pm ст др пр т п д е kr zł kč ft ag srl bv kft zrt rt ek pt "
    "тыс млн млрд трлн руб коп грн тг лв tys mln mld mio mrd mia milj tis mil "
    "hrs hr mins lbs lb oz km kg cm mm mph blvd ave rd sq bros esq phd md "
)

TITLES = frozenset(_TITLES.split())
"""What comes before a name: never the end of a sentence."""
PARTS = frozenset(_PARTS.split()) - TITLES
"""What comes before a number or a word that belongs to it."""
POSSIBLE_ENDS = frozenset(_ENDS.split()) - TITLES
"""What is within sentences and at their ends: there the next word tells."""

ORDINAL_LEADS = frozenset(
    "am im vom zum zur beim der die das dem den des "
    "bis ab seit und oder dieser diesem diesen jeder jedem jeden nach vor "
    "den det de i til fra pr sin sitt a az e do od w na z dne u v ve ze k ke po pred dana od ir gada m "
    "в на с от и по к до з на від у o".split()
)
"""Words before "3." that make it "the third" in languages that write ordinals so."""

ORDINAL_NOUNS = frozenset(
    "januar jänner februar märz april mai juni "
    "juli august september oktober november dezember jahrhundert jahrhunderts "
    "jahrhunderten jh jahrtausend bundesliga liga weltkrieg "
    "weltkriegs weltkrieges stock stockwerk klasse klassen platz "
    "runde minute minuten spieltag spieltags geburtstag geburtstags auflage bezirk bezirks bezirke jahr jahres mal "
    "halbjahr quartal quartals etage obergeschoss lebensjahr lebensjahres semester senat strafsenat zivilsenat kammer "
    "fc sv vfl tsv sc kapitel tag tages woche monat hälfte halbzeit satz sinfonie symphonie advent adventssonntag "
    "dünya dönem lig sınıf kat bölge ağır asliye sulh ceza yıl yüzyıl yüzyılda".split()
)
"""What is counted by such ordinals and written with a capital."""

STARTERS = frozenset(
    # English
    "the a an in on at but and or he she it they we you "
    "i this that these those his her their its our my there here if when "
    "where while what who why how as for after before since however meanwhile although also then yet with by from to "
    "according some many most all no not only even still now last "
    "click sign subscribe follow read please see get join download visit find share more "
    # German, Dutch, Scandinavian
    "der die das den dem des ein eine einen einer er sie es wir "
    "ich ihr man im am auf bei nach und aber doch auch so wie wenn "
    "dies diese dieser mit für zu zum zur vor von seit nun bis was "
    "wer het een hij zij ze ik maar dat deze dit voor ook wat "
    "den det en et jeg vi de han hun men som når på til ved efter enligt etter også här der där nu "
    # French, Spanish, Portuguese, Italian, Romanian, Catalan
    "le la les un une il elle ils elles on nous vous je ce "
    "cette ces cet dans en au aux mais et pour sur après selon avec "
    "el los las una unos y pero su sus este esta esto estos con por para no si al del según cuando lo "
    "o os as um uma ele ela eles elas mas seu sua isso na nos nas com em segundo "
    "lo gli i uno ma è nel nella con per secondo quando che questo questa "
    "și dar în pe la cu după acest această "
    # Polish, Czech, Slovak, South Slavic, Hungarian, Baltic, Finnish, Estonian
    "to w na z i a ale nie jest po za do od jak tak ten ta te v ve s k o u je se že však ovšem podle pro při jeho její "
    "az és de hogy egy ez ezt ha is nem meg ki ir bet tas tā šis tai jis ji ja mutta se hän tämä kun on ei aga see ta "
    # Turkish, Indonesian, Vietnamese, Swahili, Filipino
    "bu bir ve ama o da de için ile ancak yang dan di ini itu namun dia mereka ang sa si na kwa katika "
    # Greek, Russian, Ukrainian, Bulgarian, Serbian
    "ο η το οι τα στο στη στην και αλλά ένα μια με για από "
    "в на и а но он она они это этот эта по с со к за от для "
    "при как что если так же у до из об когда все всё его её их мы вы "
    "у й та але він вона вони це цей ця за від для якщо що як про "
    "той тя те това този тази но ако след за от със "
    "је су али он она ово овај".split()
)
"""Words that open sentences and hardly any name: after an initial, a number or "U.S." they tell that one ended."""
