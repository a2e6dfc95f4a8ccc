"""LLM004 chat-tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, DocumentRule, Edit, Good, LinePattern, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding

_TOKENS = LinePattern(
    r"[ ]?(?:<\|(?:im_start|im_end|endoftext|eot_id|assistant|user|system|end)\|>|:contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?"
    r"|\u3010\d{1,3}(?::\d{1,3})?\u2020[^\u3011]{1,60}\u3011|\u3010oaicite:\d{1,4}\u3011|(?:\bcite)?turn\d{1,2}(?:search|view|news|image|file)\d{1,3}\b|\ue200[^\ue201]{0,80}\ue201"
    r"|\[/?INST\]|<</?SYS>>|\boai_citation:\d{1,3})",
    ("<|im_", "<|end", "<|eot", "<|assistant|>", "<|user|>", "<|system|>", "oaicite:", "oai_citation:", "\u2020", "turn0", "turn1", "turn2", "turn3",
     "\ue200", "[inst]", "[/inst]", "<<sys>>", "<</sys>>"),
)  # fmt: skip


class ChatTokens(DocumentRule):
    """Marks of a chat program: oaicite, turn0search0, <|im_end|>.

    Why it matters: they are control signs of a program; a model trained on them ends its answer there.

    What to do: remove them, and look at what else comes from that site.
    """

    code, name, severity = "LLM004", "chat-tokens", Severity.ERROR
    fix = "safe"
    patterns = (_TOKENS,)
    needs_wording = True
    examples = (
        Bad("Talks ended on Friday.⟦<|im_end|>⟧", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday⟦ :contentReference[oaicite:3]{index=3}⟧.", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday.⟦【4†source】⟧", fixed="Talks ended on Friday."),
        Good("It was her turn, and search parties left at nine.", why="prose"),
        Good("In 2021 he died † and was forgotten.", why="a dagger"),
        Good("The tag <b> makes text bold.", why="another kind of tag"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield each mark."""
        for line, match in doc.matches(_TOKENS):
            span = (line.start + match.start(), line.start + match.end())
            yield self.finding(
                f'mark of a chat program: "{match.group().strip()}"', span,
                confidence=0.99, edits=[Edit(*span)], fix_message="remove the mark",
            )  # fmt: skip
