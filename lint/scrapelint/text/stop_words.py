"""The words that tell a language by their mere frequency, in languages that share their script."""

from __future__ import annotations

STOP_WORDS = {
    "af": "die en van in is het nie dat om vir wat sy hy te met ook was aan deur sal hulle ons kan hierdie",
    "az": "və bu bir ilə üçün da də ki olan edib o daha isə hər ən sonra çox var olub görə kimi deyib",
    "ca": "de la el i que a en les un una els per amb del l d és no es al dels va ha més com aquest són aquesta",
    "cs": "a v se na je že z s o do to i pro ve by ale jsou po k od za jako které který při jeho také není bylo si",
    "cy": "y yn o i a ar yr mae wedi am ei gan fod oedd bod ond hefyd eu hyn ac",
    "da": "og i at det er en til af på de for med der som den et har ikke fra var han efter om ved blev også kan "
    "vil nu mere hvor sig være jeg eller",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
    "hat dass sie nach wird bei einer am um sind noch wie einem über zum zur vom haben ich wir",
    "en": "the of and to a in that is was for on it with as he be at by are this have from or his not but they which "
    "you had has will were their an said been who its she we would after about more i",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
    "este ya entre cuando fue también desde está según",
    "et": "ja on ei et see ta kui oma ka ning mis oli aga või kes nii seda veel juba kuid pärast tema ole",
    "eu": "eta da du ez bat zen dute izan dira ere egin baina zuen den dela beste baino hau",
    "fi": "ja on ei että se oli hän mutta ovat myös kun kuin joka ole mukaan tai sen jo olla vuoden sekä vain ovat",
    "fr": "de la le et les des en un du une que est pour qui dans par sur au pas plus il ne a ce avec se son sont l d "
    "aux cette ont été mais ou leur elle nous comme après",
    "gl": "de a o que e do da en un para os no unha con se por as na máis dos das é non ao pola como foi pero tamén",
    "ha": "da a ya na ta wannan cewa ne su ce don kuma domin ba sun za yi daga shi",
    "hr": "i je u na se da za su s od o a koji kao koje će koja to bi iz ne nije što te do sa biti više nakon ili",
    "hu": "a az és hogy nem is egy meg ez volt de csak már el még ezt vagy mint kell azt ki van fel aki akkor szerint",
    "id": "yang dan di dengan untuk dari ini pada dalam itu tidak akan ke juga oleh adalah ada karena bahwa tersebut "
    "telah sebagai lebih saat bisa para mereka",
    "is": "og að í á er sem til um við með var fyrir ekki en hann það af ég frá eru því hefur eftir þess þá hafa",
    "it": "di e che la il un a per è in una con non sono del da si le i della nel dei al ha alla come anche più ma lo "
    "delle gli l d stato questo dal",
    "lt": "ir į kad yra iš su tai o bet kaip už jo buvo ne jis taip tik apie nuo dėl per arba jau šio savo",
    "lv": "un ir no ar par uz ka kas lai arī tas bet vai pēc to kā gada nav viņš bija tika savu šo",
    "ms": "yang dan di dengan untuk dari ini pada dalam itu tidak akan oleh kerana bahawa ialah beliau telah kepada "
    "juga katanya adalah tersebut",
    "nl": "de van het een en in is dat op te zijn met voor die niet aan er om ook als bij door maar heeft uit naar nog "
    "was dan wordt over hij worden tot deze hebben",
    "nb": "og i å det er en til av på de for med som den et har ikke fra var han etter om ved ble også kan vil nå mer "
    "hvor seg være jeg eller mot sier",
    "pcm": "dey di wey na for dem e say don no im to and of pipo go dia make wetin as one dis",
    "pl": "w i na z się nie że do to jest o a jak od po przez za dla są ze co był tak ale czy jego już oraz być tym",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao das à seu sua ou ser "
    "são também pelo pela está até já",
    "ro": "de și în a la cu care pe să că nu din un o este mai al pentru au fi prin dar după fost sunt ca sau lui ale",
    "sk": "a v sa na je že s z o do to i pre by ale sú po k od za ako ktoré ktorý pri jeho aj nie bolo si podľa",
    "sl": "in je v na se da za so ki pa s z o tudi bi kot ne po od ali še iz bo pri bil sta ni lahko",
    "so": "oo ka ku iyo waxaa in ah uu la u ay ayaa si aan waa kale waxay soo kala",
    "sq": "e të në dhe për që me i një nga është se si ka do por më janë kjo tij ky kanë nuk u",
    "sv": "och i att det är en till av på de för med som den ett har inte från var han efter om vid blev också kan "
    "vill nu mer där sig vara jag eller men under",
    "sw": "ya na wa kwa ni la katika za kuwa cha hiyo huo huyo pia hii alisema lakini yake hayo wake ambao kama",
    "tl": "ang ng sa na mga ay at ni si para ito kay nang hindi may kung siya din ako pa isang",
    "tr": "ve bir bu da de için ile çok olarak daha en olan gibi kadar ne o sonra ama ise değil var her diye ya göre",
    "vi": "và của là có cho được trong không với các một người những này đã khi để ông từ đến ở về cũng tại như",
    "xh": "ukuba kwaye ukuze okanye kunye ngoku lo nje kuba kodwa abantu into ke apho wathi kwi le njenge nxalenye "
    "ukusuka kule yaye neliqela nalapho kuvakala esi eli esithi",
    "yo": "ni ti awọn ati o si fun pe ki lati naa ninu bi wọn jẹ kan",
    "zu": "ukuthi futhi kanye uma kodwa noma ngoba nje lapho manje abantu kusho lokhu kakhulu le",
    "be": "і ў на з не што да для па як у аб а гэта яго таксама за ён але быў яны пра ад было",
    "bg": "на и в за да се от е с по не че са като до ще към при а след това или но има му който беше си",
    "kk": "және мен бұл бір да де үшін деп бар бойынша болды туралы еді деген қазақстан сол",
    "mk": "на и во да се од за е со што не ќе ги го по ја дека се а како или беше тоа според",
    "mn": "нь байна юм бол гэж энэ ба болон хийх тус оны өөр бас",
    "ru": "и в не на что с по как к а из у от за это о для но его он же до так во был все также или при было "
    "которые после",
    "sr": "и је у на се да за су од о а који као које ће која то би из не није што са до после или",
    "uk": "і в на що не з у та до за як для про від це його але й він зі які також або після був під так бути",
    "ar": "في من على أن إلى عن التي الذي مع ما هذا هذه لا كان قد بعد كما كل بين أو ذلك و لم أنه خلال",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد می های شده ها اما",
    "ps": "د په او چې له کې ته دی سره هم یې دا کړی شوی وو",
    "ur": "کے کی میں کا اور سے ہے کو نے کہ پر ہیں اس یہ بھی تھا کر جو گیا لیے تو",
    "hi": "के में की है और से को का ने पर यह कि भी हैं एक इस नहीं लिए कर था हो ही गया तो",
    "mr": "आणि आहे या व हा ही तर आहेत केली केला त्यांनी होते असे मात्र नाही करण्यात ते तो",
    "ne": "र छ को मा छन् गरेको भने हो तथा पनि गर्न भएको लागि यो गरेका हुन",
}
"""Words in lower case, parted by spaces, by ISO 639 code."""
