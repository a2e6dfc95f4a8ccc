"""Which wording the models of zones see, and how much of a line it covers."""

from __future__ import annotations

from typing import Any

from scrapelint import Article
from scrapelint.engine.linter import Linter
from scrapelint.packs.files import Pack, compiled
from scrapelint.residue.cues import covers
from scrapelint.selection.registry import discover


def table(**keys: str) -> Any:
    """Return the phrases of a pack with one entry and these keys."""
    entry = {"id": "call", "where": "inside", "max_line_chars": 80, "phrases": {"en": ["call the harbour"]}}
    return compiled([Pack.model_validate({"concept": "harbour", "summary": "s", "entries": [entry], **keys})])


def covered(text: str, **keys: str) -> dict[str, list[int]]:
    """Return what the phrases of the pack cover of each line, where no rule asks for them."""
    doc = Linter((), table(**keys)).document(Article(text))
    return covers(doc.lines, doc._hits.phrases)


def test_a_pack_says_what_its_wording_is_a_cue_for() -> None:
    assert covered("Call the harbour\n\nBoats sail.", cue="menu")["menu"] == [100, 0]


def test_a_pack_without_a_cue_says_nothing_to_the_models() -> None:
    assert not any(any(column) for column in covered("Call the harbour\n\nBoats sail.").values())


def test_the_built_in_packs_have_wording_for_every_cue() -> None:
    cues = {entry.cue for entry in discover().phrases().entries}

    assert cues == {"", "links", "menu", "promotion", "comments", "credit", "notice"}
