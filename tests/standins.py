"""What packages publish for those who extend them, in place of packages that are too large to install for tests.

NeMo Curator 1.4.0 brings torch and Ray, data-juicer 1.6.1 takes 440 MB and half a minute to install, dolma 1.2.1 holds
numpy below 2 and Python below 3.13. What stands here has the names, signatures and effects of the base classes of these
versions. Where a package is installed, the tests take it instead.
"""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Names = dict[str, dict[str, Any]]
    """What stands in which module."""


@contextmanager
def integration(name: str, package: str, standins: Names) -> Iterator[ModuleType]:
    """Import `scrapelint.integrations.NAME`, with the package where it is installed, else with what stands for it."""
    with pytest.MonkeyPatch.context() as patch:
        if find_spec(package) is None:
            for module, names in _with_parents(standins).items():
                patch.setitem(sys.modules, module, _module(module, names))
        patch.delitem(sys.modules, f"scrapelint.integrations.{name}", raising=False)
        yield import_module(f"scrapelint.integrations.{name}")
        sys.modules.pop(f"scrapelint.integrations.{name}")


def _with_parents(standins: Names) -> Names:
    parents = {m.rsplit(".", n)[0]: {} for m in standins for n in range(1, m.count(".") + 1)}
    return {**parents, **standins}


def _module(name: str, names: dict[str, Any]) -> ModuleType:
    made = ModuleType(name)
    made.__path__ = []
    vars(made).update(names)
    return made


class DocumentModifier(ABC):
    """`nemo_curator.stages.text.modifiers.DocumentModifier` of NeMo Curator 1.4.0."""

    def __init__(self) -> None:
        super().__init__()
        self._name = self.__class__.__name__
        self._sentences = None
        self._paragraphs = None
        self._ngrams = None

    @abstractmethod
    def modify_document(self, *args: object, **kwargs: object) -> object: ...

    @property
    def name(self) -> str:
        return self._name


class DocumentFilter(ABC):
    """`nemo_curator.stages.text.filters.DocumentFilter` of NeMo Curator 1.4.0."""

    def __init__(self) -> None:
        super().__init__()
        self._name = self.__class__.__name__
        self._sentences = None
        self._paragraphs = None
        self._ngrams = None

    @abstractmethod
    def score_document(self, text: str) -> float | list[int | float]: ...

    @abstractmethod
    def keep_document(self, scores: float | list[int | float]) -> bool: ...

    @property
    def name(self) -> str:
        return self._name


CURATOR: Names = {
    "nemo_curator.stages.text.modifiers": {"DocumentModifier": DocumentModifier},
    "nemo_curator.stages.text.filters": {"DocumentFilter": DocumentFilter},
}


class Registry:
    """`data_juicer.utils.registry.Registry` of data-juicer 1.6.1."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.modules: dict[str, Any] = {}

    def register_module(self, module_name: str) -> Callable[[type], type]:
        def register(module_cls: Any) -> Any:
            self.modules[module_name] = module_cls
            module_cls._name = module_name
            return module_cls

        return register


class OP:
    """`data_juicer.ops.base_op.OP`, as far as it heeds texts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        self.text_key = kwargs.get("text_key", "text")
        self.skip_op_error = kwargs.get("skip_op_error", False)
        self.num_proc = kwargs.get("num_proc", -1)


def _forbid(cls: type, *names: str) -> None:
    for name in names:
        if name in cls.__dict__:
            raise TypeError(f"Method {name} cannot be overridden by subclass {cls.__name__}.")


class Mapper(OP):
    """`data_juicer.ops.base_op.Mapper`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.process = self.process_single

    def __init_subclass__(cls) -> None:
        _forbid(cls, "process")

    def process_single(self, sample: Any) -> Any:
        raise NotImplementedError


class Filter(OP):
    """`data_juicer.ops.base_op.Filter`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.min_closed_interval = kwargs.get("min_closed_interval", True)
        self.max_closed_interval = kwargs.get("max_closed_interval", True)
        self.reversed_range = kwargs.get("reversed_range", False)
        if self.reversed_range:
            self.min_closed_interval = not self.min_closed_interval
            self.max_closed_interval = not self.max_closed_interval
        self.compute_stats = self.compute_stats_single
        self.process = self.process_single

    def __init_subclass__(cls) -> None:
        _forbid(cls, "compute_stats", "process")

    def get_keep_boolean(self, val: float, min_val: float | None = None, max_val: float | None = None) -> bool:
        kept = True
        if min_val is not None:
            kept = kept and (val >= min_val if self.min_closed_interval else val > min_val)
        if max_val is not None:
            kept = kept and (val <= max_val if self.max_closed_interval else val < max_val)
        return not kept if self.reversed_range else kept

    def compute_stats_single(self, sample: Any, context: bool = False) -> Any:  # noqa: FBT001, FBT002
        raise NotImplementedError

    def process_single(self, sample: Any) -> bool:
        raise NotImplementedError


class Fields:
    """`data_juicer.utils.constant.Fields`."""

    stats = "__dj__stats__"


DATA_JUICER: Names = {
    "data_juicer.ops.base_op": {"OPERATORS": Registry("Operators"), "Mapper": Mapper, "Filter": Filter},
    "data_juicer.utils.constant": {"Fields": Fields},
}


class Document:
    """`dolma.core.data_types.Document` of dolma 1.2.1."""

    def __init__(self, source: str, id: str, text: str, version: str | None = None) -> None:  # noqa: A002
        self.source = source
        self.version = version
        self.id = id
        self.text = text


class Span:
    """`dolma.core.data_types.Span`."""

    def __init__(self, start: int, end: int, type: str, score: float = 1.0) -> None:  # noqa: A002
        self.start = start
        self.end = end
        self.type = type
        self.score = float(score)


class DocResult:
    """`dolma.core.data_types.DocResult`."""

    def __init__(self, doc: Document, spans: list[Span]) -> None:
        self.doc = doc
        self.spans = spans


class BaseTagger:
    """`dolma.core.taggers.BaseTagger`."""

    @property
    def defaults(self) -> list[str]:
        return []

    @abstractmethod
    def predict(self, doc: Document) -> DocResult:
        raise NotImplementedError

    def group_output(self, doc_result: DocResult) -> dict[str, list[tuple[int, int, float]]]:
        found: dict[str, list[tuple[int, int, float]]] = {field: [] for field in self.defaults}
        for span in doc_result.spans:
            found.setdefault(span.type, []).append((span.start, span.end, round(float(span.score), 5)))
        return found


class TaggerRegistry:
    """`dolma.core.registry.TaggerRegistry`."""

    known: dict[str, type] = {}

    @classmethod
    def add(cls, name: str) -> Callable[[type], type]:
        def add(tagger: type) -> type:
            cls.known[name] = tagger
            return tagger

        return add

    @classmethod
    def get(cls, name: str) -> type:
        return cls.known[name]


DOLMA: Names = {
    "dolma.core.data_types": {"Document": Document, "Span": Span, "DocResult": DocResult},
    "dolma.core.taggers": {"BaseTagger": BaseTagger},
    "dolma.core.registry": {"TaggerRegistry": TaggerRegistry},
}
