"""Which letters are frequent in the scripts of news, and how many of a text are."""

from __future__ import annotations

_LETTERS = (
    "оеаинтсрвлкмдпуы"  # Cyrillic
    "αοιετσνηυρπκμλςίόά"
    "יוהלאמרתבנש"
    "المينوترهبةسدع"
    "านรอกเงมยลวดทสต่้ะปบคไิี์ัใ"
    "のにはをたがでとしてるいなもっれらりかこすくきあんさまけ"
)
_HAN = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都"
    "同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由"
    "问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真"
    "论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空"
    "决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识"
    "候带导争运州府委示港桥城周星期六七八九百千约镇县省党记者"
    "這個們來為國說時會對於過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問應戰頭體見產話給門兒東聲員論處義幾認條氣題爾別變總電"
    "數報結場計務資統區隊決達馬書則聽卻強難權設記類據規萬張覺術領確傳師觀識帶導爭運県議協経済選挙"
)
_HANGUL = (
    "이다의는에을가고하지은로도를기사한인시들대자서정보있일수리나어제해장전원부국그아주과적공여상스구만라으비면경게계중업성동관물소위안교니당신방"
    "출조회력선용내세화오금발문민개연와월했모생말체미유행통재거요반각산등단천권식실차무배결처현진외입까작트치된러던않년명것며할히었겠습합될"
)
FAMILIAR = frozenset(_LETTERS + _HAN + _HANGUL)


def familiar_share(text: str) -> float:
    """Return the share of frequent letters among those beyond ASCII, from 0 to 1; 0 where there is none.

    About .8 in news, whatever its script; about .45 where an alphabet took the places of another, .1 for
    Chinese characters that stand for others.
    """
    letters = [char for char in text.lower() if char > "\x7f" and char.isalpha()]
    return sum(char in FAMILIAR for char in letters) / len(letters) if letters else 0.0
