"""Fixes that somebody decides on: what is asked, once, and what goes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.finding import Edit, Finding, Fix, Severity, Span
from scrapelint.fixes.choosing import Verdict, mend_by_choice
from scrapelint.text.lines import removal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from scrapelint.fixes.bounds import Over
    from scrapelint.fixes.choosing import Question
    from scrapelint.fixes.edits import Mended

TEXT = "Talks ended.\n\nShare\n\nTweet\n\nPrint\n"


def found(code: str, *edits: Edit, confidence: float = 0.9) -> Finding:
    span = Span(edits[0].start, edits[-1].end)
    return Finding(code, "bad", Severity.WARNING, "bad", span, confidence, {}, Fix("mend it", edits, safe=True))


def line(code: str, text: str, word: str, confidence: float = 0.9) -> list[Finding]:
    at = text.find(word)
    return [found(code, removal(text, at, at + len(word)), confidence=confidence)] if at >= 0 else []


def place_of(text: str, finding: Finding) -> str:
    return text[finding.span.start : finding.span.end].strip() if finding.span else ""


class Answers:
    """Answers by the code of the first finding; what nothing is said of is passed over."""

    def __init__(self, **verdicts: Verdict) -> None:
        self.is_done = False
        self.asked: list[list[str]] = []
        self.left: list[tuple[str, float]] = []
        self.accepted: list[tuple[str, str]] = []
        self._verdicts = verdicts

    def decide(self, question: Question) -> Verdict:
        self.asked.append([finding.code for finding in question.findings])
        verdict = self._verdicts.get(question.findings[0].code, Verdict())
        return verdict._replace(splits=verdict.splits and len(question.findings) > 1)

    def leave(self, article: Article, over: Over) -> None:
        self.left.append((article.text, over.share))

    def accept(self, article: Article, findings: Iterable[tuple[Finding, str]]) -> None:
        self.accepted += [
            (place_of(article.text, finding), reason) for finding, reason in findings if finding.fingerprint
        ]


def chosen(
    answers: Answers, rule: Callable[[str], Sequence[Finding]], text: str = TEXT, max_removed: float = 1
) -> Mended:
    return mend_by_choice(Article(text), lambda now: rule(now.text), lambda _: True, max_removed, answers)


YES, NO, EACH = Verdict(takes=True), Verdict(), Verdict(splits=True)


def buttons(text: str) -> list[Finding]:
    return [*line("AAA001", text, "Share"), *line("AAA002", text, "Tweet"), *line("AAA003", text, "Print")]


def test_neighbouring_lines_are_asked_about_one_by_one_and_only_chosen_ones_go() -> None:
    answers = Answers(AAA001=YES, AAA003=YES)

    mended = chosen(answers, buttons)

    assert answers.asked == [["AAA001"], ["AAA002"], ["AAA003"]]
    assert mended.article.text == "Talks ended.\n\nTweet\n"


def test_what_is_passed_over_is_not_asked_about_again_in_later_rounds() -> None:
    """The third line is found only once the first is gone, and moves the second, which comes up in every round."""

    def rule(text: str) -> list[Finding]:
        return [*line("AAA001", text, "Share"), *line("AAA002", text, "Tweet")] + (
            line("AAA003", text, "Print") if "Share" not in text else []
        )

    answers = Answers(AAA001=YES, AAA003=YES)

    assert chosen(answers, rule).article.text == "Talks ended.\n\nTweet\n"
    assert answers.asked == [["AAA001"], ["AAA002"], ["AAA003"]]


def test_fixes_of_one_place_are_one_question() -> None:
    def rule(text: str) -> list[Finding]:
        at = text.find("Tweet")
        return [*line("AAA001", text, "Tweet"), *([found("AAA002", Edit(at + 1, at + 2))] if at >= 0 else [])]

    answers = Answers(AAA001=YES)

    assert chosen(answers, rule).article.text == "Talks ended.\n\nShare\n\nPrint\n"
    assert answers.asked == [["AAA001", "AAA002"]]


def test_several_findings_can_be_asked_about_one_by_one() -> None:
    def rule(text: str) -> list[Finding]:
        at = text.find("Tweet")
        return [*line("AAA001", text, "Tweet"), found("AAA002", Edit(at + 4, at + 5))] if at >= 0 else []

    answers = Answers(AAA001=EACH, AAA002=YES)

    assert "Twee\n" in chosen(answers, rule).article.text
    assert answers.asked[:3] == [["AAA001", "AAA002"], ["AAA001"], ["AAA002"]]


def test_what_gave_way_to_a_fix_that_is_not_wanted_is_asked_about_in_its_place() -> None:
    def rule(text: str) -> list[Finding]:
        at = text.find("Tweet")
        words = {"AAA001": "Twits", "AAA002": "Toots"}
        return [
            found(code, Edit(at, at + 5, word), confidence=sure)
            for (code, word), sure in zip(words.items(), (0.99, 0.9), strict=True)
            if at >= 0
        ]

    answers = Answers(AAA002=YES)

    assert "Toots" in chosen(answers, rule).article.text
    assert answers.asked == [["AAA001"], ["AAA002"]]


def test_what_is_chosen_stays_chosen_whatever_comes_up_besides() -> None:
    """A loses to B, and B to C; once C is declined B may go in again, but A was chosen meanwhile."""

    def rule(text: str) -> list[Finding]:
        if "ended" not in text:
            return []
        return [
            found("CCC001", Edit(0, 5, "c"), confidence=0.99),
            found("BBB001", Edit(3, 8, "b"), confidence=0.98),
            found("AAA001", Edit(6, 11, "a"), confidence=0.97),
        ]

    answers = Answers(AAA001=YES, BBB001=YES)

    assert chosen(answers, rule).article.text.startswith("Talks a.")


def test_accepted_finding_has_the_place_and_name_that_it_has_in_the_end() -> None:
    answers = Answers(AAA001=YES, AAA003=Verdict(reason="it is right"))

    chosen(answers, buttons)

    assert answers.accepted == [("Print", "it is right")]


def test_nothing_is_asked_about_an_article_that_would_lose_too_much() -> None:
    text = "The talks on the treaty ended on Friday without any result, both of the governments said in the evening.\n"
    answers = Answers(AAA001=YES)

    mended = chosen(answers, lambda now: line("AAA001", now, text.strip()), text, max_removed=0.5)

    assert (mended.article.text, answers.asked) == (text, [])
    assert answers.left == [(text, 1)]


def test_once_all_is_said_articles_are_not_even_checked() -> None:
    answers = Answers()
    answers.is_done = True

    assert chosen(answers, lambda _: 1 / 0).article.text == TEXT  # type: ignore[return-value,arg-type]
