"""Articles of our own making, one paragraph a line, and ways to spoil them."""

ARTICLES = {
    "en": (
        "The town council met on Tuesday evening to talk about the old swimming pool near the station.\n"
        "Engineers had told the members that the roof would not last another winter and that repairs cost more than a "
        "new building.\n"
        "“We have to be honest with the people who swim here every week,” said the mayor of the town.\n"
        "A group of parents wants the pool to stay open until the end of the summer holidays.\n"
        "They have collected signatures at the market and in the schools.\n"
        "A decision is expected in June, when the budget for the coming year will be known."
    ),
    "de": (
        "Der Gemeinderat hat am Dienstagabend über das alte Hallenbad am Bahnhof beraten.\n"
        "Fachleute hatten den Mitgliedern erklärt, dass das Dach keinen weiteren Winter übersteht und eine Sanierung "
        "teurer wird als ein Neubau.\n"
        "„Wir müssen ehrlich sein zu den Menschen, die hier jede Woche schwimmen“, sagte die Bürgermeisterin.\n"
        "Eine Gruppe von Eltern möchte das Bad bis zum Ende der Sommerferien offen halten.\n"
        "Sie hat auf dem Markt und in den Schulen Unterschriften gesammelt.\n"
        "Eine Entscheidung wird im Juni erwartet, wenn der Haushalt für das kommende Jahr bekannt ist."
    ),
    "fr": (
        "Le conseil municipal a débattu mardi soir de la vieille piscine située près de la gare.\n"
        "Des ingénieurs ont expliqué aux élus que le toit ne tiendrait pas un hiver de plus et que les travaux "
        "coûteraient plus cher que la construction neuve.\n"
        "Selon la mairie, il faut parler franchement aux gens qui viennent nager chaque semaine.\n"
        "Un groupe de parents souhaite que la piscine reste ouverte pendant toutes les vacances.\n"
        "Ils ont recueilli des signatures au marché et dans les écoles du quartier.\n"
        "Une décision est attendue en juin, quand le budget de la ville sera connu."
    ),
    "es": (
        "El ayuntamiento debatió el martes por la noche sobre la vieja piscina que está cerca de la estación.\n"
        "Los ingenieros explicaron a los concejales que el techo no aguantará otro invierno y que la reforma "
        "cuesta más que un edificio nuevo.\n"
        "Según la alcaldesa, hay que hablar claro con la gente que viene a nadar cada semana.\n"
        "Un grupo de padres quiere que la piscina siga abierta hasta el final de las vacaciones.\n"
        "Han reunido firmas en el mercado y en los colegios del barrio.\n"
        "La decisión se espera en junio, cuando se conozca el presupuesto del próximo año."
    ),
    "it": (
        "Il consiglio comunale ha discusso martedì sera della vecchia piscina che si trova vicino alla stazione.\n"
        "Gli ingegneri hanno spiegato che il tetto non resisterà un altro inverno e che i lavori costano più di un "
        "edificio nuovo.\n"
        "Secondo la sindaca bisogna parlare con chiarezza alle persone che vengono a nuotare ogni settimana.\n"
        "Un gruppo di genitori vuole che la piscina resti aperta per tutte le vacanze estive.\n"
        "Hanno raccolto firme al mercato e nelle scuole di tutto il quartiere.\n"
        "La decisione è attesa per giugno, quando si conoscerà il bilancio del prossimo anno."
    ),
    "pl": (
        "Rada miasta rozmawiała we wtorek wieczorem o starym basenie, który stoi niedaleko dworca.\n"
        "Inżynierowie powiedzieli radnym, że dach nie wytrzyma następnej zimy i że remont będzie droższy niż nowy "
        "budynek.\n"
        "Zdaniem pani burmistrz trzeba o tym uczciwie mówić z ludźmi, którzy przychodzą tu co tydzień.\n"
        "Grupa rodziców chce, żeby basen był otwarty do końca wakacji.\n"
        "Zebrali podpisy na targu i w szkołach w całej dzielnicy.\n"
        "Decyzja ma zapaść w czerwcu, kiedy będzie znany budżet na przyszły rok."
    ),
    "ru": (
        "Городской совет во вторник вечером обсуждал судьбу старого бассейна, который стоит недалеко от вокзала.\n"
        "Инженеры объяснили депутатам, что крыша не выдержит ещё одной зимы и что ремонт обойдётся дороже нового "
        "здания.\n"
        "По словам главы города, об этом надо честно говорить с людьми, которые приходят сюда каждую неделю.\n"
        "Группа родителей хочет, чтобы бассейн работал до конца летних каникул.\n"
        "Они собрали подписи на рынке и в школах всего района.\n"
        "Решение ожидается в июне, когда станет известен бюджет на следующий год."
    ),
    "sv": (
        "Kommunfullmäktige talade på tisdagskvällen om den gamla simhallen som ligger nära stationen.\n"
        "Ingenjörer hade förklarat för ledamöterna att taket inte klarar en vinter till och att en renovering "
        "kostar mer än ett nytt hus.\n"
        "Enligt ordföranden måste man vara ärlig mot de människor som simmar här varje vecka.\n"
        "En grupp föräldrar vill att simhallen ska vara öppen till slutet av sommarlovet.\n"
        "De har samlat namn på torget och i skolorna i hela området.\n"
        "Ett beslut väntas i juni, när budgeten för nästa år är klar."
    ),
    "tr": (
        "Belediye meclisi salı akşamı istasyonun yanındaki eski yüzme havuzunu görüştü.\n"
        "Mühendisler çatının bir kış daha dayanmayacağını ve onarımın yeni bir binadan daha pahalı olacağını anlattı.\n"
        "Başkana göre her hafta buraya yüzmeye gelen insanlarla bu konu açık bir biçimde konuşulmalı.\n"
        "Bir grup anne ve baba havuzun yaz tatilinin sonuna kadar açık kalmasını istiyor.\n"
        "Pazarda ve mahalledeki bütün okullarda imza topladılar.\n"
        "Kararın gelecek yılın bütçesi belli olunca haziran ayında verilmesi bekleniyor."
    ),
}
"""Languages for which the installed datatrove splits words with spaCy alone."""


def repeated_lines(article: str) -> str:
    """Return the article with its first line four more times."""
    return "\n".join([article, *[article.partition("\n")[0]] * 4])


def repeated_paragraphs(article: str) -> str:
    """Return the article as paragraphs, twice."""
    return "\n\n".join(article.split("\n") * 2)


def hashtags(article: str) -> str:
    """Return the article with a hash sign before a third of its words."""
    words = article.split(" ")
    return " ".join(f"#{word}" if number % 3 == 0 else word for number, word in enumerate(words))


def teasers(article: str) -> str:
    """Return the article with every line cut short."""
    return "\n".join(f"{line[:-1]}..." for line in article.split("\n"))


def ellipses(article: str) -> str:
    """Return the article with an ellipsis behind every second word."""
    words = article.split(" ")
    return " ".join(f"{word}..." if number % 2 else word for number, word in enumerate(words))


def bullets(article: str) -> str:
    """Return the article as a list."""
    return "\n".join(f"- {line}" for line in article.split("\n"))


def numbers(article: str) -> str:
    """Return the article with a number behind every word."""
    return " ".join(f"{word} {number}" for number, word in enumerate(article.split(" "), 100))


def menu(article: str) -> str:
    """Return the words of the article, each on its line."""
    return "\n".join(article.split())


def headings(article: str) -> str:
    """Return the article without end marks."""
    return article.replace(".\n", "\n").rstrip(".").replace("”", "").replace("“", "")


def stub(article: str) -> str:
    """Return the first sentence."""
    return article.partition("\n")[0]


def script(article: str) -> str:
    """Return the article with a line of script that ends like a sentence."""
    return f"{article}\nfunction show( box ) {{ return box.parent.open( true ) }}."


def placeholder(article: str) -> str:
    """Return the article with a line of placeholder text."""
    return f"{article}\nLorem ipsum dolor sit amet."


SPOILT = (
    repeated_lines, repeated_paragraphs, hashtags, teasers, ellipses, bullets, numbers, menu, headings, stub, script,
    placeholder,
)  # fmt: skip
