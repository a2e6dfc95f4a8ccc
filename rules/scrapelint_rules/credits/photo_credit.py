"""CRD001 photo-credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import (
    CLOSING_CONFIDENCE,
    Bad,
    Edit,
    Finding,
    Good,
    PhraseRule,
    Setting,
    Severity,
    Span,
    cap,
    ends_sentence,
    excerpt,
    hit_evidence,
    regex,
)
from scrapelint_rules.credits._shared.brackets import bracket_around, bracket_over, closed, with_space
from scrapelint_rules.credits._shared.labels import with_label
from scrapelint_rules.credits._shared.pictures.credit_shapes import (
    KINDS,
    MAX_LABEL_CHARS,
    OF_AGENCIES,
    Credit,
    is_on_loans,
    shaped_credits,
)
from scrapelint_rules.credits._shared.pictures.data import is_data, is_in_state, is_of_table
from scrapelint_rules.credits._shared.pictures.figures import is_referred_to
from scrapelint_rules.credits._shared.pictures.galleries import (
    are_story,
    counts_gallery,
    is_headline_of_pictures,
    is_only_paragraph,
)
from scrapelint_rules.credits._shared.pictures.glued_credits import GLUED_CREDIT, glued_credits
from scrapelint_rules.credits._shared.pictures.names import cuts_name, name_below, title_above
from scrapelint_rules.credits._shared.pictures.told import (
    announces,
    bracket_amid_story,
    credit_after_quotation,
    credit_after_story,
    ends_story_sentence,
    is_in_address,
    is_in_brackets_of_story,
    is_in_item,
    is_in_record,
    is_in_sentence,
    is_part_of_sentence,
    is_piece,
    is_pointer,
    names_agency_alone,
    opens_with_headline,
    points_at_picture,
    runs_into_story,
)
from scrapelint_rules.credits._shared.pictures.whose import called, may_close_story

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scrapelint.plugin import Document, Hit, Line

GLUED = 0.6
"""Confidence where a caption is glued to a paragraph: the credit is one, the rest of the line is not."""
CAPTION_ENTRIES = frozenset({"label-end", "end", "agency-end"})
"""Entries of the pack whose phrases follow a caption on its line; the others may name the source of a story."""
IN_BRACKETS = 0.93
"""Confidence of a credit in brackets after a sentence of a text without lines."""
MAX_NAMED_WORDS = 5
"""Most words before the slash of an agency that are a label and a name, of which one may be small."""
_INSIDE = "agency-inside"
"""Entry whose words follow a caption, with the day that it is of before a slash: "2023.5.8/뉴스1 © News1"."""
_DATELINE_SLASH = regex(r"[^\W\d_]/\W")
"""An agency between slashes, as it opens a story: "LARN, 3 May. /TASS/. The port"."""
MAX_NAME_CHARS = 60
"""Longest rest of a row after a label, in code points, that is the name, in a script that parts phrases at spaces."""
_STORY = (
    "The ferries of Larn sailed less often than those of Orlo in May, and were late on every second day of the month."
)
_REPORT = (
    "Der Rat stimmte am Dienstag nach sechs Stunden für die Bahn. Die Arbeiten am ersten Abschnitt dauern zwei Jahre, sagte "
    "die Bürgermeisterin am Abend. Die Hälfte der Kosten trägt das Land, den Rest teilen sich die Stadt Larn und der Bezirk. "
    "Die Bahn fährt vom Hafen bis zum Krankenhaus, und die Fahrt kostet so viel wie bisher der Bus. Sie beginnen im Mai."
)
_TABLE = "Swan\n212\n0.20\nHeron\n96\n-0.05\nGannet\n101\n0.14"
_FLAT = (
    "Wali kota Larn membuka pelabuhan pada hari Senin, setelah sembilan hari mogok kerja di pesisir utara. "
    "Juru bicaranya menepis anggapan bahwa feri dilarang berlayar ke Orlo dan ke pulau yang lain."
)
_UZBEK = (
    "Larn shahridagi port dushanba kuni qayta ochildi, dedi shahar hokimi jurnalistlarga ertalab. U yangi tartibni uzoq "
    "tushuntirdi va barcha savollarga javob berdi. Kema har ikki soatda jo'naydi va kechqurun qaytadi."
)
_HUNGARIAN = (
    "A larni tanács kedden este hat óra vita után elfogadta az új villamosvonal tervét. A vonal a kikötőtől a kórházig "
    "vezet, és tizenegy megállója lesz. A költségek felét az állam fizeti, mondta a polgármester."
)
_KOREAN = (
    "시의회가 11일 새 전차 노선의 첫 구간을 봄에 열기로 결정했다. 노선은 항구에서 병원까지 간다. 공사는 적어도 두 해가 걸린다. "
    "시의회는 이 계획을 두고 오래 다투었고 끝내 다수가 찬성했다."
)
_KOREAN_END = "시장은 노선이 예정대로 열린다고 말했다. 노조는 아직 답하지 않았다."
_CHINESE = (
    "\n\n港口上周因罢工关闭，周一重新开放。新的码头将在夏天完工，费用的一半由国家承担，市议会周二晚上批准了这项计划。"
)
_JAPANESE = (
    "評議会は六時間の議論のすえ、新しい路面電車の計画を火曜日の夜に承認した。工事は春に始まり、少なくとも二年かかる。"
    "路線は港から病院まで走り、費用の半分は国が払う。"
)
_CREDITED = regex(r"[^\W\d_]: [^\W\d_a-z][\w.'’-]{0,24}(?: [\w.'’-]{1,24}){0,4},\s{1,3}$")
"""A label, a name and a comma."""


class PhotoCredit(PhraseRule):
    """A caption or credit line of a photo inside the text.

    Why it matters: captions interrupt the story, often in the middle of an argument, and teach
    a model that sentences end in "/AFP via Getty Images".

    What to do: remove the line, or have the extractor leave out `figcaption`.
    """

    code, name, severity = "CRD001", "photo-credit", Severity.WARNING
    fix = "unsafe"
    what = "photo credit"
    opens_line = True
    packs = ("photo-credit", "caption-word")
    patterns = (*(kind.pattern for kind in KINDS), GLUED_CREDIT)
    max_line_chars = Setting(350, "longest line, in code points, that is taken for a caption as a whole", minimum=40)
    needs_wording = True
    examples = (
        Bad(
            "The dam held through the night.\n\n⟦Water pours over the spillway at Orlo. (Ana Ruiz/AFP via Getty Images)⟧"
            "\n\nBy morning the level had dropped.",
            fixed="The dam held through the night.\n\nBy morning the level had dropped.",
        ),
        Bad(
            f"{_STORY} {_STORY} ⟦(Story and photo: Ana Ruiz)⟧\n\n{_STORY}", fixed=f"{_STORY} {_STORY}\n\n{_STORY}"
        ),
        Bad(f"{_REPORT} ⟦(Text und Foto: Ana Ruiz)⟧\n\n{_STORY}", fixed=f"{_REPORT}\n\n{_STORY}"),
        Bad("⟦Foto: Marta Lind / NTB⟧\n\nRegjeringen la fram budsjettet torsdag."),
        Bad("⟦Farmers block the road to the port. Picture: Jo Hale⟧\n\nThe protest entered its third day on Monday."),
        Bad("⟦Ein Kran hebt den letzten Träger. Bild: Jana Wolf/dpa⟧\n\nDie Brücke soll im Mai öffnen."),
        Bad("⟦FILE - The harbour of Port Ellery, seen from the north, March 3.⟧\n\nThe port reopened on Tuesday."),
        Bad("⟦In this March 3, 2021, file photo, a ferry leaves the harbour.⟧\n\nThe port reopened on Tuesday."),
        Bad("The dam held.\n\n⟦Water pours over the spillway at Orlo. REUTERS/Ana Ruiz/File Photo⟧\n\nBy morning the level had dropped."),
        Bad("The dam held.\n\n⟦Water pours over the spillway. [Ana Ruiz/The Orlo Gazette]⟧\n\nBy morning the level had dropped."),
        Bad(
            "Cảng Larn đã mở cửa trở lại vào thứ Hai sau hai tuần sửa chữa. Thị trưởng cho biết công việc sẽ kéo dài đến tháng Năm. "
            "Các cửa hàng ở bến cảng mất một nửa số khách. Nội dung: Minh An, Video: Quang Hải, ⟦Photo: Lan Chi⟧",
            fixed="Cảng Larn đã mở cửa trở lại vào thứ Hai sau hai tuần sửa chữa. Thị trưởng cho biết công việc sẽ kéo dài đến tháng Năm. "
            "Các cửa hàng ở bến cảng mất một nửa số khách. Nội dung: Minh An, Video: Quang Hải, Photo: Lan Chi",
        ),
        Bad(
            "The council of Larn met on Monday.\n\nORLO The ferry brought home 200 sailors who had been held in the port for a "
            "month. Among them was Jo Hale of Larn. His son waited for him on the quay. ⟦(Photo: Reuters)⟧\n\n"
            "The bridge of Larn was opened again on Tuesday, two weeks after the flood, the mayor told reporters there.",
            fixed="The council of Larn met on Monday.\n\nORLO The ferry brought home 200 sailors who had been held in the port "
            "for a month. Among them was Jo Hale of Larn. His son waited for him on the quay.\n\n"
            "The bridge of Larn was opened again on Tuesday, two weeks after the flood, the mayor told reporters there.",
        ),
        Good(
            "Savez je u utorak uveče objavio imena ljudi koji vode njegove liste u Larnu i Orlu, i to prije roka.\nAna Morić (Larn)\n"
            "Profesorica i doktorica prava, koja sada vodi odbor za luku.\nJovan Dal (Orlo)\nLjekar i ranije poslanik u vijeću Larna.\n"
            "Darko Lind (Istočni Larn/Istočno Orlo)\nTrenutno predsjedavajući vijeća i potpredsjednik saveza.",
            why="people and their towns",
        ),
        Good(
            "The league named on Tuesday who stands for it in the towns on the coast, a week before the lists had to be in.\n"
            "Ana Ruiz (Larn)\nA teacher who leads the committee for the port.\nJo Hale (Orlo)\nA doctor and a member of the council.\n"
            "Theo Oakes (Port Ellery/East Larn)\nThe head of the council for two years.",
            why="the same",
        ),
        Good(
            "Rates: The bank could begin to cut rates in May\n\nRates were cut twice.\n\n"
            "Credit: Household debt looks solid in the context of all these years\n\nHouseholds pay what they owe.",
            why="a heading on loans",
        ),
        Bad(f"{_HUNGARIAN} ⟦Nyitókép: Kis Anna / LARNI LAP / Lap via AFP⟧", fixed=_HUNGARIAN),
        Bad(f"{_HUNGARIAN} ⟦ana / larn.example / PAP⟧", fixed=_HUNGARIAN),
        Bad(
            f"Nagy Ivó marad a larni csapat padján ⟦(Fotó: Kis Anna/MTI Fotószerkesztőség)⟧– Volt egy másik edző is. {_HUNGARIAN}",
            fixed=f"Nagy Ivó marad a larni csapat padján – Volt egy másik edző is. {_HUNGARIAN}",
        ),
        Bad(
            f"Nagy Ivó marad a larni csapat padján ⟦(Fotó: Kis Anna/MTI⟧ Mindenki örült (a kikötőben is), mondta Nagy Ivó. {_HUNGARIAN}",
            fixed=f"Nagy Ivó marad a larni csapat padján Mindenki örült (a kikötőben is), mondta Nagy Ivó. {_HUNGARIAN}",
        ),
        Bad(f"{_HUNGARIAN} ⟦A nyitókép illusztráció.⟧ ⟦Fotó: Facebook⟧", fixed=_HUNGARIAN),
        Bad(f"{_UZBEK} ⟦Surat muallifi: Ana Ruiz-Pool/Getty Images⟧", fixed=_UZBEK),
        Bad(f"{_UZBEK}⟦Tavsiya etilgan rasm: Ana Ruiz/Getty Images⟧", fixed=_UZBEK),
        Bad(f"{_UZBEK} ⟦Tavsiya etilgan rasm: Ana Ruiz/Getty Images⟧", fixed=_UZBEK),
        Bad(f"{_UZBEK} ⟦Tanlangan rasm Ana Ruiz/Getty Images orqali⟧", fixed=_UZBEK),
        Good(
            "The port asks for care:\n\n- Only install apps from your own market (Larn Store/Orlo Store)\n- Read what others say of them",
            why="two of a kind",
        ),
        Good("The port asks for care.\n\nBuy the ticket in a shop that you know (Larn Store/Orlo Store)\n\nIt is free.", why="the same"),
        Bad("The dam held.\n\n⟦Ana Ruiz/Facebook⟧\n\nBy morning the level had dropped."),
        Bad(
            "Cảng Larn mở cửa trở lại vào thứ Hai, thị trưởng nói với các phóng viên trên bến tàu vào buổi sáng.\n"
            "Bà Ruiz trao quà cho trẻ em ở Larn\n⟦Ảnh:\nKari Moe.⟧\n"
            "Phà khởi hành hai giờ một lần, và không có chuyến nào bị hủy trong tuần này, thị trưởng cho biết thêm.",
            fixed="Cảng Larn mở cửa trở lại vào thứ Hai, thị trưởng nói với các phóng viên trên bến tàu vào buổi sáng.\n"
            "Bà Ruiz trao quà cho trẻ em ở Larn\n"
            "Phà khởi hành hai giờ một lần, và không có chuyến nào bị hủy trong tuần này, thị trưởng cho biết thêm.",
        ),
        Bad(
            "11月26日，游客在大峡谷景区拍照。\n{0}\n11月26日，游客在小镇观光休闲。\n{0}\n11月26日，小朋友在学习滑雪。\n{0}".format(
                "入冬以来，拉恩的滑雪场等吸引越来越多的游客前来观光旅游。在新近公布的名单中，拉恩港成功入榜。 ⟦新华社记者 王明 摄⟧"
            ),
            fixed="11月26日，游客在大峡谷景区拍照。\n{0}\n11月26日，游客在小镇观光休闲。\n{0}\n11月26日，小朋友在学习滑雪。\n{0}".format(
                "入冬以来，拉恩的滑雪场等吸引越来越多的游客前来观光旅游。在新近公布的名单中，拉恩港成功入榜。 新华社记者 王明 摄"
            ),
        ),
        Good(
            "港口周一重新开放，市长早上在码头对记者说，渡轮每两小时一班，本周没有取消任何航班。\n图：这个\n"
            "新的码头将在夏天完工，市长补充说，\n届时渡轮将每小时一班。",
            why="a piece of a caption that links tore",
        ),
        Bad(
            f"市议会主席拉恩⟦(見圖；圖片來源：奧爾洛港)⟧周一早上在码头对记者说，渡轮每两小时一班，本周没有取消任何航班。{_CHINESE}",
            fixed=f"市议会主席拉恩周一早上在码头对记者说，渡轮每两小时一班，本周没有取消任何航班。{_CHINESE}",
        ),
        Bad(f"{_KOREAN} {_KOREAN_END}  ⟦[라른=뉴시스]⟧", fixed=f"{_KOREAN} {_KOREAN_END}"),
        Good("The mill is open.\n\nPhotos by local artists hang in the hall until May.", why="what the pictures do"),
        Good("Der Hafen ist offen.\n\nEr nannte nur eine Quelle: seinen Bruder.", why="the source of a story, in a sentence"),
        Good("港口恢复开放。\n\n警方表示，网传画面为资料图片。", why="what the police say of a picture"),
        Good("Přístav v Larnu je opět otevřen, řekl starosta.\n\n207 fotografií\n\nLoď vypluje v pondělí.", why="a gallery's counter"),
        Good("Der Hafen von Larn ist wieder offen, sagt die Stadt.\n\n12 Bilder\n\nDas Schiff fährt am Montag.", why="the same"),
        Good(
            "Os vencedores do prêmio:\n\nMunicípio: Barra do Larn/PA\n\nDois Portos/AL\n\nMunicípio: Orlo/SC",
            why="towns with the signs of their states",
        ),
        Good(
            "The ferries of the states sail again:\n\nOld Quay/AP\n\nPort Ellery/PA\n\nLarn Bay/RJ\n\nNobody was hurt.",
            why="the same",
        ),
        Good("O plano do porto.\n\nPrograma de Trabalho (Larn Saúde/Informação e Porto).\n\nO porto abriu.", why="the full stop is that of the item"),
        Good("The plan has a board. It meets in May (Larn Port/Orlo and Ellery).\n\nNobody came.", why="the same"),
        Good(
            "Larn TV\nPrice at the start (2016): 7.99\nOrlo Film/ Max\nPrice at the start (2020): 6.99\nPrice today: 8.99",
            why="the name of what has the prices below it",
        ),
        Good("The pairs:\n\nAna Ruiz/Joan\n\nTam Oakes/Juan\n\nThe winners meet on Friday.", why="a list of pairs"),
        Bad("시장이 발언하고 있다.\n⟦[사진=김하늘 기자]⟧"),
        Bad(
            f"라른 시장 “항구는 열려 있다”…노조는 반박 김하늘 라른 시장이 8⟦일 부두에서 발언하고 있다. /뉴스1⟧\n{_KOREAN}\n\n{_KOREAN_END}",
            fixed=f"라른 시장 “항구는 열려 있다”…노조는 반박 김하늘 라른 시장이 8일 부두에서 발언하고 있다. /뉴스1\n{_KOREAN}\n\n{_KOREAN_END}",
        ),
        Bad(
            f"⟦김하늘 라른 시장이 8일 부두에서 발언하고 있다. /뉴스1⟧\n{_KOREAN}\n\n{_KOREAN_END}",
            fixed=f"{_KOREAN}\n\n{_KOREAN_END}",
        ),
        Good(
            "The plane landed in Larn because of a drunk passenger, who had to be tied.\n\n"
            "The crew called the police at once, the site said. It cites the Russian agency ITAR/TASS.\n\n"
            "The plane flew on at noon, and nobody was hurt, a spokesman of the police said.",
            why="the source of the story",
        ),
        Good("Порт закрыт.\n\nЧто же, подождём до весны?... © А. Морроу. Кот сидит на причале и ждёт)))\n\nОткроют его в мае.", why="a quotation"),
        Good("Die Platte wird gelöscht.\n\n# shred -v -n 1 /dev/sda\n\nDas dauert eine Stunde.", why="a disk"),
        Good("He told Reuters that the talks had failed.", why="the agency is a source, not a credit"),
        Good(
            "The port is open.\n\nThe ferries sail again from Monday.'}, {'link': 'https://larn.example/7', 'title': 'The port of Orlo', "
            "'text': 'Image copyright Reuters\n\nThe port of Orlo was shut on Monday.'}",
            why="records that were dumped: the line has the end of one story",
        ),
        Good("The picture: three men at a table, none of them smiling, all of them waiting for a call that never came, "
             "as the minister later wrote in her memoirs of the winter.", why="a sentence that begins like a label"),
        Good("The photo by the entrance shows the founder.", why="prose about a photo"),
        Good("The mayor got praise from an odd source: Jo Hale.\n\nHe leads the opposition.", why="the label is a word of the sentence"),
        Good("The port will close in May (via The Orlo Gazette).\n\nNobody was hurt.", why="the full stop is that of the sentence"),
        Good("The port will close in May (cited by TASS)", why="the story names its source"),
        Good(
            "Der Hafen bleibt zu.\n\nDie Arbeiten dauern bis Mai, wie der Sprecher sagte. (dpa/rt)",
            why="the agency that the text is of",
        ),
        Good("The port will close in May, sources told Reuters/AP.\n\nNobody was hurt.", why="the story names its source"),
        Good("ЛАРН, 3 мая. /ТАСС/. Порт откроют в понедельник\nутром, сказал мэр.", why="the line on place and day of a story"),
        Bad(
            "The port was closed.\n\n⟦Photo: Jo Hale.⟧ The council votes on the plan next week.\n\nNobody was hurt.",
            fixed="The port was closed.\n\nThe council votes on the plan next week.\n\nNobody was hurt.",
        ),
        Bad(
            "The port was closed.\n\nWater pours over the spillway. ⟦(Photo: Jo Hale)⟧ The council votes next week.",
            fixed="The port was closed.\n\nWater pours over the spillway. The council votes next week.",
        ),
        Good("This is what she wrote (source: Orlo Mail):\n\nIt was cold.", why="the source of what follows"),
        Good("Director: Ana Ruiz\nScript: Jo Hale\nPhotography: Juan Gil\nLength: 90 minutes", why="the data of a film"),
        Bad(
            "Ada Morrow scores the winner in Larn, seconds before the end. ⟦Ana Ruiz/AFP⟧\n\n"
            "A child waves from the stand of the old stadium. ⟦[Jo Hale/The Orlo Gazette]⟧\n\n"
            "The mayor of Orlo cuts the ribbon, behind her the council. ⟦Picture: Jo Hale⟧\n\nMore pictures.",
            fixed="Ada Morrow scores the winner in Larn, seconds before the end. Ana Ruiz/AFP\n\n"
            "A child waves from the stand of the old stadium. [Jo Hale/The Orlo Gazette]\n\n"
            "The mayor of Orlo cuts the ribbon, behind her the council. Picture: Jo Hale\n\nMore pictures.",
        ),
        Good("The makers ask for votes:\n\nhttps://www.larn.example/dpa/votes", why="an address"),
        Good("The port of Larn is closed.\n\nRomanian Română\nSerbian Српски/Srpski\nTurkish Türkçe", why="a language and its own name"),
        Good(
            "Le onde nel porto di Larn hanno una frequenza sola (vedi figura 2).\n\nFigura 2: Le onde davanti al molo di Larn\n\n"
            "Nel porto di Orlo non si misura nulla.",
            why="the legend of a figure to which the text refers",
        ),
        Good("The ships lie here.\n\nPort Ellery/Larn\n: Two ferries and a tug.\n\nNobody was hurt.", why="the label of an item, on a line of its own"),
        Good("They choose first:\n\n1) Larn Bears (via Orlo Lions), 1-9\n\n2) Ellery Saints, 2-9", why="an item of a list"),
        Good("She pays in parts.\n\nHe pays for the boat (via orlopay) within a month.\n\nIt costs more.", why="the bracket is within a sentence"),
        Good(
            "FOTOS: Retrato de la vida en el puerto viejo 04/27/2021\n\nEl consejo de Orlo se reunió el martes y habló de sus deudas.",
            why="the headline over pictures",
        ),
        Good(
            "PHOTOS: Storm leaves boats on the streets of Larn\n\nThe council of Orlo met on Tuesday night and spoke of its debts.",
            why="the headline over pictures",
        ),
        Good(
            "4876\nPHOTOS: यहां बर्फीले तूफान का कहर, सड़कों पर बिछी सात फीट ऊंची बर्फ\nयूरोप में बर्फीले तूफान ने भारी तबाही मचाई है और कई सड़कें बंद हैं।",
            why="the headline over pictures, below the number of the article",
        ),
        Good("写真：嵐で船が旧市街の通りに打ち上げられる\n\n評議会は火曜日の夜に集まり、借金について話した。", why="the headline over pictures"),
        Good(f"{_STORY}\n\nBoat\nOff EPA/Trip\nTrips\n{_TABLE}\n\n{_STORY}", why="the heading of a column"),
        Good(f"{_STORY}\n\nPaper\nPolls\nError\n{_TABLE}\nLarn News/Reuters\n7\n0.4\n\n{_STORY}", why="a cell of a table"),
        Good(f"{_STORY}\n\nBoot\nFahrten\nTage\n{_TABLE}\nQuelle: Larner Hafenamt\n\n{_STORY}", why="the source of a table"),
        Bad(f"{_STORY}\n\nBoat\nTrips\nDays\n{_TABLE}\n⟦Photo: Jo Hale / AFP⟧\n\n{_STORY}"),
        Bad(
            'The port was closed.\n\n"We had never seen the water so high," he said. The shops open on Monday. ⟦(Reuters/Jo Hale)⟧',
            fixed='The port was closed.\n\n"We had never seen the water so high," he said. The shops open on Monday.',
        ),
        Bad(
            "Pelabuhan ditutup.\n\n“Kami belum pernah melihat air setinggi itu,” kata wali kota. Dua kapal di Larn. ⟦REUTERS/Jo Hale⟧\n\nToko buka.",
            fixed="Pelabuhan ditutup.\n\n“Kami belum pernah melihat air setinggi itu,” kata wali kota. Dua kapal di Larn.\n\nToko buka.",
        ),
        Bad(
            "Порт закрыт.\n\n«Такой воды мы ещё не видели», — сказал мэр Ларна. ⟦Фото: Ада Морроу⟧\n\nМагазины открыты.",
            fixed="Порт закрыт.\n\n«Такой воды мы ещё не видели», — сказал мэр Ларна.\n\nМагазины открыты.",
        ),
        Bad(
            "The port was closed.\n\nThe ferry lay in the port of Larn. The crew slept on board. ⟦(Reuters/Jo Hale)⟧",
            fixed="The port was closed.\n\nThe ferry lay in the port of Larn. The crew slept on board.",
        ),
        Good("A kikötő zárva maradt Larnban.\n\nA munkák májusig tartanak - közölte a szóvivő. (via MTI)\n\nNyitás.", why="the agency that the text is of"),
        Bad(
            "The port of Larn was shut for a year, as all know by now, and nobody was allowed to see the new bridge before it was "
            "done. ⟦Ana Ruiz/AFP via Getty Images⟧ Mayor Hale opened it on Monday, in the rain, with all of the children of the town. "
            "They stood on the bridge. ⟦Photo: Reuters⟧ Nobody fell.",
            fixed="The port of Larn was shut for a year, as all know by now, and nobody was allowed to see the new bridge before it was "
            "done. Mayor Hale opened it on Monday, in the rain, with all of the children of the town. They stood on the bridge. "
            "Nobody fell.",
        ),
        Bad(
            "Der Hafen von Larn war ein Jahr lang gesperrt, und niemand durfte die neue Brücke sehen, bevor sie fertig war. Boote vor "
            "der Brücke ⟦(Foto: Anna Lind/dpa)⟧ Bürgermeisterin Hale hat sie am Montag im Regen eröffnet, mit allen Kindern der Stadt.",
            fixed="Der Hafen von Larn war ein Jahr lang gesperrt, und niemand durfte die neue Brücke sehen, bevor sie fertig war. Boote "
            "vor der Brücke Bürgermeisterin Hale hat sie am Montag im Regen eröffnet, mit allen Kindern der Stadt.",
        ),
        Bad(
            "Burmistrz Larnu otworzył w poniedziałek nowy most, w deszczu i ze wszystkimi dziećmi z miasta, które czekały od rana. Łodzie "
            "przy moście ⟦Źródło: Anna Ruiz/PAP⟧ Na nabrzeżu stało stu gości z Orlo, i nikt nie spadł do wody.",
            fixed="Burmistrz Larnu otworzył w poniedziałek nowy most, w deszczu i ze wszystkimi dziećmi z miasta, które czekały od rana. "
            "Łodzie przy moście Na nabrzeżu stało stu gości z Orlo, i nikt nie spadł do wody.",
        ),
        Bad(
            f"라른 항구에 나타난 곰 ⟦[라른시 제공. 재판매 및 DB 금지]⟧{_KOREAN}",
            fixed=f"라른 항구에 나타난 곰{_KOREAN}",
        ),
        Bad(
            f"{_KOREAN}\n\n⟦라른시 한 경로당 쉼터 모습\n[독자 제공. 재판매 및 DB 금지]⟧\n\n{_KOREAN_END}",
            fixed=f"{_KOREAN}\n\n{_KOREAN_END}",
        ),
        Bad(
            f"라른시 경로당, 올여름 쉼터로 다시 문 연다\n⟦[독자 제공. 재판매 및 DB 금지]⟧\n\n{_KOREAN}\n\n{_KOREAN_END}",
            fixed=f"라른시 경로당, 올여름 쉼터로 다시 문 연다\n\n{_KOREAN}\n\n{_KOREAN_END}",
        ),
        Bad(
            f"{_KOREAN}\n\n시장은 부두에서 말했다.\n⟦[라른시 제공. 재판매 및 DB 금지]⟧\n\n{_KOREAN_END}",
            fixed=f"{_KOREAN}\n\n시장은 부두에서 말했다.\n\n{_KOREAN_END}",
        ),
        Bad(f"{_KOREAN} 라른의 곰. 기사와 직접 관련 없음. ⟦[라른통신 자료사진]⟧ {_KOREAN}"),
        Bad(
            "拉恩的港口週一重新開放，渡輪每兩小時一班，市長早上在碼頭對記者說，本週沒有取消任何航班，旅客不必改期。\n"
            "⟦▲拉恩市長週一早上在港口的碼頭對記者說明新的班次，並表示下個月起將再增加兩班渡輪，費用的一半由國家負擔，票價不變。（圖／翻攝自臉書）⟧\n"
            "新的碼頭將在夏天完工，費用的一半由國家負擔，市議會週二晚上批准了這項計畫，並感謝所有的居民。",
            fixed="拉恩的港口週一重新開放，渡輪每兩小時一班，市長早上在碼頭對記者說，本週沒有取消任何航班，旅客不必改期。\n"
            "新的碼頭將在夏天完工，費用的一半由國家負擔，市議會週二晚上批准了這項計畫，並感謝所有的居民。",
        ),
        Bad(f"ラーンで試合に出たモロー⟦[写真]=Orlo Images⟧\u30006月28日、{_JAPANESE}"),
        Bad(f"⟦写真：Larn Watch⟧\u3000{_JAPANESE}", fixed=f"\u3000{_JAPANESE}"),
        Bad(f"⟦（写真：LARN WEB）⟧{_JAPANESE}", fixed=_JAPANESE),
        Good(f"（写真を撮ったのはラーンの市長だった）{_JAPANESE}", why="a bracket of the story"),
        Good(f"写真：Orlo{_JAPANESE}", why="nothing tells where the name ends"),
        Good("Images are archived in a system called PACS (Picture Archiving and Communication Systems).", why="no agency"),
        Bad(
            "A kikötő zárva marad.\n\nA munkálatok májusig tartanak, közölte a szóvivő. A költségek felét az állam fizeti. ⟦(via Orlo Hale / AFP)⟧\n\n"
            "A larni tanács kedden dönt a tervről.",
            fixed="A kikötő zárva marad.\n\nA munkálatok májusig tartanak, közölte a szóvivő. A költségek felét az állam fizeti.\n\n"
            "A larni tanács kedden dönt a tervről.",
        ),
        Bad(
            "Der Hafen bleibt zu.\n\nIm vergangenen Monat war er auch in Orlo und an der Küste im Norden gesperrt. ⟦(Foto: AFP / Ana Ruiz)⟧",
            fixed="Der Hafen bleibt zu.\n\nIm vergangenen Monat war er auch in Orlo und an der Küste im Norden gesperrt.",
        ),
        Bad(
            "สภาเมืองลาร์นอนุมัติแผนสร้างรถรางสายใหม่เมื่อคืนวันอังคาร หลังการอภิปรายนานหกชั่วโมง นายกเทศมนตรีกล่าวว่าจะเริ่มก่อสร้างในฤดูใบไม้ผลิ "
            "และใช้เวลาอย่างน้อยสองปี. ⟦ขอบคุณภาพจาก พี่โจ ชาวลาร์น และ เพจ ข่าวออร์โล⟧",
            fixed="สภาเมืองลาร์นอนุมัติแผนสร้างรถรางสายใหม่เมื่อคืนวันอังคาร หลังการอภิปรายนานหกชั่วโมง นายกเทศมนตรีกล่าวว่าจะเริ่มก่อสร้างในฤดูใบไม้ผลิ "
            "และใช้เวลาอย่างน้อยสองปี.",
        ),
        Good(
            "Larn (ANTARA) - Wali kota memperpanjang masa evaluasi peraturan tentang devisa dari sumber daya alam (DHE SDA).\n\n"
            "Pelabuhan dibuka lagi pada hari Senin, kata juru bicara wali kota.",
            why="a dateline, and at the end of its paragraph a short name",
        ),
        Good(
            "ORLO (Reuters) – The council of Larn wants a word in the plans of the Belga Port Authority (BPA TT).\n\n"
            "It meets on Monday, the mayor told reporters in the port.",
            why="the same",
        ),
        Bad(
            f"{_FLAT} Ana Ruiz ⟦Foto: Wali kota Larn Ana Ruiz (Orlo/detikcom)⟧ Wali kota menolak rencana itu. {_FLAT}",
            fixed=f"{_FLAT} Ana Ruiz Wali kota menolak rencana itu. {_FLAT}",
        ),
        Bad(
            "Шесть катеров ведут баржу в порт Ларна, утро среды. ⟦Фотография: Jo Hale, Larn University Группа⟧\n"
            "инженеров из Орло показала в среду, что шести малых катеров для этого довольно.\n\nПорт открыт с мая.",
        ),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield a finding for each line in the shape of a credit, by the first shape that fits, each with its whole label."""
        return (with_label(doc, finding) for finding in self._credits(doc))

    def _credits(self, doc: Document) -> Iterator[Finding]:
        shaped = shaped_credits(doc)
        worded = [hit for hit in self.best_hits(doc) if hit.line.index not in shaped]
        credited = [*(credit.line for credit in shaped.values()), *(hit.line for hit in worded)]
        # Captions are the page's beside a story, and the story itself in a gallery: counted over all of them first.
        in_gallery = not doc.is_flat and are_story(doc, credited)
        for credit in shaped.values():
            yield self._on_credit(doc, credit, in_gallery=in_gallery)
        for hit in worded:
            yield self._on_words(doc, hit) if in_gallery else self.on_hit(doc, hit)
        flagged = {line.index for line in credited}
        for span in glued_credits(doc):
            if doc.line_at(span.start).index not in flagged:
                yield self._on_bracket(doc, IN_BRACKETS, span, {"kind": "glued"})

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether a phrase is no part of a sentence, no data of a film and not all that there is of the article."""
        line, start = hit.line, hit.start - hit.line.start
        if is_in_sentence(line, start) or is_only_paragraph(doc, line) or announces(hit) or names_agency_alone(line):
            return False
        if (
            is_piece(doc, line)
            or is_in_address(line, start)
            or is_in_item(line, start)
            or is_of_table(doc, line)
            or is_in_record(line)
        ):
            return False
        is_note = hit.entry.id == "word" and " " in hit.phrase
        if is_on_loans(line) or (doc.is_flat and not is_note and ends_sentence(line.text.rstrip(" )]"))):
            return False
        if (
            _DATELINE_SLASH.search(doc.text, hit.start, hit.end)
            or is_referred_to(doc, hit)
            or counts_gallery(doc, hit)
            or is_in_state(doc, line)
            or is_part_of_sentence(doc, hit)
        ):
            return False
        if is_in_brackets_of_story(line, start) or (hit.phrase[0] == "/" and ends_story_sentence(line, start)):
            return False
        return start > line.key_start - line.start or not (is_data(doc, line) or is_headline_of_pictures(doc, line))

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on the line, and on the next one where that has the name after a label."""
        if hit.entry.id == _INSIDE and doc.text[hit.start - 1 : hit.start] == "/":
            return self._on_words(doc, hit)
        amid = bracket_amid_story(doc.text, hit.line, hit.start)
        if amid:
            return self._on_pointer(doc, hit, amid)
        below = name_below(doc, hit)
        return self._on_label(doc, hit, below) if below else self._on_line(doc, hit)

    def _on_pointer(self, doc: Document, hit: Hit, bracket: Span) -> Finding:
        """Return the finding on a bracket in the midst of a sentence that points at a picture; on the words if it says more."""
        if points_at_picture(doc.text[bracket.start + 1 : hit.start]):
            return self._on_bracket(doc, hit.entry.confidence, bracket, hit_evidence(hit))
        return self._on_words(doc, hit)

    def _on_line(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on the line; where sentences of the story are beside the credit only on that."""
        if doc.is_phrase(hit.line) and doc.rest_of_row(hit.line):
            return self._on_piece(doc, hit)
        after_story = credit_after_story(doc, hit.line)
        bracket = after_story or bracket_around(doc.text, Span(hit.start, hit.end))
        has_text_after = bracket and not doc.is_flat and any(map(str.isalpha, doc.text[bracket.end : hit.line.end]))
        if bracket and (after_story or has_text_after):
            return self._on_bracket(doc, hit.entry.confidence, bracket, hit_evidence(hit))
        if runs_into_story(doc, hit.line) or opens_with_headline(doc, hit.line):
            return self._on_words(doc, hit)
        return self._in_flat(doc, hit, bracket) if doc.is_flat else self._on_row(doc, hit)

    def _on_row(self, doc: Document, hit: Hit) -> Finding:
        is_caption = hit.entry.id in CAPTION_ENTRIES or is_pointer(hit.line)
        if is_caption and len(hit.line.text) <= self.max_line_chars:
            return self._on_caption(doc, hit)
        return super().on_hit(doc, hit)

    def _in_flat(self, doc: Document, hit: Hit, bracket: Span | None) -> Finding:
        if hit.phrase.startswith("/"):
            return self._on_agency(doc, hit)
        bracket = bracket or bracket_over(doc.text, hit.start)
        before = doc.text[hit.line.start : bracket.start].strip() if bracket else ""
        if bracket and (not before or ends_sentence(before)):
            return self._on_bracket(doc, hit.entry.confidence, bracket, hit_evidence(hit))
        if hit.start - hit.line.start <= MAX_LABEL_CHARS:
            return super().on_hit(doc, hit)
        evidence = hit_evidence(hit)
        return self._on_bracket(doc, hit.entry.confidence, bracket, evidence) if bracket else self._on_words(doc, hit)

    def _on_agency(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on an agency after a slash, with the name before it where no other words are there."""
        words = doc.text[hit.line.start : hit.start].split()
        small = sum(word[:1].islower() for word in words)
        if len(words) > MAX_NAMED_WORDS or small > 1:
            return self._on_words(doc, hit)
        span = Span(hit.line.span.start, doc.part(hit).end)
        about = f'{self.calls(doc, hit)}: "{excerpt(doc.text[span.start : span.end])}"'
        return self.on_part(
            doc, hit.line, span, message=about, confidence=hit.entry.confidence, evidence=hit_evidence(hit)
        )

    def calls(self, doc: Document, hit: Hit) -> str:
        """Return what a hit is called."""
        return "words of a picture or gallery" if hit.entry.concept == "caption-word" else called(doc, hit.line)

    def _on_label(self, doc: Document, hit: Hit, below: Line) -> Finding:
        """Return the finding on a label and the name on the line below it, which a program broke at a link."""
        about = f'{self.calls(doc, hit)}: "{excerpt(doc.text[hit.start : below.end])}"'
        confidence, evidence = hit.entry.confidence, hit_evidence(hit)
        return self.on_lines(
            doc, hit.line, below, message=about, confidence=confidence, evidence=evidence,
            at_most=self.stated_cap(confidence),
        )  # fmt: skip

    def _on_bracket(self, doc: Document, confidence: float, bracket: Span, evidence: Mapping[str, object]) -> Finding:
        what = called(doc, doc.line_at(bracket.start), in_bracket=True)
        about = f'{what}: "{excerpt(doc.text[bracket.start : bracket.end].strip("()[]"))}"'
        confidence = min(confidence, IN_BRACKETS)
        return self.finding(
            about, bracket, confidence=confidence, evidence=evidence, edits=[Edit(*with_space(doc.text, bracket))],
            fix_message="remove the credit", at_most=cap(confidence),
        )  # fmt: skip

    def _on_piece(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on a label and the name after it, which has spaces, up to the end of the row if it is near."""
        after = doc.rest_of_row(hit.line)
        if len(after) > MAX_NAME_CHARS:
            return self._on_words(doc, hit)
        span, about = Span(hit.line.start, hit.line.end + len(after)), f'photo credit: "{excerpt(hit.phrase)}"'
        return self.on_part(
            doc, hit.line, span, message=about, confidence=hit.entry.confidence, evidence=hit_evidence(hit)
        )

    def _on_words(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on the words alone, which nothing is done about: the rest of the line is the story's."""
        about = f'{self.calls(doc, hit)}: "{excerpt(doc.text[hit.start : hit.end])}"'
        return self.finding(
            about, (hit.start, hit.end), confidence=GLUED, evidence=hit_evidence(hit), at_most=Severity.INFO
        )

    def _on_caption(self, doc: Document, hit: Hit) -> Finding:
        about = f'{self.calls(doc, hit)}: "{excerpt(doc.text[hit.start : hit.end])}"'
        confidence = hit.entry.confidence
        credit = credit_after_quotation(doc, hit.line, Span(hit.start, hit.end))
        if credit:
            return self._on_end(doc, hit.line, credit, about, confidence, hit_evidence(hit))
        above = title_above(doc, hit.line)
        return self.on_lines(
            doc,
            above or hit.line,
            hit.line,
            message=about,
            confidence=confidence,
            evidence=hit_evidence(hit),
            at_most=self.stated_cap(confidence),
        )

    def _on_end(
        self, doc: Document, line: Line, credit: Span, about: str, confidence: float, evidence: Mapping[str, object]
    ) -> Finding:
        """Return the finding on a credit after the story's own words: on that alone, without a fix if it cuts a name."""
        before = doc.text[line.start : credit.start]
        if not (ends_sentence(before) or doc.text[credit.start] in "(["):
            return self.finding(about, credit, confidence=GLUED, evidence=evidence, at_most=Severity.INFO)
        at_most = self.stated_cap(confidence)
        return self.finding(
            about, credit, confidence=confidence, evidence=evidence, edits=[Edit(*with_space(doc.text, credit))],
            fix_message="remove the credit", at_most=at_most,
        )  # fmt: skip

    def _on_credit(self, doc: Document, credit: Credit, *, in_gallery: bool) -> Finding:
        kind, line, words = credit.kind, credit.line, credit.words
        about = f'{called(doc, line, in_bracket=kind.name in OF_AGENCIES)}: "{excerpt(words)}"'
        evidence = {"kind": kind.name, "credit": words}
        after_story = credit_after_story(doc, line)
        if after_story:
            return self._on_bracket(doc, kind.confidence, after_story, evidence)
        span, named = closed(doc.text, credit.span, MAX_NAME_CHARS), credit.named
        if named or (doc.is_flat and not (cuts_name(doc, span) or credit.is_headline or _ends_list(doc, span))):
            return self.on_part(doc, line, named or span, message=about, confidence=kind.confidence, evidence=evidence)
        is_glued = in_gallery or doc.is_flat or len(line.text) > self.max_line_chars or runs_into_story(doc, line)
        is_glued = is_glued or opens_with_headline(doc, line)
        after = None if is_glued else credit_after_quotation(doc, line, span)
        if after:
            return self._on_end(doc, line, after, about, kind.confidence, evidence)
        if is_glued or is_only_paragraph(doc, line):
            return self.finding(about, span, confidence=GLUED, evidence=evidence, at_most=Severity.INFO)
        closing = may_close_story(doc, kind, line)
        confidence = CLOSING_CONFIDENCE if closing else kind.confidence
        return self.on_lines(
            doc, line, message=about, confidence=confidence, evidence=evidence,
            at_most=Severity.INFO if closing else self.stated_cap(confidence),
        )  # fmt: skip


def _ends_list(doc: Document, credit: Span) -> bool:
    """Tell whether a credit is the last of several on its row: "Text: Ana Ruiz, Video: Jo Hale, Photo: Kari Moe"."""
    return _CREDITED.search(doc.text[max(0, credit.start - MAX_NAME_CHARS) : credit.start]) is not None
