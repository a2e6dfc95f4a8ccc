"""Languages that detectors and people take for each other."""

from __future__ import annotations

_KIN = (
    frozenset({"bs", "hr", "sr", "sh", "sl", "mk", "me"}), frozenset({"da", "no", "sv", "nb", "nn"}), frozenset({"id", "ms", "jv", "su"}),
    frozenset({"cs", "sk"}), frozenset({"es", "gl", "pt", "ca", "ast", "oc", "an"}), frozenset({"xh", "zu", "ss", "nr", "sw", "st", "tn"}),
    frozenset({"af", "nl", "fy", "li", "nds"}), frozenset({"be", "ru", "uk", "bg", "mk", "sr"}), frozenset({"hi", "mr", "ne", "sa", "bho", "mai"}),
    frozenset({"fa", "ps", "ur", "ckb", "sd", "ug", "prs"}), frozenset({"az", "tr", "tk"}), frozenset({"kk", "ky", "tt", "mn", "ba"}),
    frozenset({"de", "lb", "gsw", "bar", "nds"}), frozenset({"fi", "et"}), frozenset({"tl", "fil", "ceb"}), frozenset({"zh", "wuu", "yue"}),
    frozenset({"it", "co", "scn", "rm"}), frozenset({"en", "pcm", "sco"}), frozenset({"fr", "ht", "oc"}),
)  # fmt: skip


def are_kin(one: str, other: str) -> bool:
    """Tell whether two languages are one, or so near that a short text does not tell them apart."""
    return one == other or any(one in kin and other in kin for kin in _KIN)
