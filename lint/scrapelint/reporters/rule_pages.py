"""From a rule to its page: why it matters, what to do, and its examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.confidence import measured, total
from scrapelint.resources.addresses import RULES_URL
from scrapelint.selection.rule_settings import shown
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapelint.rule import Rule
    from scrapelint.selection.registry import Registry

_WHAT_TO_DO = re.compile(r"What to do:\s*(.*?)(?=\n\n|\Z)", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.!?])\s")
MAX_EXAMPLE_CHARS = 1500
"""Longer examples are cut on the page; the test still sees all of them."""

ANY_LANGUAGE = "any"
"""Stands for the languages of a rule that does not look at words."""

FAMILIES = {
    "ACC": "Accepted findings",
    "CMT": "Comments",
    "CRD": "Credits and captions",
    "DAT": "Dates and times",
    "DUP": "Duplicates across articles",
    "ENC": "Encoding",
    "INP": "Input",
    "LLM": "Leftovers of assistants",
    "LNG": "Language",
    "MET": "Metadata",
    "MTX": "Machine translation and spinning",
    "NAV": "Navigation and related links",
    "PRO": "Promotion",
    "QUA": "Corpus statistics",
    "REP": "Repetition",
    "SEG": "Broken text",
    "SIT": "Sites across articles",
    "WAL": "Walls and error pages",
}
"""What rules are about, by the first letters of their codes."""


def page_url(code: str) -> str:
    """Return where the page of a rule is; of a rule of a plugin, whose page is not in this manual, the catalogue."""
    return RULES_URL + code if code[:3] in FAMILIES else RULES_URL


class Drawing(NamedTuple):
    """How a page shows an article with what is reported in it."""

    about: str
    """What the page says above them."""
    article: Callable[[Any], str]
    """Returns an example of one article, `Bad`, in Markdown."""


def page(rule: type[Rule], drawing: Drawing | None = None) -> str:
    """Return the page of a rule in Markdown; without a `drawing`, examples are blocks with ⟦marks⟧."""
    title = f"# {rule.name} ({rule.code})"
    examples = _examples(rule, drawing or Drawing("What is reported is between ⟦ and ⟧.", _marked))
    parts = [title, _facts(rule), documentation(rule), *examples, *_measured(rule), *_settings(rule)]
    return "\n\n".join(parts) + "\n"


def documentation(rule: type[Rule]) -> str:
    """Return the docstring of a rule, without the indentation of the code; `inspect` would take a tenth of a start."""
    from textwrap import dedent

    first, _, rest = (rule.__doc__ or "").partition("\n")
    return f"{first.strip()}\n{dedent(rest)}".strip()


def summary(rule: type[Rule]) -> str:
    """Return the first line of a rule's docstring: what it flags."""
    return documentation(rule).partition("\n\n")[0].replace("\n", " ")


def advice(rule: type[Rule]) -> str:
    """Return the first sentence of what a rule's page says under "What to do"; may be empty."""
    found = _WHAT_TO_DO.search(documentation(rule))
    return _SENTENCE.split(" ".join(found[1].split()), maxsplit=1)[0] if found else ""


def description(rule: type[Rule], languages: Iterable[str] = ()) -> dict[str, Any]:
    """Return a rule as the object that `scrapelint rules --output-format json` prints."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.code[:3],
        "severity": rule.severity.label,
        "fix": rule.fix,
        "languages": list(languages) or [ANY_LANGUAGE],
        "status": rule.status,
        "native_share": rule.native_share,
        "summary": summary(rule),
        "settings": {
            shown(name): {"default": s.default, "about": s.about, "minimum": s.minimum, "maximum": s.maximum}
            for name, s in rule.settings().items()
        },
    }


def native_share(rule: type[Rule]) -> str:
    """Return in words what share of honest articles a rule flags; empty where nobody measured."""
    if rule.native_share is None:
        return ""
    return f"flags {f'{rule.native_share:.1%}' if rule.native_share else 'none'} of the native articles measured"


def languages_of(registry: Registry) -> dict[str, list[str]]:
    """Return the languages of the packs that each rule reads, by code."""
    known = registry.phrases().whole().languages()
    return {
        code: sorted(set().union(*(known.get(concept, ()) for concept in rule.packs)))
        for code, rule in registry.rules.items()
    }


def _facts(rule: type[Rule]) -> str:
    fix = f"{rule.fix} fix" if rule.fix else "no fix"
    status = "" if rule.status == "stable" else f" · {rule.status}"
    share = "" if rule.native_share is None else f" · {native_share(rule)}"
    return f"{rule.severity.label} · {fix}{status}{share}"


def _examples(rule: type[Rule], drawing: Drawing) -> Iterator[str]:
    bad = [e for e in rule.examples if type(e).__name__.startswith("Bad")]
    good = [e for e in rule.examples if type(e).__name__.startswith("Good")]
    if bad:
        yield f"## Reported\n\n{drawing.about}" if "⟦" in str(bad) else "## Reported"
        yield from (_example(e, drawing.article) for e in bad)
    if good:
        yield "## Not reported"
        yield from (_example(e, _marked) for e in good)


def _example(example: Any, article: Callable[[Any], str]) -> str:
    if hasattr(example, "articles"):
        return _together(example)
    if hasattr(example, "content"):
        head, block = f"`{example.filename}`", _block(example.content.decode("utf-8", "backslashreplace"))
    else:
        head = "".join(f"`{name}`: {value}\n" for name, value in example.fields.items()).rstrip()
        block = article(example)
    why = getattr(example, "why", "")
    fixed = getattr(example, "fixed", None)
    notes = [head, block, f"{why[:1].upper()}{why[1:]}." if why else ""]
    if fixed is not None:
        notes += ["Mended:", _block(fixed)]
    return "\n\n".join(filter(None, notes))


def _marked(example: Any) -> str:
    return _block(example.text)


def _together(example: Any) -> str:
    """Return an example of several articles: each with its fields, and which are reported."""
    parts = []
    for number, article in enumerate(example.articles, 1):
        known = {"file": article.filename, **article.fields} if article.filename else article.fields
        head = "".join(f" · `{name}`: {value}" for name, value in known.items())
        parts += [f"Article {number}{head}", _block(article.text)]
    if hasattr(example, "why"):
        return "\n\n".join([*parts, f"{example.why[:1].upper()}{example.why[1:]}."])
    return "\n\n".join([*parts, f"Reported: {', '.join(map(str, example.reported))}."])


def _block(text: str) -> str:
    """Return an example as a block of code, in a fence that it does not contain."""
    shown_lines = [visible(line) for line in text[:MAX_EXAMPLE_CHARS].split("\n")]
    fence = "```" if "```" not in text else "`````"
    cut = "\n…" if len(text) > MAX_EXAMPLE_CHARS else ""
    return f"{fence}text\n" + "\n".join(shown_lines) + f"{cut}\n{fence}"


def _measured(rule: type[Rule]) -> Iterator[str]:
    """Yield what was measured of a rule: by kind, how often it was right, on how many pages, sites and languages."""
    kinds = measured(rule.__module__.partition(".")[0]).counts(rule.code)
    if not kinds:
        return
    rows = []
    for kind, by_language in kinds.items():
        count = total(by_language.values())
        languages = ", ".join(sorted(name or "?" for name in by_language))
        share = f"{count.right / count.pages:.0%}" if count.pages else ""
        rows.append(f"| {kind or rule.name} | {share} | {count.pages:g} | {count.sites} | {languages} |")
    head = "| kind | right | pages | sites | languages |\n| --- | --- | --- | --- | --- |\n"
    about = "How often it was right on labelled pages, where it was seen; see [Measuring](../measuring.md)."
    yield f"## Measured\n\n{about}\n\n{head}" + "\n".join(rows)


def _settings(rule: type[Rule]) -> Iterator[str]:
    settings = rule.settings()
    if not settings:
        return
    lines = [f"- `{shown(name)}` = `{setting.default!r}`: {setting.about}" for name, setting in settings.items()]
    yield f"## Settings\n\nUnder `[rules.{rule.name}]` in the configuration, with `severity`:\n\n" + "\n".join(lines)
