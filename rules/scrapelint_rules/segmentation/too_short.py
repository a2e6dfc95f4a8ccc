"""SEG006 too-short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_DENSE = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WORD = regex("[\\w\ufffd]+")
"""A word, its lost letters included."""
_LONG_WORDS = frozenset("fi et hu tr az kk ko eu ka xh zu sw".split())
"""Languages that put into one word what English says in two: five of their words count as eight."""


class TooShort(DocumentRule):
    """A text too short to be an article: empty, or a stub.

    Why it matters: what is left of a page that failed to load, hides behind a wall or holds
    only a video is no article, however clean it is.

    What to do: drop it, or fetch the page again. The first word is marked, for all of the text: what is wrong
    with single lines is reported beside it.
    """

    code, name, severity = "SEG006", "too-short", Severity.ERROR
    min_words = Setting(
        30, "words below which a text is a stub; Gopher asks for 50, which would take short news items", minimum=0
    )
    min_dense_chars = Setting(60, "the same in characters of Chinese, Japanese, Thai, Lao, Khmer, Burmese", minimum=0)
    examples = (
        Bad(""),
        Bad("  \n\n"),
        Bad("⟦Watch⟧ the video above."),
        Bad("⟦視頻加載中。⟧"),
        Bad("\n⟦The⟧ bridge is open.\n\nThe mayor said so on Monday.\n"),
        Bad("⟦Die⟧ Brücke ist offen.\nDas sagte die Bürgermeisterin am Montag."),
        Bad("⟦Dieser⟧ Artikel ist nicht mehr verfügbar."),
        Good(
            "A man of 54 was hurt on Monday when his car left the road near the harbour and hit a tree. He was taken "
            "to hospital, where his state is stable. The police ask for witnesses of the accident.",
            why="a short news item, but whole",
        ),
        Good(
            "市议会星期一晚上开会讨论新桥的建设计划。新桥原定于去年春天完工，但因为资金不足，工程一再推迟。"
            "市长表示，旧桥已经不再安全，必须尽快关闭，以免发生事故。市民可以在市政厅查看计划。",
            why="Chinese needs fewer characters",
        ),
        Good(
            "시의회는 월요일 저녁 새 다리 건설 계획을 논의하기 위해 모였다. 이 다리는 지난봄 완공될 예정이었으나 "
            "자금이 부족해 공사가 거듭 늦어졌다. 시장은 옛 다리가 더는 안전하지 않아 곧 닫아야 한다고 말했다.",
            why="Korean says more in a word",
            fields={"language": "ko"},
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding, on the first word, where the whole text has too few words and too few dense characters."""
        text = doc.text
        if len(text.split(None, self.min_words * _SURE)) > self.min_words * _SURE:
            return
        words, dense = _size(text, doc.article.get("language"))
        if words + dense * self.min_words / max(1, self.min_dense_chars) >= self.min_words:
            return
        yield self.finding(
            _message(words, dense) if text.strip() else "the text is empty",
            _first_word(text) if text.strip() else None,
            confidence=0.97,
            evidence={"words": words, "dense_chars": dense, "threshold": self.min_words},
        )


_SURE = 3
"""So many times the threshold in pieces between spaces are enough words, whatever the pieces are."""


_COUNTED_CHARS = 20_000
"""Code points that are counted: more than any stub has."""


def _size(text: str, language: str) -> tuple[int, int]:
    """Return the words of a text and its characters in scripts without spaces between words."""
    dense = len(_DENSE.findall(text[:_COUNTED_CHARS]))
    words = len(_WORD.findall(_DENSE.sub(" ", text[:_COUNTED_CHARS])))
    return (words * 8 // 5 if language[:2].lower() in _LONG_WORDS else words), dense


def _first_word(text: str) -> tuple[int, int]:
    """Return where the first stretch between spaces is."""
    start = len(text) - len(text.lstrip())
    return start, start + len(text[start:].split(None, 1)[0])


def _message(words: int, dense: int) -> str:
    if dense > words:
        return f"only {dense} characters"
    return f"only {words} word{'s' * (words != 1)}"
