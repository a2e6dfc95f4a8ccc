"""What NAV013 leaves to the article, however sure the model is: one test for each guard, with its opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint import Article, Severity
from scrapelint.rule import PriorFindings
from scrapelint_rules.navigation.other_stories import OtherStories

if TYPE_CHECKING:
    from collections.abc import Callable

    Found = Callable[..., list[str]]

    from scrapelint.engine.linter import Linter
    from scrapelint.finding import Finding

P1 = "The harbour of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier."
P2 = "Ferries to the outer islands leave every two hours from Tuesday on, and fishing boats may use the old quay."
P3 = "Work on the second pier begins in spring and will take at least two years, the council said in a statement."
P4 = "The fishermen had asked for it since the storm of last winter, in which eleven of their boats were destroyed."
FILL = [P1, P2, P3, P4]
STORY = "Cinema closes after ninety years"
FOREIGN = "Harriers win cup for third time"
SENTENCE = "The cinema closed its doors after ninety years."

SURE = 0.98


@pytest.fixture
def found(linter: Linter) -> Found:
    """Return what tells the lines that are reported, by the probabilities of some; all other lines are the article's."""

    def reported(
        lines: list[str], residue: dict[str, float], *, page: float = 0.1, removed: tuple[str, ...] = ()
    ) -> list[str]:
        doc = linter.document(Article("\n\n".join(lines)))
        vars(doc)["residue_probability"] = tuple(residue.get(line, 0.02) for line in lines)
        vars(doc)["whole_page_probability"] = page
        told = PriorFindings(removed_lines=frozenset(map(lines.index, removed)))
        spans = [finding.span for finding in OtherStories().check_remaining(doc, told) if finding.span]
        return [line.text for span in spans for line in doc.lines_in(span)]

    return reported


class TestAlone:
    def test_sure_line_is_reported(self, found: Found) -> None:
        assert found([*FILL, STORY], {STORY: SURE}) == [STORY]

    def test_likely_line_is_not(self, found: Found) -> None:
        assert found([*FILL, STORY, "Weather"], {STORY: 0.65}) == []

    def test_likely_line_beside_what_another_rule_takes_is(self, found: Found) -> None:
        assert found([*FILL, "Share", STORY, "Weather", "Sport", "Travel"], {STORY: 0.65}, removed=("Share",)) == [
            STORY
        ]


class TestHead:
    def test_line_with_words_of_the_paragraphs_is_the_articles(self, found: Found) -> None:
        own = "Ferries leave the harbour"

        assert found(["News", own, *FILL], {own: SURE}) == []
        assert found(["News", FOREIGN, *FILL], {FOREIGN: SURE}) == [FOREIGN]

    def test_date_is_the_articles(self, found: Found) -> None:
        assert found(["News", "Larn, 4 March 2021", *FILL], {"Larn, 4 March 2021": SURE}) == []

    def test_place_right_above_the_story_is_the_articles(self, found: Found) -> None:
        assert found([STORY, "Rio de Larn", *FILL], {"Rio de Larn": SURE}) == []
        assert found([STORY, "Rio de Larn", "News", *FILL], {"Rio de Larn": SURE}) == ["Rio de Larn"]

    def test_first_line_of_a_headlines_length_is_the_articles(self, found: Found) -> None:
        assert found([STORY, *FILL], {STORY: SURE}) == []

    def test_two_lines_that_open_a_text_have_to_be_the_surest(self, found: Found) -> None:
        assert found(["Jo Hale", "Larn Courier", *FILL], {"Jo Hale": 0.85, "Larn Courier": 0.85}) == []
        assert found(["Jo Hale", "Larn Courier", *FILL], {"Jo Hale": 0.98, "Larn Courier": 0.98}) != []

    def test_byline_is_the_articles(self, found: Found) -> None:
        assert found(["News", "By Jo Hale", *FILL], {"By Jo Hale": SURE}) == []

    def test_heading_over_the_articles_key_points_is_the_articles(self, found: Found) -> None:
        assert found(["In brief", "- Swans", "- Herons", *FILL], {"In brief": SURE}) == []
        assert found(["In brief", "Swans", "Herons", *FILL], {"In brief": SURE}) == ["In brief"]


class TestBody:
    @pytest.mark.parametrize(("above", "told"), [("・港町の朝 ・島へ渡る", 0), ("評議会は火曜日の夜に集まった", 1)])
    def test_middle_of_a_list_in_one_line_is_the_articles(self, linter: Linter, above: str, told: int) -> None:
        items = f"{above}。【七月二日】 ・ラーンの港 ・冬の船。【七月九日】 ・オルロの橋 ・古い映画館。"
        doc = linter.document(
            Article(f"ラーンの映画館は七月の番組を発表した。{'評議会は新しい路線の計画を承認した。' * 6}{items}")
        )
        middle = next(line for line in doc.lines if "冬の船" in line.text)
        vars(doc)["residue_probability"] = tuple(0.99 if line is middle else 0.02 for line in doc.lines)

        assert len(list(OtherStories().check_remaining(doc, PriorFindings()))) == told

    def test_short_line_alone_is_a_subheading(self, found: Found) -> None:
        assert found([P1, P2, "Old cinema", P3, P4], {"Old cinema": 0.96}) == []
        assert found([P1, P2, STORY, P3, P4], {STORY: 0.96}) == [STORY]

    def test_sure_line_among_paragraphs_has_to_be_surer_than_after_them(self, found: Found) -> None:
        teasers = [STORY, FOREIGN]

        assert found([P1, P2, *teasers, P3, P4], dict.fromkeys(teasers, 0.88)) == []
        assert found([P1, P2, P3, P4, *teasers], dict.fromkeys(teasers, 0.88)) == teasers

    def test_likely_run_is_the_articles(self, found: Found) -> None:
        lines = [P1, P2, "Share", STORY, P3, P4]

        assert found(lines, {STORY: 0.55}, removed=("Share",)) == []
        assert found(lines, {STORY: 0.65}, removed=("Share",)) == [STORY]

    def test_words_of_a_broken_sentence_are_the_articles(self, found: Found) -> None:
        lines = ["the mayor told", "the old cinema on the quay"]
        share = dict.fromkeys(lines, SURE)

        assert found([P1, P2, *lines, P3, P4], share) == []
        assert found([P1, P2, *map(str.title, lines), P3, P4], {line.title(): SURE for line in lines}) != []

    def test_list_that_the_article_announces_is_its_own(self, found: Found) -> None:
        items = ["Swan of Larn", "Old Heron", "Two Gulls of Wick"]
        share = dict.fromkeys(items, SURE)

        assert found([P1, "The boats that may sail from Tuesday on are:", *items, P2, P3, P4], share) == []
        assert found([P1, "The boats that may sail from Tuesday on", *items, P2, P3, P4], share) == items

    def test_posts_that_the_article_quotes_are_its_own(self, found: Found) -> None:
        post, signature = "Visuals of the new quay in Larn harbour", "— Orlo (@OrloTown) July 8, 2024"
        share = {post: SURE, signature: SURE}

        assert found([P1, P2, post, signature, P3, P4], share) == []
        assert found([P1, P2, post, signature.replace("@", ""), P3, P4], share) != []

    def test_speakers_are_the_articles(self, found: Found) -> None:
        names = ["Ana Maria Ruiz of Larn", "Jo Hale of the Courier"]
        talk = [line for n, speech in enumerate([*FILL, *FILL]) for line in (names[n % 2], f"{n} {speech}")]

        assert found(talk, dict.fromkeys(names, 0.96)) == []

    def test_turns_are_the_articles(self, found: Found) -> None:
        talk = [
            f"{'QA'[n % 2]}: {speech}"
            for n, speech in enumerate(["When was that", "At night", "Who", "Nobody", "Why", "Well"])
        ]

        assert found([P1, *talk, P2, P3, P4], dict.fromkeys(talk, SURE)) == []


class TestSentences:
    def test_sentence_after_the_article_has_to_be_surer_than_other_lines(self, found: Found) -> None:
        lines = [*FILL, "Share", SENTENCE, "Weather", "Sport", "Travel"]

        assert found(lines, {SENTENCE: 0.68}, removed=("Share",)) == []
        assert found(lines, {SENTENCE: 0.72}, removed=("Share",)) == [SENTENCE]

    def test_sentence_among_paragraphs_has_to_be_surer_still(self, found: Found) -> None:
        lines = [P1, P2, P4, "Share", SENTENCE, P3, *(f"{n} {P1}" for n in "123")]

        assert found(lines, {SENTENCE: 0.78}, removed=("Share",)) == []
        assert found(lines, {SENTENCE: 0.82}, removed=("Share",)) == [SENTENCE]

    def test_sentences_of_a_short_text_have_to_be_the_surest(self, found: Found) -> None:
        two = [SENTENCE, "The harriers won the cup."]

        assert found([P1, P2, *two], dict.fromkeys(two, 0.88)) == []
        assert found([P1, P2, *two], dict.fromkeys(two, 0.92)) == two


class TestEnd:
    def test_one_line_alone_has_to_be_surer_than_two(self, found: Found) -> None:
        assert found([*FILL, STORY], {STORY: 0.95}) == []
        assert found([*FILL, STORY, FOREIGN], {STORY: 0.95, FOREIGN: 0.95}) == [STORY, FOREIGN]

    def test_long_run_has_to_be_no_surer_than_its_parts(self, found: Found) -> None:
        teasers = [STORY, FOREIGN, "Storm warning for coast", "Weather"]

        assert found([*FILL, *teasers], dict(zip(teasers, (0.9, 0.5, 0.9, 0.9), strict=True))) == teasers

    def test_box_of_data_is_the_articles(self, found: Found) -> None:
        data = ["Name: Port of Larn", "Built: 1931", "Length: 400 metres", "Owner: the district"]

        assert found([*FILL, *data], dict.fromkeys(data, SURE)) == []
        assert found([*FILL, *data[:3], STORY], dict.fromkeys([*data, STORY], SURE)) == [*data[:3], STORY]

    def test_name_of_who_wrote_it_at_the_top_has_to_be_surer_than_a_label(self, found: Found) -> None:
        assert found(["Jo Hale", *FILL], {"Jo Hale": 0.95}) == []
        assert found(["More news", *FILL], {"More news": 0.95}) == ["More news"]

    def test_line_after_the_article_that_is_likely_is_a_warning(self, linter: Linter) -> None:
        doc = linter.document(Article("\n\n".join([*FILL, STORY, FOREIGN, "Share"])))
        vars(doc)["residue_probability"] = (*[0.02] * 4, 0.65, 0.65, 0.02)
        told = PriorFindings(removed_lines=frozenset({6}))

        (finding,) = OtherStories().check_remaining(doc, told)

        assert (finding.evidence["kind"], finding.severity) == ("likely-after", Severity.WARNING)

    def test_closing_lines_that_are_only_likely_are_the_articles_notice(self, found: Found) -> None:
        lines = [*FILL, "Share", STORY]

        assert found(lines, {STORY: 0.55}, removed=("Share",)) == []
        assert found(lines, {STORY: 0.65}, removed=("Share",)) == [STORY]

    def test_text_without_a_paragraph_that_is_no_page_has_no_outside(self, found: Found) -> None:
        lines = [STORY, "Harriers win cup", "Storm warning for coast"]
        share = dict.fromkeys(lines, 0.96)

        assert found(lines, share) == []
        assert found(lines, share, page=0.95) == lines


class TestSentencesWithoutLineBreaks:
    @pytest.mark.parametrize(
        ("probability", "is_taken", "is_warned"), [(0.985, True, True), (0.85, False, True), (0.75, False, False)]
    )
    def test_only_the_surest_is_taken_out_and_only_the_likely_a_warning(
        self, linter: Linter, *, probability: float, is_taken: bool, is_warned: bool
    ) -> None:
        found = _flat_findings(linter, SENTENCE, probability)

        assert [finding.fix is not None for finding in found] == [is_taken]
        assert [finding.severity is Severity.WARNING for finding in found] == [is_warned]

    def test_sentence_that_comes_twice_is_left_to_the_rules_on_repeats(self, linter: Linter) -> None:
        assert _flat_findings(linter, f"{SENTENCE} {SENTENCE}", SURE) == []


def _flat_findings(linter: Linter, after: str, probability: float) -> list[Finding]:
    """Return what is reported of an article of one line, with these sentences behind it, as likely the page's as said."""
    doc = linter.document(Article(" ".join([*FILL, *FILL[:3], P4.replace("fishermen", "traders"), after])))
    vars(doc)["residue_probability"] = tuple(probability if line.text == SENTENCE else 0.02 for line in doc.lines)
    return list(OtherStories().check_remaining(doc, PriorFindings()))


LAST = "I am still looking for the old map, in vain."
QUESTION = "Et vous, comment irez-vous au port ?"
BUTTONS = ["Share this:", "Facebook", "Twitter", "Print"]


def sure(*lines: str) -> dict[str, float]:
    """Return these lines as surely the page's, for the models."""
    return dict.fromkeys(lines, SURE)


class TestLastLines:
    @pytest.mark.parametrize(
        "last",
        [
            LAST,
            QUESTION,
            "И как вы теперь поедете в порт?",
            "«Und wie kommen Sie jetzt zum Hafen?»",
            "Et encore quelques images du port <3",
            "那么您打算怎么去新港口呢？",
            "وكيف ستذهب أنت الآن إلى الميناء؟",
            "और अब आप बंदरगाह कैसे जाएंगे।",
            "Here is the whole talk: https://larn.example/talk",
        ],
    )
    def test_sentence_right_above_the_buttons_is_the_articles(self, found: Found, last: str) -> None:
        assert last not in found([*FILL, last, *BUTTONS], sure(last, *BUTTONS))
        assert last in found([*FILL, STORY, last, *BUTTONS], sure(STORY, last, *BUTTONS))

    def test_sentence_with_no_button_below_is_not(self, found: Found) -> None:
        assert found([*FILL, LAST, STORY], sure(LAST, STORY)) == [LAST, STORY]

    def test_sentence_that_closes_the_text_is_the_articles(self, found: Found) -> None:
        assert found([*FILL, LAST], sure(LAST)) == []
        assert found([*FILL, STORY], sure(STORY)) == [STORY]

    def test_headline_right_above_the_buttons_is_not(self, found: Found) -> None:
        assert STORY in found([*FILL, STORY, *BUTTONS], sure(STORY, *BUTTONS))

    def test_list_that_the_article_has_begun_goes_on(self, found: Found) -> None:
        begun, on = ["Larn Ladies vs", "Orlo Rovers (Old Quay, 1 pm)"], ["Ulm Ladies vs", "Dal Bulls (Wolf Den, 1 pm)"]

        assert found([*FILL, *begun, *on, "Comments"], sure(*on, "Comments")) == ["Comments"]
        assert found([*FILL, *begun, STORY, FOREIGN], sure(STORY, FOREIGN)) == [STORY, FOREIGN]

    def test_bulleted_list_that_the_article_has_begun_goes_on(self, found: Found) -> None:
        fights = [
            f"• {one} vs {other}"
            for one, other in zip("Ruiz Hale Moe Dal Lie".split(), "Oak Kay Lind Orr Bay".split(), strict=True)
        ]
        share = dict.fromkeys(fights[3:], 0.96)

        assert found([*FILL, *fights, "Share"], share) == []
        assert (
            found([*FILL, *(fight[2:] for fight in fights), "Share"], {fight[2:]: 0.96 for fight in fights[3:]}) != []
        )

    def test_list_with_dots_goes_on_below_headings_in_brackets(self, found: Found) -> None:
        begun = ["・ラーン港の再開", "・新しい路面電車の計画", "・オルロの予算"]
        rest = ["＜国内＞", "・特になし", "＜海外＞", "・エラリーの選挙"]
        share = dict.fromkeys(rest, SURE)

        assert found([*FILL, *begun, *rest, "Share"], share) == []
        assert found([*FILL, *rest, "Share"], share) != []

    @pytest.mark.parametrize("sign", ["・", "- "])
    def test_list_of_figures_with_labels_in_brackets_is_the_articles(self, found: Found, sign: str) -> None:
        items = [f"{sign}08:30 Jobless rate of {town} (forecast: 2.6%)" for town in ("Larn", "Orlo", "Ellery")]
        share = dict.fromkeys(items, SURE)

        assert found([*FILL, *items, "Share"], share) == []
        assert found([*FILL, *items[1:], "Share"], share) != []

    @pytest.mark.parametrize("sign", ["+ ", "• "])
    def test_one_item_of_a_list_is_as_much_the_articles_as_the_others(self, found: Found, sign: str) -> None:
        others = [f"{sign}Ferry to {town} is late again today" for town in ("Orlo", "Ellery", "Lund")]
        item = f"{sign}Harriers win the cup for the third time"

        assert found([P1, P2, *others, item, P3, P4], {item: 0.96}) == []
        assert found([P1, P2, item, P3, P4], {item: 0.96}) == [item]

    @pytest.mark.parametrize(
        ("line", "goes_on"),
        [("+279", "yen (+12.1%), at noon"), ("−46", "円 (-2.8％)　11:30現在"), ("DELL", "> falls by a fifth")],
    )
    def test_figure_or_symbol_that_stands_amid_a_line_is_the_articles(
        self, found: Found, line: str, goes_on: str
    ) -> None:
        above = "Dell <" if line == "DELL" else "Larn Ferries 2,581"

        assert found([*FILL, above, line, goes_on], {line: SURE}) == []
        assert found([*FILL, "Ferries", line, "Share"], {line: SURE}) == [line]

    def test_news_in_short_without_spaces_goes_on_below_the_last_paragraph(self, found: Found) -> None:
        news = [
            f"{day}日，拉恩港務局宣布通往{town}的新渡輪航線將於明年春天開始試航，市長表示所有居民都能以優惠價格搭乘，詳細時間表將在議會表決之後另行公布，預計全年運送旅客超過二十萬人次。"
            for day, town in ((3, "奧爾洛"), (5, "埃勒里"), (8, "隆德"))
        ]
        lines = [news[0], "渡輪消息", news[1], "港口快訊", news[2]]
        share = dict.fromkeys(lines, 0.88)
        body = [line.replace("日", "月") for line in news]

        assert found([*body, *lines, "Share"], share, page=0.95) == []
        assert (
            found(
                [*body, *(line[:-1] + "……" for line in lines), "Share"],
                {line[:-1] + "……": 0.88 for line in lines},
                page=0.95,
            )
            != []
        )

    def test_sentence_that_links_tore_into_lines_is_the_articles(self, linter: Linter) -> None:
        notice = "Your cookie settings do not allow this post to be shown"
        torn = "Ruiz has\nsaid\nthat in the part of the town called\nHarbour\n, pieces of the old quay had been found in a court."
        doc = linter.document(Article(f"{P1}\n\n{notice}\n{torn}\n\n{P2}"))
        vars(doc)["residue_probability"] = (0.02, 0.98, *[0.96] * 5, 0.55)
        told = PriorFindings(removed_lines=frozenset({1}))

        assert list(OtherStories().check_remaining(doc, told)) == []

    def test_figures_among_the_paragraphs_are_the_articles(self, found: Found) -> None:
        flares = ["X1.0", "X8.1", "X2.8", "X1.6"]
        words = ["Sport", "Weather", "Culture", "Travel"]

        assert found([*FILL, *flares, P1, P2, P3], dict.fromkeys(flares, 0.96)) == []
        assert found([*FILL, *words, P1, P2, P3], dict.fromkeys(words, 0.96)) == words

    def test_list_that_counts_below_its_announcement_is_the_articles(self, found: Found) -> None:
        items = ["1) Larn Bears (via Orlo Bulls), 1-9", "2) Dal Cardinals, 2-9", "3) Ulm Patriots, 2-8"]

        assert found([*FILL, "Here are the teams that choose first:", *items], sure(*items)) == []
        assert found([*FILL, STORY, *items], sure(STORY, *items)) == [STORY, *items]

    def test_facts_on_a_person_are_the_articles(self, found: Found) -> None:
        facts = [
            "Wife: Mary Hale",
            "Children: Jo and Nan",
            "Grandchildren: Kesa, " + "Mai, " * 20,
            "Great-grandchild: Wim",
        ]

        assert found([*FILL, *facts, "Comments"], sure(*facts, "Comments")) == ["Comments"]


BOOK = "Histoire du port, Jo Hale et Per Dal, Larn, 2011, 288 p."


class TestReferences:
    @pytest.mark.parametrize(
        "heading", ["Bibliographie", "Sources :", "References", "Quellen", "Źródła", "Источники", "参考文献"]
    )
    def test_list_below_its_heading_is_the_articles(self, found: Found, heading: str) -> None:
        listed = ["The old quay, Ana Ruiz, Larn Press, 2005", "Harbour archive, https://larn.example/archive"]

        assert found([*FILL, heading, *listed, STORY, FOREIGN], sure(heading, *listed, STORY, FOREIGN)) == [
            STORY,
            FOREIGN,
        ]
        assert found([*FILL, heading, STORY, FOREIGN], sure(heading, STORY, FOREIGN)) == [heading, STORY, FOREIGN]

    def test_numbered_notes_are_the_articles(self, found: Found) -> None:
        notes = ["Notes", "1. The study is kept in the town hall", "2. Orlo Gazette, March"]

        assert found([*FILL, *notes, *BUTTONS], sure(*notes, *BUTTONS)) == BUTTONS

    def test_source_on_the_line_of_its_heading_is_the_articles(self, found: Found) -> None:
        source = "Sources : https://larn.example/archive"

        assert found([*FILL, source, STORY, FOREIGN], sure(source, STORY, FOREIGN)) == [STORY, FOREIGN]

    def test_notes_in_brackets_need_no_heading(self, found: Found) -> None:
        notes = ["[1]Definition by the harbour office.", "[2] Orlo Gazette. March 2017."]

        assert found([*FILL, *notes, STORY], sure(*notes, STORY)) == [STORY]
        assert found([*FILL, "[4] Orlo Gazette", STORY], sure("[4] Orlo Gazette", STORY)) == ["[4] Orlo Gazette", STORY]

    @pytest.mark.parametrize("mark", ["* ", "{ ", "(*) ", "＊"])
    def test_note_right_after_the_article_is_its_own(self, found: Found, mark: str) -> None:
        note = f"{mark}Boats in Winter is published by Larn Press, Orlo 2012"

        assert found([*FILL, note], sure(note)) == []
        assert found([*FILL, note.removeprefix(mark)], sure(note.removeprefix(mark))) != []

    def test_note_whose_mark_stands_in_the_text_is_the_articles(self, found: Found) -> None:
        note, told = "*Names have been changed", P1.replace("Larn", "Larn*")
        far = [STORY, FOREIGN, STORY + ".", FOREIGN + ".", note]

        assert found([told, P2, P3, *far], sure(*far))[-1] != note
        assert found([*FILL, *far], sure(*far))[-1] == note

    def test_note_with_a_star_right_after_the_article_is_its_own(self, found: Found) -> None:
        notes = ["*Ana Ruiz is a pseudonym", "* Bus drivers call off strike"]

        assert found([*FILL, notes[0], STORY], sure(notes[0], STORY)) == [STORY]
        assert found([*FILL, *notes, STORY], sure(*notes, STORY)) == [*notes, STORY]

    def test_printed_work_is_the_articles_under_any_heading(self, found: Found) -> None:
        assert found([*FILL, STORY, BOOK, FOREIGN], sure(STORY, BOOK, FOREIGN)) == [STORY, FOREIGN]

    def test_works_by_their_authors_are_the_articles(self, found: Found) -> None:
        listed = [
            "Être marin à Larn – par Liza Moe pour le Courrier d’Orlo.",
            "« Le port, cette chimère » : Ana Ruiz à la radio",
        ]

        assert found([*FILL, "À lire :", *listed, STORY, FOREIGN], sure(*listed, STORY, FOREIGN)) == [STORY, FOREIGN]

    def test_works_under_a_heading_with_a_colon_need_no_authors(self, found: Found) -> None:
        heading, listed = "Pour aller plus loin :", ["Le port et ses femmes", "Comment est née la rade"]
        lines = [*FILL, heading, *listed, *BUTTONS]

        assert found(lines, sure(heading, *listed, *BUTTONS)) == BUTTONS


class TestSections:
    def test_heading_of_a_digest_is_the_articles(self, found: Found) -> None:
        assert found([P1, "Sport", P2, "Cinema", P3, "Old town", P4], sure("Sport")) == []
        assert found([P1, "Sport", P2, P3, P4], sure("Sport")) == ["Sport"]

    def test_word_that_stands_twice_is_a_button(self, found: Found) -> None:
        lines = [P1, "Sport", P2, "Cinema", P3, "Sport", P4, "Old town", P1 + " Again.", "Shops", P2 + " Again."]

        assert found(lines, sure("Sport"))[:1] == ["Sport"]

    def test_heading_that_the_paragraph_takes_up_is_the_articles(self, found: Found) -> None:
        heading = "Video of ferries for the outer islands"

        assert found([P1, "Weather", heading, P2, P3, P4], sure("Weather", heading)) == ["Weather"]
        assert found([P1, "Weather", STORY, P2, P3, P4], sure("Weather", STORY)) == ["Weather", STORY]


class TestListUnderOwnHeading:
    LISTS = {
        "en": ("Where to find the Ferrybus", "On Mondays the Ferrybus stops at", "quay"),
        "fr": ("Où trouver le Ferrybus", "Le lundi le Ferrybus attend au", "quai"),
    }

    @pytest.mark.parametrize(("heading", "item", "end"), LISTS.values(), ids=LISTS)
    def test_list_with_a_word_of_its_heading_in_each_line_is_not(
        self, found: Found, heading: str, item: str, end: str
    ) -> None:
        items = [f"{item} {name} {end}" for name in ("Orlo", "Ellery", "Lund")]

        assert found([*FILL, heading, *items], dict.fromkeys(items, 0.9)) == []

    def test_list_under_a_heading_of_the_page_is(self, found: Found) -> None:
        items = [f"Ferrybus goes to {name} at noon" for name in ("Orlo", "Ellery", "Lund")]
        lines = ["More on the Ferrybus", *items]

        assert found([*FILL, *lines], dict.fromkeys(lines, 0.9)) == lines


class TestLastWordOfAnInterview:
    TALKS = [
        ("NQ : Quand le port ouvrira-t-il ?", "Merci beaucoup."),
        ("NQ: When will the harbour open?", "God bless."),
    ]

    @pytest.mark.parametrize(("question", "greeting"), TALKS)
    def test_greeting_below_the_last_answer_is_not(self, found: Found, question: str, greeting: str) -> None:
        answers = [f"MD: {line}" for line in FILL]
        talk = [line for answer in answers for line in (question.replace("?", f"{len(answer)} ?"), answer)]

        assert greeting not in found([*talk, greeting, "Share this article"], {greeting: 0.97})

    def test_one_below_a_paragraph_is(self, found: Found) -> None:
        assert found([*FILL, "God bless.", "Share this article"], {"God bless.": 0.97}) == ["God bless."]


class TestListsOfTheArticle:
    NOTES = ["(1) Larner Post vom Montag", "(2) Hafenamt: Bericht", "(3) Orlo am Abend", "(4) Ebenda"]
    ITEMS = ["BRIDGES – Larn pays. Continue reading…", "FERRIES – Fog is over.", "CARTOON OF THE DAY – All of them…"]
    MATCHES = ["-Larn vs Orlo @4:30pm", "-Lund vs Ellery @7pm", "-Port Dal 0-2 Kirk"]

    def test_notes_that_count_in_round_brackets_are_kept(self, found: Found) -> None:
        assert found([*FILL, *self.NOTES], dict.fromkeys(self.NOTES[2:], SURE)) == []

    def test_same_words_without_numbers_are_reported(self, found: Found) -> None:
        lines = ["Ebenda A", "Ebenda B"]
        assert found([*FILL, *lines], dict.fromkeys(lines, SURE)) == lines

    def test_all_items_with_a_label_are_kept_with_one_of_them(self, found: Found) -> None:
        assert found([*FILL, *self.ITEMS], dict.fromkeys(self.ITEMS[1:], SURE)) == []

    def test_none_is_kept_where_all_are_the_pages(self, found: Found) -> None:
        assert found([*FILL, *self.ITEMS], dict.fromkeys(self.ITEMS, SURE)) == self.ITEMS

    def test_likely_list_of_matches_is_kept(self, found: Found) -> None:
        assert found([*FILL, "Results", *self.MATCHES], dict.fromkeys(self.MATCHES, 0.7), removed=("Results",)) == []

    def test_likely_lines_without_sides_are_reported(self, found: Found) -> None:
        lines = ["Larn 4:30pm", "Orlo 7pm", "Lund 8pm"]
        assert found([*FILL, "Share", *lines], dict.fromkeys(lines, 0.7), removed=("Share",)) == lines

    def test_heading_in_capitals_over_paragraphs_that_open_so_is_kept(self, found: Found) -> None:
        heading, story = "TODAY'S TOP STORIES:", f"FERRIES RETURN TO LARN: {P3}"
        assert found([P1, P2, heading, story, P4], {heading: SURE}) == []

    def test_same_heading_over_another_paragraph_is_reported(self, found: Found) -> None:
        heading = "TODAY'S TOP STORIES:"
        assert found([P1, P2, heading, P3, P4], {heading: SURE}) == [heading]

    def test_announced_list_goes_on_after_an_address(self, found: Found) -> None:
        channels = "For all who ask about the ferries, the council of Larn has these channels:"
        rest = ["Phone: 61 3315-2223", "Films on the channel of the council"]
        lines = [*FILL, channels, "Page of the council", "E-mail: ferry@larn.example", *rest]
        assert found(lines, dict.fromkeys([*rest, lines[-3]], SURE)) == []

    def test_announced_list_ends_at_other_lines_of_the_page(self, found: Found) -> None:
        channels = "For all who ask about the ferries, the council of Larn has these channels:"
        rest = ["Harriers win cup", "Films on the channel of the council"]
        lines = [*FILL, channels, "Page of the council", "Share this article", *rest]
        assert found(lines, dict.fromkeys([*rest, lines[-3]], SURE)) == lines[-3:]


class TestGoingOn:
    """A run neither begins nor ends within what lines beside it have begun."""

    ITEMS = ("Swan Lake (Larn TV at 9) Season 4.", "Heron: Refitted (Orlo at 10) Season 2.")

    def test_next_item_of_a_list_stays_with_it(self, found: Found) -> None:
        kept, item = self.ITEMS

        assert found([*FILL, kept, item, STORY, FOREIGN], dict.fromkeys((item, STORY, FOREIGN), SURE)) == [
            STORY,
            FOREIGN,
        ]

    def test_line_with_another_ending_goes(self, found: Found) -> None:
        kept, item = self.ITEMS[0], "Heron: Refitted (Orlo at 10) Two hours."

        assert found([*FILL, kept, item, STORY], dict.fromkeys((item, STORY), SURE)) == [item, STORY]

    @pytest.mark.parametrize(
        ("opening", "closing"),
        [
            ("“Nobody has asked us, and", "We wait”, the firm wrote."),
            ("港の会社は「誰も聞かなかった", "待っている」と書いた。"),
        ],
    )
    def test_lines_within_a_quotation_stay(self, found: Found, opening: str, closing: str) -> None:
        within = ["Old Quay", "Larn Ferries"]

        told = found(
            [*FILL, opening, *within, closing, STORY, FOREIGN], dict.fromkeys((*within, closing, STORY, FOREIGN), SURE)
        )

        assert told == [STORY, FOREIGN]

    def test_lines_between_two_quotations_go(self, found: Found) -> None:
        first, second = "“Nobody has asked us.”", "“We wait”, the firm wrote."

        told = found([*FILL, first, STORY, FOREIGN, second], dict.fromkeys((STORY, FOREIGN), SURE), page=0.95)

        assert told == [STORY, FOREIGN]
