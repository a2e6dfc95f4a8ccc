"""The linter over any text: it never fails, its spans are right, its cost is linear."""

from __future__ import annotations

import gc
import re
from typing import TYPE_CHECKING, Any

import pytest
from costs import seconds
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import LONG_LINES, TEXTS, WITH_SURROGATES

from scrapelint.article import Article
from scrapelint.engine.linter import Linter, by_place
from scrapelint.errors import RuleError
from scrapelint.finding import Finding, Severity
from scrapelint.fixes.edits import apply
from scrapelint.packs.line_patterns import LinePattern
from scrapelint.packs.matcher import PhraseTable
from scrapelint.rule import DocumentRule, FallbackRule, PhraseRule, PriorFindings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.engine.document import Document

FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS, "author": st.one_of(TEXTS, st.lists(TEXTS, max_size=3), st.none(), st.integers()),
        "url": st.one_of(TEXTS, st.just("https://larn.example/a?utm_source=x&b=1")), "summary": TEXTS,
        "date": TEXTS, "language": st.sampled_from(["en", "de-AT", "zh", "xx", ""]), "site": TEXTS,
    },
)  # fmt: skip

N = 32_000
"""Length, in characters, of the texts whose cost is compared with that of their halves."""
MAX_RATIO = 3
"""Twice the text may take three times as long: the machine has other things to do."""
MIN_MEASURABLE_S = 0.025
PROBES = {N // 8: 0.5, N // 2: 2.0}
"""Cost, in seconds, of smaller texts above which the whole need not be waited for."""
CHEAP_S = 0.05
"""Cost of the smallest text below which the whole is measured at once."""

PROSE = "The harbour of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier."


def numbered(line: str) -> Iterator[str]:
    number = 0
    while True:
        yield line.format(number)
        number += 1


def filled(line: str, n: int) -> str:
    """Return lines of about n characters in all, a number in each."""
    lines = numbered(line)
    return "\n".join(next(lines) for _ in range(n // (len(line) + 3)))


PATHOLOGICAL = {
    "one long line": PROSE + " ",
    "one word": "a",
    "spaces": " ",
    "blank lines": "\n",
    "spaces in rows": " \n",
    "tabs": "\t",
    "only punctuation": "?!.,;:-",
    "rows of punctuation": "* * *\n…\n",
    "alternating quotes": "\"'",
    "curly quotes": "“a” ",
    "brackets": "[",
    "links": "[a](b)",
    "ampersands": "&",
    "entities": "&amp;",
    "tags": "<a ",
    "open tags": "<",
    "braces": "{",
    "parentheses": "(",
    "stars": "*",
    "underscores": "_",
    "hashes": "#a ",
    "headings": "# a\n",
    "links under headings": "READ ALSO: Larn opens its port again\nRelated News\n",
    "items": "- a\n",
    "pipes": "a | ",
    "breadcrumb": "Home > ",
    "slashes": "/",
    "addresses": "http://",
    "mail": "a@b.",
    "colons": ":a",
    "labels": "Photo: ",
    "buttons": "Share Tweet ",
    "rows of buttons": "Share\nTweet\n",
    "comment rows": "Ann\n3 hours ago\nReply\n",
    "short words": "a b ",
    "letters apart": "S P A ",
    "short sentences": "a. ",
    "glued": "aB",
    "glued sentences": "end.Then",
    "two alphabets": "аa ",
    "digits": "1",
    "times": "12:30 ",
    "thousands": "12,",
    "mojibake": "Ã©",
    "lost signs": "a\ufffd ",
    "invisible": "\u200b",
    "hyphens": "inter-\n",
    "code": "function(){var ",
    "dense": "港口",
    "the same row": "Read more: Larn\n",
    "the same paragraph": PROSE + "\n\n",
    "bylines": "By Ann Lee\n",
    "credits": "Photo by Ann Lee / Larn Courier\n",
    "adverts": "Advertisement\n",
    "dates": "18 June 2023 ",
    "dates with weekdays": "Sunday, 18 June 2023 ",
    "date lines": "Published: 18 June 2023, 08:30 | Updated: 19 June 2023\n",
    "open dates": "3/4/2024 ",
    "months": "June ",
    "days": "18 ",
    "days and months": "18 June ",
    "ranges": "18-",
    "weekdays": "Sunday, ",
    "dates with signs": "2024年4月19日(金)",
    "dates with dots": "18.06.",
    "copyrights": "© 2024 ",
    "datelines": "LARN, June 18 (LNA) - ",
    "choices": "{a|",
    "closed choices": "{a|b}",
    "doubled words": "bridge bridge ",
    "joined words": "poverty and ",
    "names": "Ana Ruiz ",
    "names alike": "Anaxa Anaxo Anexa ",
    "split marks": "town , ",
    "orphan stops": "town. . ",
    "numbers with spaces": "1 000 ",
    "amounts": "$ 1 million 2 thousand ",
    "unknown words": "zwulpig vorpid ",
    "words of another script": "the мост ",
    "words with foreign letters": "der hřbitov ",
    "open quotes": "“zwulpig ",
    "placeholders": "__PH0__ ",
}
"""What is repeated to make a text."""

ROWS = {"short rows": "Item {}", "rows of prose": PROSE + " {}.", "headlines": "Larn opens port number {} again"}


class TestAnyText:
    @given(text=WITH_SURROGATES, fields=FIELDS)
    def test_findings_lie_inside_the_text_in_order(self, linter: Linter, text: str, fields: dict[str, Any]) -> None:
        found = linter.check(Article(text, fields=fields))

        assert all(0 <= f.span.start <= f.span.end <= len(text) for f in found if f.span)
        assert found == sorted(found, key=by_place)

    @given(text=WITH_SURROGATES)
    def test_findings_mark_something(self, linter: Linter, text: str) -> None:
        empty = [f.code for f in linter.check(Article(text)) if f.span and f.span.start == f.span.end]

        assert not empty

    @given(text=LONG_LINES)
    @settings(max_examples=25)
    def test_long_lines_are_checked(self, linter: Linter, text: str) -> None:
        assert all(f.span is None or f.span.end <= len(text) for f in linter.check(Article(text)))

    @given(text=TEXTS)
    def test_fixes_lie_inside_the_text(self, linter: Linter, text: str) -> None:
        edits = [edit for f in linter.check(Article(text)) if f.fix and f.field == "text" for edit in f.fix.edits]

        assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)

    @given(text=TEXTS)
    def test_removed_text_is_all_that_pure_removals_change(self, linter: Linter, text: str) -> None:
        fixes = [f.fix for f in linter.check(Article(text)) if f.fix and f.field == "text"]
        removals = [fix for fix in fixes if not any(edit.content for edit in fix.edits)]
        signs = iter(text)

        assert all(sign in signs for sign in apply(text, removals))

    @given(texts=st.lists(TEXTS, min_size=2, max_size=4), data=st.data())
    @settings(max_examples=25)
    def test_findings_do_not_depend_on_the_order_of_articles(
        self, linter: Linter, texts: list[str], data: st.DataObject
    ) -> None:
        order = data.draw(st.permutations(range(len(texts))))
        alone = [linter.check(Article(text)) for text in texts]

        again = {number: linter.check(Article(texts[number])) for number in order}

        assert [again[number] for number in range(len(texts))] == alone

    @given(text=st.text(st.characters(categories=["Cs"], include_characters="ab \n"), max_size=40))
    def test_surrogates_count_as_one_sign_each(self, linter: Linter, text: str) -> None:
        replaced = re.sub("[\ud800-\udfff]", "\ufffd", text)

        assert linter.check(Article(text)) == linter.check(Article(replaced))

    @pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\ufeff", "\u2028", "\x1c", "\r", "a", "…", "[", "&"])
    def test_tiny_text_is_checked(self, linter: Linter, text: str) -> None:
        assert all(f.span is None or 0 <= f.span.start < f.span.end <= len(text) for f in linter.check(Article(text)))


@pytest.mark.cost
class TestCost:
    @pytest.mark.parametrize("piece", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
    def test_cost_of_repeats_is_linear(self, linter: Linter, piece: str) -> None:
        assert not super_linear(linter, lambda n: piece * (n // len(piece)))

    @pytest.mark.parametrize("line", ROWS.values(), ids=ROWS)
    def test_cost_of_rows_is_linear(self, linter: Linter, line: str) -> None:
        assert not super_linear(linter, lambda n: filled(line, n))


TRIES = 3
"""Other work on the machine may fall into one of two measurements, not into one of each of three pairs."""


def super_linear(linter: Linter, text: Any) -> str:
    """Return what took more than `MAX_RATIO` times as long for twice the text; empty where all is well."""
    if cost(linter, text(min(PROBES))) > CHEAP_S:
        for n, max_s in PROBES.items():
            if all(cost(linter, text(n)) > max_s for _ in range(TRIES)):
                return f"{slowest(linter, text(n))} for {n} signs"
    for _ in range(TRIES):
        whole = cost(linter, text(N))
        # What the half costs tells nothing where so little is allowed in any case.
        half = cost(linter, text(N // 2)) if whole > MIN_MEASURABLE_S else 0.0
        if whole <= MAX_RATIO * half + MIN_MEASURABLE_S:
            return ""
    halves, wholes = costs_by_rule(linter, text(N // 2)), costs_by_rule(linter, text(N))
    slow = [code for code in wholes if wholes[code] > MAX_RATIO * halves[code] + MIN_MEASURABLE_S / 4]
    return f"{half:.2f} s, then {whole:.2f} s for twice the text, by {', '.join(slow)}"


def slowest(linter: Linter, text: str) -> str:
    """Return what takes most of the time, and how long."""
    code, seconds = max(costs_by_rule(linter, text).items(), key=lambda item: item[1])
    return f"{seconds:.2f} s of {code}"


def cost(linter: Linter, text: str) -> float:
    """Return CPU time in seconds; rules over several lines compare them with the title."""
    return seconds(lambda: linter.check(Article(text, fields={"title": "Larn opens its port again"})))


def costs_by_rule(linter: Linter, text: str) -> dict[str, float]:
    """Return CPU time by code, and that of the lines, zones and hits that rules share under `engine`."""
    doc = linter.document(Article(text, fields={"title": "Larn opens its port again"}))
    found = {"engine": seconds(lambda: (doc.hits(), doc.body_range, doc.by_key, doc.language))}
    return found | {rule.code: seconds(lambda rule=rule: list(rule.check(doc))) for rule in linter.rules}


class Marked(DocumentRule):
    """A rule that reports what it was told to."""

    code, name, severity = "TST002", "marked", Severity.WARNING

    def check(self, doc: Document) -> Iterator[Finding]:
        yield self.finding("second", (4, len(doc.text)))
        yield self.finding("first", (0, 2))
        yield self.finding("of a field", field="title")


class Raising(DocumentRule):
    """A rule that has a fault."""

    code, name, severity = "TST001", "raising", Severity.WARNING

    def check(self, doc: Document) -> Iterator[Finding]:
        yield self.finding(str(1 // len(doc.text.strip())))


class Removing(DocumentRule):
    """A rule that takes out the first line."""

    code, name, severity = "TST003", "removing", Severity.WARNING
    fix = "unsafe"

    def check(self, doc: Document) -> Iterator[Finding]:
        yield self.on_lines(doc, doc.lines[0], message="line")


class Rest(FallbackRule):
    """A rule for each line that no other rule takes out."""

    code, name, severity = "TST001", "rest", Severity.WARNING
    fix = "unsafe"

    def check_remaining(self, doc: Document, prior: PriorFindings) -> Iterator[Finding]:
        yield from (
            self.on_lines(doc, line, message="rest") for line in doc.lines if line.index not in prior.removed_lines
        )


class TestResidual:
    @pytest.mark.parametrize(
        ("rules", "codes"),
        [
            ([Removing(), Rest()], ["TST003", "TST001"]),
            ([Rest()], ["TST001", "TST001"]),
            ([Marked(), Rest()], ["TST002", "TST002", "TST001", "TST002", "TST001"]),
        ],
        ids=["removed", "alone", "reported without a fix"],
    )
    def test_residual_rule_is_asked_last_and_told_what_the_others_take_out(
        self, rules: list[DocumentRule], codes: list[str]
    ) -> None:
        found = Linter(rules, PhraseTable()).check(Article("One. Two.\nThree."))

        assert [finding.code for finding in found] == codes


class TestLinter:
    def test_fix_of_what_is_not_sure_enough_is_left_out(self) -> None:
        article = Article("One. Two.\nThree.")
        (finding,) = Linter([Removing()], PhraseTable()).check(article)

        (without,) = Linter([Removing()], PhraseTable(), min_fix_confidence=finding.confidence + 0.01).check(article)

        assert finding.fix
        assert without == finding._replace(fix=None)

    def test_findings_come_by_place_and_those_without_first(self) -> None:
        found = Linter([Marked()], PhraseTable()).check(Article("One. Two."))

        assert [finding.message for finding in found] == ["of a field", "first", "second"]

    def test_rules_run_in_code_order(self) -> None:
        assert [rule.code for rule in Linter([Marked(), Raising()], PhraseTable()).rules] == ["TST001", "TST002"]

    def test_severity_is_that_which_was_configured(self) -> None:
        found = Linter([Marked(severity=Severity.INFO)], PhraseTable()).check(Article("One. Two."))

        assert {finding.severity for finding in found} == {Severity.INFO}

    def test_fault_of_a_rule_names_rule_and_article(self) -> None:
        article = Article("", id="a", filename="b.jsonl", record=3)

        with pytest.raises(RuleError, match=r"^b\.jsonl, record 3: TST001 raising failed: ZeroDivisionError: "):
            Linter([Raising()], PhraseTable()).check(article)

    def test_check_leaves_no_cycles_behind(self, linter: Linter) -> None:
        article = Article(f"{PROSE}\n\nShare this article\n\nPhoto: Ana Ruiz/dpa\n\n8.12.2024\n\n{PROSE}", id="a")
        linter.check(article)  # reads its tables
        gc.collect()

        assert linter.check(article)
        assert gc.collect() == 0

    def test_search_for_cycles_goes_on_after_a_check_whatever_its_rules_do(self, linter: Linter) -> None:
        linter.check(Article(PROSE, id="a"))
        with pytest.raises(RuleError):
            Linter([Raising()]).check(Article("", id="a"))

        assert gc.isenabled()

    def test_article_is_not_changed(self, linter: Linter) -> None:
        article = Article("One.\udc80 Two.")

        linter.check(article)

        assert article.text == "One.\udc80 Two."


class Worded(DocumentRule):
    """A rule that knows one word and reports that it was asked."""

    code, name, severity = "TST005", "worded", Severity.WARNING
    patterns = (LinePattern("Larn", ["larn"]),)
    needs_wording = True

    def check(self, doc: Document) -> Iterator[Finding]:
        yield self.finding(f"asked about {len(doc.text)} signs")


class Phrase(PhraseRule):
    """A rule on phrases with a check of its own."""

    code, name, severity = "TST006", "phrase", Severity.WARNING

    def check(self, doc: Document) -> Iterator[Finding]:
        yield self.finding(f"asked about {len(doc.text)} signs")


class TestWording:
    @pytest.mark.parametrize(("text", "asked"), [("In Larn.", True), ("In LARN.", True), ("In Orlo.", False)])
    def test_rule_that_needs_wording_is_asked_only_where_its_wording_stands(self, text: str, asked: bool) -> None:  # noqa: FBT001
        assert bool(Linter([Worded()], PhraseTable()).check(Article(text))) is asked

    def test_phrase_rule_with_a_check_of_its_own_is_asked_about_every_document(self) -> None:
        assert Linter([Phrase()], PhraseTable()).check(Article("In Orlo."))
