"""Languages so near to each other that a phrase of one is often one of the other."""

from __future__ import annotations

_RELATED = tuple(
    frozenset(codes.split())
    for codes in (
        "bs hr sr sh sl mk me", "da nb nn no sv", "id ms jv su", "cs sk", "es gl pt ca ast oc an",
        "xh zu ss nr sw st tn", "af nl fy li nds", "be ru uk bg mk sr", "hi mr ne sa bho mai",
        "fa ps ur ckb sd ug prs", "az tr tk", "kk ky tt mn ba", "de lb gsw bar nds", "fi et", "tl fil ceb",
        "zh wuu yue", "it co scn rm", "en pcm sco", "fr ht oc",
    )
)  # fmt: skip


def are_related(one: str, other: str) -> bool:
    """Tell whether two languages are one, or so near that a short text does not tell them apart."""
    return one == other or any(one in group and other in group for group in _RELATED)
