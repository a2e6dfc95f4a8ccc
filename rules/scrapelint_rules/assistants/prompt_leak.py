"""LLM003 prompt-leak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, LinePattern, PhraseRule, Severity, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit

_BLANKS = LinePattern(
    r"\[(?:[Ii]nsert|[Yy]our|INSERT|YOUR|[Ff]ill in|[Ee]nter|[Aa]dd|[Cc]ompany|[Rr]eporter'?s?|[Aa]uthor'?s?) [A-Za-z' /]{2,40}\]"
    r"|\[(?:INSERT|ADD|YOUR|ENTER)_[A-Z_]{2,40}\]|\b(?:19|20)\d\d-(?:XX|xx)-(?:XX|xx)\b"
    r"|\[(?:(?:Full |First |Last )?Name|Date|Location|Organi[sz]ation|Company|City|Country|Phone|Email|Job Title)\]",
    ("[insert", "[your", "[fill in ", "[enter", "[add", "[company", "[reporter", "[author", "-xx-xx", "name]", "[date]", "[location]",
     "[organi", "[city]", "[country]", "[phone]", "[email]", "[job title]"),
)  # fmt: skip
"""A blank that nobody filled in: "[Insert name]"."""
_WORD = regex(r"\[[A-Z][a-z]{2,20}\]")
_ON_PROMPTS = regex(r"(?i)\bprompts?\b|промпт|提示[词詞]|プロンプト|프롬프트")
MIN_PROMPTS = 2
"""Times that an article on prompts says the word, in any language."""
MIN_WORDS = 2
"""Different blanks of one word from which they count."""


class PromptLeak(PhraseRule):
    """Instructions to a model, or blanks that it left: "Write a 500-word article", "[Insert name]".

    Why it matters: the text was written by a model and read by nobody before it was published.

    What to do: drop the record, and look at what else comes from that site.
    """

    code, name, severity = "LLM003", "prompt-leak", Severity.ERROR
    packs = ("prompt-leak",)
    patterns = (_BLANKS,)
    skipped_entries = frozenset({"placeholder", "placeholder-start"})
    what = "instruction to a language model"
    needs_wording = True
    examples = (
        Bad("The mayor, ⟦[Insert name]⟧, opened the bridge."),
        Bad("⟦Write a 500-word article about the bridge in Orlo.⟧\n\nThe bridge in Orlo was opened on Friday."),
        Bad("The firm ⟦[your company name]⟧ did not answer."),
        Bad("The mayor, ⟦[Name]⟧, will meet ⟦[Organization]⟧ on ⟦2025-XX-XX⟧, says ⟦[INSERT_SOURCE_URL]⟧."),
        Good("She wrote: “I saw [Name] at the harbour.”", why="a name that an editor took out"),
        Good("“[He] did not answer,” the mayor wrote.", why="an editor's brackets"),
        Good(
            "A good prompt has blanks. Hers was a letter to [company name], and the prompt took a minute to write.",
            why="an article on prompts",
        ),
        Good("She had to write a 500-word essay on the bridge.", why="prose"),
        Good("Insert the coin and wait.", why="prose"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the wording of instructions, and unfilled blanks, which an article on prompts shows on purpose."""
        found = [(line.start + match.start(), match.group()) for line, match in doc.matches(_BLANKS)]
        words = {blank for _, blank in found if _WORD.fullmatch(blank)}
        # One word in brackets may be an editor's; a text in which several were left is a model's.
        blanks = {start: start + len(blank) for start, blank in found if blank not in words or len(words) >= MIN_WORDS}
        for hit in doc.hits(*self.packs):
            if hit.entry.id.startswith("placeholder"):
                blanks.setdefault(hit.start, _closed(doc.text, hit))
        for hit in self.best_hits(doc):
            yield self.on_hit(doc, hit)
        if len(_ON_PROMPTS.findall(doc.text)) >= MIN_PROMPTS:
            return
        for start, end in blanks.items():
            about = f'blank that nobody filled in: "{excerpt(doc.text[start:end])}"'
            yield self.finding(about, (start, end), confidence=0.95, evidence={"kind": "blank"})


def _closed(text: str, hit: Hit) -> int:
    """Return where a blank ends: after its closing bracket where that is near."""
    bracket = text.find("]", hit.end, hit.end + MAX_BLANK_CHARS)
    return bracket + 1 if bracket >= 0 and text[hit.start] == "[" else hit.end


MAX_BLANK_CHARS = 60
"""How far on a blank may close, in code points."""
