"""What a document tells a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from texts import TEXTS

from scrapelint.article import Article
from scrapelint.engine.document import Document
from scrapelint.finding import Edit, Span
from scrapelint.packs.files import Pack, compiled
from scrapelint.packs.matcher import Matcher, PhraseTable

if TYPE_CHECKING:
    from collections.abc import Sequence

PROSE = "The harbour of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier."
MORE = "Ferries to the outer islands leave every two hours from Tuesday on, and fishing boats may use the old quay."
TEXT = f"Larn Courier\n\n{PROSE}\nPhoto by Ann Lee\n{MORE}\n\nShare\n* * *"


def document(text: str, matcher: Matcher | None = None, **fields: Any) -> Document:
    return Document(Article(text, fields=fields), matcher or Matcher(PhraseTable()))


def matcher(*entries: dict[str, Any]) -> Matcher:
    """Return a matcher of two packs, `one` and `two`, with one entry each or none."""
    base = {"id": "a", "where": "inside", "max_line_chars": 300}
    packs = [
        Pack.model_validate({"concept": concept, "summary": "s", "entries": [{**base, **entry}]})
        for concept, entry in zip(("one", "two"), entries, strict=False)
    ]
    return Matcher(compiled(packs))


class TestNeighbours:
    def test_before_is_the_nearest_line_above_with_something_on_it(self) -> None:
        doc = document("One.\n\n\nTwo.")

        assert doc.before(doc.lines[1]) is doc.lines[0]

    def test_nothing_stands_before_the_first_line(self) -> None:
        doc = document("\nOne.\nTwo.")

        assert doc.before(doc.lines[0]) is None

    def test_after_is_the_nearest_line_below_with_something_on_it(self) -> None:
        doc = document("One.\n \nTwo.")

        assert doc.after(doc.lines[0]) is doc.lines[1]

    def test_nothing_stands_after_the_last_line(self) -> None:
        doc = document("One.\nTwo.\n\n")

        assert doc.after(doc.lines[1]) is None

    @given(text=TEXTS)
    def test_exactly_one_line_is_the_last(self, text: str) -> None:
        doc = document(text)

        assert sum(map(doc.is_last, doc.lines)) == bool(doc.lines)


def _fresh(doc: Document) -> list[str]:
    return [doc.text]


class TestZones:
    def test_paragraphs_are_the_prose(self) -> None:
        assert document(TEXT).paragraphs == {1, 3}

    def test_lines_around_the_paragraphs_are_head_and_tail(self) -> None:
        doc = document(TEXT)

        assert [doc.zone(line) for line in doc.lines] == ["head", "body", "body", "body", "tail", "tail"]

    def test_text_without_paragraphs_has_no_extent(self) -> None:
        assert document("Share\nTweet").body_range == (0, -1)

    @given(text=TEXTS)
    def test_zones_come_in_order(self, text: str) -> None:
        doc = document(text)
        zones = [("head", "body", "tail").index(doc.zone(line)) for line in doc.lines]

        assert zones == sorted(zones)

    def test_paragraph_with_a_sure_phrase_is_no_prose_of_the_article(self) -> None:
        sure = matcher({"phrases": {"en": ["after two weeks of repairs"]}, "confidence": 0.95})

        assert document(f"{PROSE}\n{PROSE.replace('repairs', 'rain')}", sure).body_range == (1, 1)

    def test_paragraph_with_an_unsure_phrase_stays_prose(self) -> None:
        unsure = matcher({"phrases": {"en": ["after two weeks of repairs"]}, "confidence": 0.5})

        assert document(f"{PROSE}\n{PROSE.replace('repairs', 'rain')}", unsure).body_range == (0, 1)


def unsure(zones: Sequence[str]) -> Matcher:
    """Return a matcher of one word, not sure enough to keep a paragraph from being prose."""
    return matcher({"phrases": {"en": ["larn"]}, "zones": zones, "confidence": 0.5})


class TestHits:
    @pytest.mark.parametrize(
        ("zones", "rows"), [(["head"], [0]), (["body"], [1]), (["tail"], [2]), (["head", "tail"], [0, 2])]
    )
    def test_phrase_counts_in_the_zones_of_its_entry(self, zones: Sequence[str], rows: list[int]) -> None:
        doc = document(f"Larn news\n{PROSE}\nLarn Courier", unsure(zones))

        assert [hit.line.row for hit in doc.hits("one")] == rows

    def test_phrase_counts_anywhere_where_there_are_no_paragraphs(self) -> None:
        doc = document("Larn", matcher({"phrases": {"en": ["larn"]}, "zones": ["tail"]}))

        assert doc.hits("one")

    def test_hits_of_several_packs_come_in_order_of_the_text(self) -> None:
        packs = matcher({"phrases": {"en": ["share"]}}, {"phrases": {"en": ["tweet"]}})

        found = document("tweet share tweet", packs).hits("one", "two")

        assert [hit.phrase for hit in found] == ["tweet", "share", "tweet"]

    def test_hit_lines_are_those_of_the_packs_that_were_asked_for(self) -> None:
        packs = matcher({"phrases": {"en": ["share"]}}, {"phrases": {"en": ["tweet"]}})

        doc = document("Tweet\nLarn\nShare", packs)

        assert [doc.hit_lines("one"), doc.hit_lines("two"), doc.hit_lines("one", "two")] == [{2}, {0}, {0, 2}]

    def test_unknown_pack_has_no_hits(self) -> None:
        assert not document("Share").hits("none")


class TestLines:
    def test_lines_are_known_by_their_key(self) -> None:
        doc = document("* Share *\n\nSHARE:\nTweet")

        assert [line.row for line in doc.by_key["share"]] == [0, 2]

    def test_lines_without_letters_have_no_key_to_be_known_by(self) -> None:
        assert not document("* * *\n---").by_key

    def test_span_goes_from_the_first_line_to_the_last(self) -> None:
        doc = document(" One.\n\nTwo. \nThree.")

        assert doc.span(doc.lines[0], doc.lines[1]) == Span(1, 11)

    @pytest.mark.parametrize(
        ("span", "rows"),
        [((0, 1), [0]), ((0, 4), [0]), ((0, 7), [0, 2]), ((3, 6), [0]), ((4, 6), []), ((7, 7), [2]), ((6, 99), [2, 3])],
    )
    def test_lines_in_a_span_are_those_that_it_touches(self, span: tuple[int, int], rows: list[int]) -> None:
        doc = document("One.\n\nTwo.\nThree.")

        assert [line.row for line in doc.lines_in(Span(*span))] == rows

    def test_what_rules_share_is_worked_out_once(self) -> None:
        doc = document("One.")

        assert doc.once(_fresh) is doc.once(_fresh)
        assert document("One.").once(_fresh) is not doc.once(_fresh)

    def test_removal_takes_the_blank_lines_that_would_be_left_over(self) -> None:
        doc = document("One.\n\nShare\n\nTwo.")

        assert doc.removal(doc.lines[1]) == Edit(6, 13)

    def test_line_right_after_the_last_paragraph_closes_the_text(self) -> None:
        doc = document(f"{PROSE}\n\nAll rights reserved.")

        assert doc.is_closing(doc.lines[1])

    def test_text_without_a_paragraph_has_no_line_that_closes_it(self) -> None:
        doc = document("Accessibility\n\nAll rights reserved.")

        assert not any(map(doc.is_closing, doc.lines))


class TestLanguage:
    def test_declared_language_wins(self) -> None:
        assert document(PROSE, language="de-AT").language == "de"

    def test_language_of_the_text_is_told_where_none_is_declared(self) -> None:
        assert document(PROSE * 3).language == "en"

    @given(text=TEXTS)
    def test_language_of_any_text_is_a_code_or_unknown(self, text: str) -> None:
        language = document(text).language

        assert language is None or language.isascii()

    def test_language_of_text_without_features_is_unknown(self) -> None:
        assert document("Ã©" * 100).language is None


class TestAnnouncedLines:
    def announced(self, text: str) -> frozenset[int]:
        return document(text).announced_lines

    def test_list_under_a_sentence_with_a_colon_is_announced(self) -> None:
        assert self.announced(f"{PROSE}\nThe ships that may sail are:\nSwan\nHeron\n{MORE}") == {1, 2, 3}

    def test_paragraph_that_ends_in_a_colon_announces_too(self) -> None:
        assert self.announced(f"{PROSE[:-1]} and named those who will:\nSwan\nHeron\n{MORE}") == {0, 1, 2}

    def test_full_width_colon_announces_in_a_script_without_spaces(self) -> None:
        assert self.announced("下列五个国家的运动员获得了本届比赛的奖牌：\n日本\n韩国") == {0, 1, 2}

    def test_stars_around_the_announcing_sentence_do_not_matter(self) -> None:
        assert self.announced("**The ships that may sail are:**\nSwan") == {0, 1}

    def test_short_label_announces_nothing(self) -> None:
        assert self.announced(f"{PROSE}\nMore from Larn:\nFerry fares rise\nPier cafe closes") == set()

    def test_line_known_for_the_page_ends_a_list(self) -> None:
        known = matcher({"phrases": {"en": ["share"]}, "where": "line"})

        assert document("The ships that may sail are:\nSwan\nShare\nHeron", known).announced_lines == {0, 1}

    def test_word_that_lists_of_articles_have_too_ends_none(self) -> None:
        entry = {"id": "a", "where": "line", "max_line_chars": 30, "phrases": {"en": ["culture"]}}
        pack = Pack.model_validate({"concept": "word", "summary": "s", "in_lists": True, "entries": [entry]})

        doc = document("The sections of the fair are:\nSwan\nCulture\nHeron", Matcher(compiled([pack])))

        assert doc.announced_lines == {0, 1, 2, 3}


class TestLinesWithDigits:
    def test_lines_with_a_digit_of_any_script_or_a_raised_one_are_found_in_order(self) -> None:
        text = "Bridge shut\n\nMay 3\nThe ferry sails.\n٣ مايو\nNobody knows¹\n² Ana Ruiz"

        assert [line.text for line in document(text).lines_with_digits] == [
            "May 3",
            "٣ مايو",
            "Nobody knows¹",
            "² Ana Ruiz",
        ]

    def test_of_a_text_without_line_breaks_they_are_sentences(self) -> None:
        doc = document("The ferry sails again, the council said on Monday. It costs 20 euros. " * 40)

        assert doc.is_flat
        assert {line.text for line in doc.lines_with_digits} == {"It costs 20 euros."}


class TestSpeakers:
    TALK = (
        "Ana Ruiz\nI saw the river rise.\nJo Hale\nWhen was that?\nAna Ruiz\nAt night.\nJo Hale\nWho else saw it?\n"
        "Ana Ruiz\nNobody did.\nJo Hale\nThat was all."
    )

    def test_names_that_take_turns_are_speakers(self) -> None:
        assert document(self.TALK).speaker_lines == set(range(0, 12, 2))

    def test_names_in_small_letters_and_in_scripts_without_case_are_speakers(self) -> None:
        assert document(self.TALK.lower()).speaker_lines == set(range(0, 12, 2))
        assert document("記者\n何时？\n市长\n夜里。\n記者\n谁？\n市长\n没人。\n市长\n完了。").speaker_lines == {
            0,
            2,
            4,
            6,
            8,
        }

    def test_one_line_that_comes_back_is_no_talk(self) -> None:
        assert document("Content block\nThe river rose.\nContent block\nIt fell.\n" * 3).speaker_lines == set()

    def test_buttons_side_by_side_are_no_speakers(self) -> None:
        assert (
            document("It rose.\nReply\nReport\nIt fell.\nReply\nReport\nI know.\nReply\nReport").speaker_lines == set()
        )

    def test_names_before_a_colon_open_turns(self) -> None:
        talk = "Q: When did it rise?\nA: At night.\nNobody saw it.\n" * 3

        assert document(talk).turn_lines == {0, 1, 3, 4, 6, 7}

    def test_one_label_alone_opens_no_turns(self) -> None:
        assert document("Watch: Boats sail\nWatch: River falls\n" * 3).turn_lines == set()
