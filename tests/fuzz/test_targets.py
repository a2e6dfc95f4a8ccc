"""What is fuzzed holds for its seeds and for some changes of them; `run.py` tries millions."""

from __future__ import annotations

from functools import cache

import pytest
from fuzz.targets import TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st

EXAMPLES = 8
MAX_PART_BYTES = 12

_start_of = cache(lambda name: TARGETS[name].seeds())


@st.composite
def changed(draw: st.DrawFn, name: str) -> bytes:
    """Return a seed in which some bytes are gone, new or twice."""
    data = draw(st.sampled_from(_start_of(name)))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, MAX_PART_BYTES)))
        new = draw(st.one_of(st.binary(max_size=MAX_PART_BYTES), st.just(data[start:end] * 2)))
        data = data[:start] + new + data[end:]
    return data


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_hold(name: str) -> None:
    for data in _start_of(name):
        TARGETS[name].run(data)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_changed_seeds_hold(name: str, data: st.DataObject) -> None:
    TARGETS[name].run(data.draw(changed(name)))
