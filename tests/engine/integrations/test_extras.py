"""What is told where the package of an integration is not installed."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest

from scrapelint.errors import MissingExtraError


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [
        ("datatrove", "datatrove", "datatrove"),
        ("curator", "nemo_curator", "curator"),
        ("data_juicer", "data_juicer", "juicer"),
        ("dolma", "dolma", "dolma"),
    ],
)
def test_missing_package_is_told_with_the_extra(
    name: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [known for known in sys.modules if known.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"scrapelint.integrations.{name}", raising=False)

    with pytest.raises(MissingExtraError, match=rf"needs {package}: pip install 'scrapelint\[{extra}\]'"):
        import_module(f"scrapelint.integrations.{name}")
