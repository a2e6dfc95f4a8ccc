"""The questions of `scrapelint check --fix --interactive`, and their answers."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared.console import wants_color
from scrapelint.fixes.choosing import Verdict
from scrapelint.reporters.people.question import Questions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.finding import Finding
    from scrapelint.fixes.bounds import Over
    from scrapelint.fixes.choosing import Question

ANSWERS = {
    "y": "apply this fix",
    "n": "leave it out",
    "a": "apply it, and from here on all of this rule",
    "d": "leave it out, and from here on all of this rule",
    "e": "ask about each of these findings by itself",
    "s": "leave it out and accept the finding: asks for a reason",
    "q": "end here: what was chosen so far is written",
    "x": "end here: nothing is written; so do Ctrl-C and Ctrl-D",
    "?": "print this help",
}
_TAKE, _PASS, _SPLIT = Verdict(takes=True), Verdict(), Verdict(splits=True)


class Chosen(NamedTuple):
    """A finding to accept, in its article as it is after mending."""

    article: Article
    finding: Finding
    reason: str


class Asker:
    """Asks about fixes on a terminal, a line an answer."""

    def __init__(self, out: TextIO, color: str) -> None:
        """Take where the questions go, and whether in colours, as `--color` has it."""
        self.is_done = False
        self.gives_up = False
        """Whether nothing is to be written."""
        self.accepted: list[Chosen] = []
        self._has_asked = False
        self._out = out
        self._page = Questions(out, color=wants_color(color, out))
        self._always: set[str] = set()
        self._never: set[str] = set()
        self._verdicts: dict[str, Callable[[Question], Verdict | None]] = {
            "y": lambda _: _TAKE,
            "n": lambda _: _PASS,
            "a": lambda question: self._for_all(question, self._always, _TAKE),
            "d": lambda question: self._for_all(question, self._never, _PASS),
            "e": lambda _: _SPLIT,
            "s": self._reason,
            "q": lambda _: self.end(gives_up=False),
            "x": lambda _: self.end(gives_up=True),
        }

    def decide(self, question: Question) -> Verdict:
        """Answer a question: as was said of its rules, else as the user says."""
        codes = {finding.code for finding in question.findings}
        if self.is_done or codes <= self._never:
            return _PASS
        if codes <= self._always:
            return _TAKE
        self._has_asked = True
        self._page.show(question)
        return self._asked(question)

    def leave(self, article: Article, over: Over) -> None:
        """Say that an article is left as it is."""
        self._page.tell(
            f"{article.address}: left as it is: the fixes would take {over.share:.0%} of its paragraphs; "
            "with --max-removed they may", "dim",
        )  # fmt: skip

    def accept(self, article: Article, findings: Iterable[tuple[Finding, str]]) -> None:
        """Take findings to accept."""
        self.accepted += (Chosen(article, finding, reason) for finding, reason in findings)

    def end(self, *, gives_up: bool) -> Verdict:
        """Ask nothing any more."""
        self.is_done, self.gives_up = True, gives_up
        return _PASS

    def close(self) -> None:
        """Set the questions apart from what follows, and say so where nothing is written."""
        if self._has_asked:
            self._out.write("\n")
        if self.gives_up:
            self._out.write("Nothing was written.\n")

    def _asked(self, question: Question) -> Verdict:
        """Ask until there is an answer; Ctrl-D is one, too."""
        letters = [letter for letter in ANSWERS if letter != "e" or len(question.findings) > 1]
        prompt = f"({question.number}/{question.total}) Apply this fix [{','.join(letters)}]? "
        while not self.is_done:
            answer = self._line(prompt).lower()
            known = self._verdicts.get(answer) if answer in letters else None
            if known is None:
                self._help(letters)
            elif verdict := known(question):
                return verdict
        return _PASS

    def _line(self, prompt: str) -> str:
        """Return what the user writes into a line; where the terminal is at its end, that ends all questions."""
        self._out.write(prompt)
        self._out.flush()
        line = sys.stdin.readline()
        if not line:
            self._out.write("\n")
            self.end(gives_up=True)
        return line.strip()

    def _help(self, letters: Iterable[str]) -> None:
        for letter in () if self.is_done else letters:
            self._page.tell(f"{letter}  {ANSWERS[letter]}")

    def _reason(self, _: Question) -> Verdict | None:
        reason = self._line("Why is it right as it is? ")
        if reason or self.is_done:
            return Verdict(reason=reason)
        self._page.tell("Nothing is accepted without a reason.")
        return None

    @staticmethod
    def _for_all(question: Question, codes: set[str], verdict: Verdict) -> Verdict:
        codes.update(finding.code for finding in question.findings)
        return verdict


def terminal() -> TextIO:
    """Return where questions go, with answers to be read whatever bytes they have."""
    for stream in (sys.stdin, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return sys.stderr
