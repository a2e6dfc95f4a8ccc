"""Words with a capital beside a name that tell nothing of whose name it is: titles, offices, streets, particles."""

from __future__ import annotations

from scrapelint_rules.translation._shared.english_days import MONTHS, WEEKDAYS

_TITLES = (
    "mr mrs ms miss mx dr prof sir dame lord lady madam president premier chancellor minister secretary senator congressman "
    "congresswoman governor mayor judge justice chief chairman chairwoman chairperson director general colonel major "
    "captain lieutenant sergeant officer detective inspector commissioner commander admiral ambassador king queen prince "
    "princess duke duchess count pope bishop archbishop cardinal father sister brother saint imam sheikh sheik mullah "
    "ayatollah rabbi pastor reverend coach manager professor doctor attorney councilman councilwoman councillor "
    "spokesman spokeswoman deputy vice former committee "
    "herr frau pater präsident präsidentin kanzler kanzlerin ministerin bürgermeister bürgermeisterin chef trainer professorin "
    "monsieur madame mademoiselle président présidente ministre maire général juge docteur roi reine "
    "señor señora don doña presidente presidenta ministro ministra alcalde alcaldesa juez jueza rey reina papa "
    "signor signora sindaco giudice senhor senhora prefeito prefeita governador governadora deputado deputada senador "
    "senadora juiz juíza doutor doutora meneer mevrouw burgemeester pan pani prezydent premiera minister "
    "президент министр премьер генерал депутат мэр губернатор директор тренер судья глава "
    "bey hanım bakanı başkanı cumhurbaşkanı bin ibn binti bint haji datuk tan ustaz"
)
_PLACES = (
    "street road avenue lane drive square park bridge river lake mount mountain north south east west new old upper lower "
    "ring arena stadium stadion stade estadio stadio speedway "
    "great little city county district province region village island islands port fort university college school "
    "national nacional nazionale nationale reserve forest hospital airport station club united real sporting straße strasse platz weg allee rue boulevard place calle avenida "
    "plaza via piazza corso rua praça travessa jalan lorong kampung улица проспект ulica ulice "
    "institute institut instytut instituto istituto instituut ústav inštitút институт інститут üniversitesi universität "
    "université universidad universidade università universiteit uniwersytet univerzita универзитет университет університет "
    "academy akademie akademia académie academia accademia академия академія centre center zentrum centrum centro центр "
    "ministry ministerium ministère ministerio ministero ministério ministerstwo ministerstvo министерство міністерство "
    "szpital nemocnice krankenhaus hôpital ospedale больница instytucie instytutu uniwersytetu"
)
DAYS = frozenset(day.lower() for day in (*WEEKDAYS, *MONTHS) if day != "May")
"""Days and months in lower case, which have a capital and are no names; May is one of people, too."""
_PARTICLES = (
    "el al ben ibn abu umm abd von van der den het de la le los las du del della di da do dos das ter ten mac san santa são "
    "ελ αλ μπεν ιμπν αμπού φον βαν ντε ντι ντα ντελ λα λε эль аль бен бин ибн абу фон ван дер де ди да дель ла ле"
)
"""Words that families of one language begin with: two people share them as they share a title."""
_AMOUNTS = "millionen milliarden billionen billiarden"
"""Numbers with a capital: "640 Millionen Euro" and "1,2 Billionen Euro"."""
NO_PARTNERS = DAYS.union(f"{_TITLES} {_PLACES} {_PARTICLES} {_AMOUNTS}".split())
"""In lower case. Two people may share a title, two streets a town; a name beside one is as good as alone."""
OF_ONE_PERSON = frozenset(
    "president premier chancellor king queen pope präsident kanzler président roi pape presidente rey rei papa prezydent "
    "президент король".split()
)
"""Offices of which there is mostly one: names that sound alike beside one of these are one name."""
