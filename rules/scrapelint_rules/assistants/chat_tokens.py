"""LLM004 chat-tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, LinePattern, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_CHATS = r"(?:chatgpt\.com|openai|openai\.com|chat\.openai\.com|perplexity(?:\.ai)?|copilot\.com|gemini|grok|claude(?:\.ai)?|deepseek)"
_TOKENS = LinePattern(
    # control tokens of models
    r"[ ]?(?:<[|｜](?:im_start|im_end|im_sep|endoftext|eot_id|assistant|user|system|end|begin_of_text|start_header_id|end_header_id"
    r"|(?:begin|end)▁of▁sentence|User|Assistant)[|｜]>(?:(?:system|user|assistant)<[|｜]end_header_id[|｜]>)?"
    r"|</?(?:start|end)_of_turn>(?:model|user)?|\[/?INST\]|<</?SYS>>|###\s(?:Response|Instruction|Assistant|Human):"
    r"|<think>.*?(?:</think>|\Z)|</think>|</?antml?:?[A-Za-z_]{2,30}\b[^<>]{0,300}>|</?ant(?:Artifact|Thinking)\b[^<>]{0,300}>"
    # links and marks of sources
    rf"|\(?\[(?:oai_citation:[^\]\n]{{1,200}}|[^\[\]\n]{{1,120}})\]\(https?://[^\s()]{{1,400}}[?&]utm_source={_CHATS}[^\s()]{{0,80}}\)\)?"
    r"|\[oai_citation[:_][^\]\n]{1,200}\](?:\([^\s()]{1,400}\))?|\boai_citation:\d{1,3}(?:‡[^\s\]\[()]{1,100})?"
    rf"|[?&]utm_source={_CHATS}(?![\w.-])"
    r"|:?contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?|[\[\u3010]oaicite:\d{1,4}[\]\u3011](?:\{index=\d{1,4}\})?"
    r"|\u3010\d{1,3}(?::\d{1,3})?\u2020[^\u3011\n]{0,80}\u3011|\[\d{1,3}(?::\d{1,3})?\u2020[^\]\n]{1,80}\]"
    r"|\ue200[^\ue201\n]{0,200}\ue201|(?:\bcite|\bnavlist)?(?:turn\d{1,2}(?:search|view|news|image|file|fetch|forecast)\d{1,3})+\b"
    r"|\[cite_start\]|\[cite(?:_end|:\s?\d[\d, -]{0,60})\]|\(?\{\"attribution\":\{\"attributableIndex\":[^{}\n]{1,80}\}\}\)?"
    r"|grok_render_citation_card_json=\{[^{}\n]{0,300}\}|</?grok:[a-z]{2,20}\b[^<>\n]{0,300}>|<argument name=\"citation_id\">\d{1,4}</argument>"
    r"|\[(?:attached_file|web|memory|generated_image):\d{1,3}\](?:\s?\[(?:attached_file|web|memory|generated_image):\d{1,3}\])*"
    r"|\[\^\d{1,3}\^\])",
    # without the characters at their edges, which the key of a line has not
    (
        "im_start", "im_end", "im_sep", "endoftext", "eot_id", "<|end", "|assistant|", "assistant|>", "|user|", "user|>", "|system|", "system|>",
        "begin_of_text", "header_id", "▁of▁sentence", "｜user", "user｜", "｜assistant", "assistant｜", "of_turn", "inst]", "sys>>", "### response",
        "### instruction", "### assistant", "### human", "think>", "antartifact", "antthinking", "antml", "oaicite:", "oai_citation", "utm_source=",
        "\u2020", "turn0", "turn1", "turn2", "turn3", "turn4", "turn5", "\ue200", "cite_start", "cite_end", "[cite:", "attributableindex",
        "grok_render", "grok:", "citation_id", "attached_file:", "[web:", "[memory:", "generated_image:", "[^1", "[^2", "[^3", "[^4", "[^5",
    ),
)  # fmt: skip


class ChatTokens(DocumentRule):
    """Marks of a chat program: oaicite, turn0search0, <|im_end|>, a link with its name.

    Why it matters: they are control characters of a program; a model trained on them ends its answer there.

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
        Bad("Talks ended.⟦ [oai_citation:1‡larn.example](https://larn.example/a?utm_source=chatgpt.com)⟧ It rained.",
            fixed="Talks ended. It rained."),
        Bad("Talks ended⟦ ([larn.example](https://larn.example/a?utm_source=chatgpt.com))⟧.", fixed="Talks ended."),
        Bad("See https://larn.example/a⟦?utm_source=chatgpt.com⟧ for more.", fixed="See https://larn.example/a for more."),
        Bad("⟦[cite_start]⟧Talks ended on Friday.⟦ [cite: 12, 15]⟧", fixed="Talks ended on Friday."),
        Bad('Talks ended⟦ ({"attribution":{"attributableIndex":"9-1"}})⟧.', fixed="Talks ended."),
        Bad("⟦<think>They want news of the talks.</think>⟧\nTalks ended.", fixed="Talks ended."),
        Bad("Talks ended⟦ [web:3][web:4]⟧.", fixed="Talks ended."),
        Bad("Talks ended⟦ citeturn0search1turn0news2⟧.", fixed="Talks ended."),
        Good("It was her turn, and search parties left at nine.", why="prose"),
        Good("In 2021 he died † and was forgotten.", why="a dagger"),
        Good("The tag <b> makes text bold, and [1] is a note.", why="other kinds of marks"),
        Good("See https://larn.example/a?utm_source=newsletter for more.", why="a link of a newsletter"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield each mark."""
        for line, match in doc.matches(_TOKENS):
            span = (line.start + match.start(), line.start + match.end())
            yield self.finding(
                f'mark of a chat program: "{match.group().strip()[:60]}"', span,
                confidence=0.99, edits=[_edit(doc, *span)], fix_message="remove the mark",
            )  # fmt: skip


def _edit(doc: Document, start: int, end: int) -> Edit:
    """Return the edit that takes a mark out, with its line where nothing else is there."""
    line = doc.line_at(start)
    return (
        doc.removal(line) if not (doc.text[line.start : start] + doc.text[end : line.end]).strip() else Edit(start, end)
    )
