"""Write lint/scrapelint/dates/names.json: months, weekdays and ages as CLDR and people write them.

    python tools/date_names.py [--check]

Babel holds the tables of CLDR. A name of one letter is left out; a short one, or one that means
different months in different languages, is kept with its languages, as in "hr:10 pl:11"; of all others the number
suffices. EXTRA are spellings of newspapers that CLDR has not.
"""

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

from babel import Locale, localedata

from scrapelint.text.folding import fold

PATH = Path(__file__).parent.parent / "lint/scrapelint/dates/names.json"

LANGUAGES = (
    "af ar az be bg bn ca cs cy da de el en es et eu fa fi fr gl gu ha he hi hr hu hy id is it ja ka kk km kn ko lt lv "
    "mk ml mr ms nb ne nl pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur vi xh zh zu"
).split()
LOCALES = {"tl": ["fil"], "nb": ["nb", "nn"], "sr": ["sr", "sr_Latn"], "hr": ["hr", "bs"], "de": ["de", "de_AT"],
           "en": ["en", "en_GB", "en_AU"], "es": ["es", "es_MX"],
           "pt": ["pt", "pt_PT"], "zh": ["zh", "zh_Hant"]}  # fmt: skip
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
PREFIXES = {"ca": ("d'",), "he": ("ב",)}
"""What is written onto a month's name."""
SUFFIXES = {"th": ("ที่",), "eu": ("k", "ren")}
"""The same, after a weekday or a month."""
SURE_LETTERS = 4
"""A shorter name is also a word of some other language ("out", "set", "mar")."""

EXTRA_MONTHS = {
    "de": {1: "jän jaenner", 2: "feber", 3: "mrz maerz mär", 9: "sept"},
    "en": {6: "june", 7: "july", 9: "sept"},
    "es": {1: "ene", 9: "set setiembre septiembre sept"},
    "pt": {9: "set septembro", 10: "out"},
    "fr": {1: "jan", 2: "fév fev fevrier", 6: "jun", 7: "jui jul", 8: "aout aoû", 9: "sep", 12: "dec decembre"},
    "it": {9: "sett"},
    "nl": {3: "mrt maart"},
    "sv": {6: "jun", 7: "jul"},
    "hu": {2: "feb", 3: "már"},
    "pl": {1: "styczen", 4: "kwiecien", 8: "sierpien", 9: "wrzesien wrzesnia", 10: "paz pazdziernik pazdziernika",
           12: "grudzien"},
    "hr": {8: "avg"},
    "sq": {7: "kor", 8: "gsh"},
    "el": {5: "μαΐου μαιου μάιος μαϊ", 8: "αυγ"},
    "ru": {2: "фев", 5: "мая май", 9: "сен сент", 11: "ноя нояб"},
    "uk": {1: "січня", 3: "берез", 4: "кві", 5: "травня тра", 6: "чер", 8: "сер", 9: "верес", 10: "жов",
           11: "лис листоп", 12: "гру"},
    "be": {1: "стд", 4: "крс", 5: "тра траўня", 8: "жнв", 9: "врс", 10: "кст", 12: "снж"},
    "bg": {1: "ян", 9: "септ"},
    "mk": {9: "септ", 11: "ноем"},
    "ro": {1: "ian", 9: "sept sep", 11: "noi nov noiem"},
    "id": {2: "pebruari peb", 3: "mrt", 5: "mai", 8: "agt ags", 11: "nop nopember"},
    "tr": {8: "agustos", 2: "subat", 9: "eylul", 11: "kasim", 12: "aralik"},
    "ar": {1: "كانون_الثاني جانفي", 2: "شباط فيفري", 3: "آذار اذار", 4: "نيسان ابريل إبريل أفريل افريل",
           5: "أيار ايار ماي", 6: "حزيران جوان يونيه يونية", 7: "تموز جويلية يوليوز يوليه يولية",
           8: "آب اغسطس أوت اوت غشت", 9: "أيلول ايلول شتنبر", 10: "اكتوبر", 11: "نونبر", 12: "دجنبر"},
    "he": {1: "ינו", 2: "פבר", 3: "מרס מארס במרס במארס", 4: "אפר", 6: "יונ", 7: "יול", 8: "אוג", 9: "ספט", 10: "אוק",
           11: "נוב", 12: "דצמ"},
    "hi": {2: "फरवरी", 8: "अगस्त", 9: "सितंबर सितम्बर", 10: "अक्टूबर अक्तूबर", 11: "नवंबर नवम्बर", 12: "दिसंबर दिसम्बर"},
    "bn": {1: "জানুয়ারি", 2: "ফেব্রুয়ারি"},
    "fa": {1: "ژانویه", 2: "فوریه", 5: "مه می", 7: "ژوئیه جولای", 8: "اوت آگوست آگست"},
    "th": {1: "มค มกรา", 2: "กพ กุมภา", 3: "มีค มีนา", 4: "เมย เมษา", 5: "พค พฤษภา", 6: "มิย มิถุนา", 7: "กค กรกฎา",
           8: "สค สิงหา", 9: "กย กันยา", 10: "ตค ตุลา", 11: "พย พฤศจิกา", 12: "ธค ธันวา"},
}  # fmt: skip
EXTRA_DAYS = {
    "de": {5: "samstag sonnabend sa"},
    "en": {1: "tues", 3: "thur thurs thu", 2: "weds wed"},
    "es": {2: "miercoles", 5: "sabado"},
    "pt": {0: "segunda", 1: "terça terca terca-feira", 2: "quarta", 3: "quinta", 4: "sexta", 5: "sabado"},
    "zh": {0: "周一 星期一 禮拜一", 6: "周日 星期天 週日"},
    "he": {0: "יום_שני", 1: "יום_שלישי", 2: "יום_רביעי", 3: "יום_חמישי", 4: "יום_שישי", 5: "יום_שבת שבת",
           6: "יום_ראשון"},
    "ar": {0: "الإثنين الاثنين", 2: "الأربعاء الاربعاء"},
    "fa": {1: "سه_شنبه سهشنبه", 2: "چهار_شنبه", 3: "پنج_شنبه"},
}  # fmt: skip
PERSIAN = (
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
)  # fmt: skip
"""Months of the Persian calendar, of Iran and of Afghanistan."""
AGES = {
    "en": {"minute": "{0} min ago|{0} mins ago|{0}m ago|{0} minutes ago", "hour": "{0} hrs ago|{0} hr ago|{0}h ago"},
    "de": {"minute": "vor {0} min", "hour": "vor {0} std|vor {0} stunden"},
    "fr": {"hour": "il y a {0}h|il y a {0} h"},
    "ja": {"minute": "{0}分前", "hour": "{0}時間前", "day": "{0}日前"},
    "zh": {"minute": "{0}分钟前|{0}分鐘前", "hour": "{0}小时前|{0}小時前", "day": "{0}天前"},
}
"""Ages that CLDR writes otherwise than web pages."""


def folded(name):
    """Return a name in the form in which it is looked up."""
    return " ".join(fold(name.replace("\u200b", "").replace("\u200c", "")).strip(" .,").split())


def fresh(code):
    """Return a locale as CLDR has it: Babel writes what one locale lacks into tables that all share."""
    localedata._cache.clear()  # noqa: SLF001 - no other door
    return Locale.parse(code)


def names(table, key):
    """Yield (number, name) of a Babel table of months or days, all contexts and widths."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from ((key(number), name) for number, name in table[context][width].items())


def collected(kind):
    """Return {name: {language: number}} of all months, or of all days."""
    found = defaultdict(dict)
    for language in LANGUAGES:
        for code in LOCALES.get(language, [language]):
            locale = fresh(code)
            table = locale.months if kind == "months" else locale.days
            for number, name in names(table, int):
                for variant in variants(kind, language, folded(name)):
                    found[variant].setdefault(language, number)
        extra = (EXTRA_MONTHS if kind == "months" else EXTRA_DAYS).get(language, {})
        for number, words in extra.items():
            for word in words.split():
                found[folded(word.replace("_", " "))].setdefault(language, number)
    return {name: by for name, by in found.items() if is_name(name)}


def variants(kind, language, name):
    """Return a name with all that is written onto it."""
    name = name.removeprefix("de ") if language == "ca" else name
    grown = [name]
    if kind == "months":
        grown += [folded(prefix + name) for prefix in PREFIXES.get(language, ()) if prefix != "d'" or name[:1] in "ao"]
    if kind == "days" or language == "eu":
        grown += [folded(name + suffix) for suffix in SUFFIXES.get(language, ())]
    return grown


def is_name(name):
    """Tell whether a name can be looked up: no number, no single letter but of Han."""
    return bool(name) and not any(c.isdigit() for c in name) and (len(name) > 1 or name >= "\u3040")


def packed(found):
    """Return {name: number, or numbers by language where they or the name are not sure}."""
    table = {}
    for name, by in sorted(found.items()):
        sure = len(set(by.values())) == 1 and (len(name) >= SURE_LETTERS or name > "\u0590")
        table[name] = str(min(by.values())) if sure else " ".join(f"{lang}:{n}" for lang, n in sorted(by.items()))
    return table


def ages():
    """Return {unit: [patterns with {0}]}, folded."""
    found = defaultdict(set)
    for language in LANGUAGES:
        fields = fresh(LOCALES.get(language, [language])[0])._data["date_fields"]  # noqa: SLF001 - no other door
        for unit in UNITS:
            for width in ("", "-short", "-narrow"):
                field = fields[unit + width] if unit + width in fields else {}  # noqa: SIM401 - `get` gives it unresolved
                patterns = dict(field["past"]).values() if "past" in field else ()
                found[unit] |= {folded(p) for p in patterns if "{0}" in p and letters(p) > 1}
            extra = AGES.get(language, {}).get(unit, "")
            found[unit] |= {folded(p) for p in extra.split("|") if p}
    return {unit: sorted(patterns) for unit, patterns in found.items()}


def letters(pattern):
    """Return how many letters a pattern has: "-{0} h" means too much to mean anything."""
    return sum(c.isalpha() for c in pattern.replace("{0}", ""))


def table():
    """Return the whole table as the file holds it."""
    persian = {folded(n): str(i) for row in PERSIAN for i, n in enumerate(row.split(), 1)}
    return {
        "languages": LANGUAGES,
        "months": packed(collected("months")),
        "persian": persian,
        "days": packed(collected("days")),
        "ages": ages(),
    }


def main():
    """Write the file, or tell whether it is as it would be written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    text = json.dumps(table(), ensure_ascii=False, indent=0) + "\n"
    if not args.check:
        PATH.write_text(text, encoding="utf-8")
    elif PATH.read_text(encoding="utf-8") != text:
        sys.exit(f"{PATH.name} is not what CLDR and this script make: run python tools/date_names.py")


if __name__ == "__main__":
    main()
