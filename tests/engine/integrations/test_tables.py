"""A table of any kind has the findings, and the mended texts, of a file of the same records."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from command import ARTICLE, FORM, scrapelint
from generated import records

from scrapelint.errors import ConfigError, UsageError
from scrapelint.integrations import tables

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import datasets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COUNT = 22
CHOICE: dict[str, Any] = {"select": ["CMT001"]}
KEPT = ARTICLE.replace(f"\n{FORM}\n", "")
STORY = "The council approved the plan for the new tram line on Tuesday night after a debate of six hours."


@pytest.fixture(scope="module")
def articles() -> list[dict[str, Any]]:
    """Articles with copies among them, residue, mojibake in a title, and rows in which something is missing."""
    made: list[dict[str, Any]] = [
        {**record, "title": "Tram plan approved", "words": 150 + number, "share": 0.5}
        for number, record in enumerate(records(COUNT, words=150))
    ]
    for number in range(3, COUNT, 7):
        made[number]["text"] += f"\n\n{FORM}\n\n\u2757 Sold out 𝕏"
    made[5] |= {"text": None}
    made[8] |= {"title": None, "author": None, "share": None}
    made[11] |= {"title": "Itâ€™s over, says the cafÃ© owner"}
    return made


@pytest.fixture(scope="module")
def home(articles: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of these articles."""
    folder = tmp_path_factory.mktemp("local")
    lines = [json.dumps(record) for record in articles]
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def found(home: Path) -> list[str]:
    """What `check` finds in the file."""
    ran = scrapelint("check", "--isolated", "--output-format", "json-lines", "a.jsonl", cwd=home)
    return ran.out.splitlines()


@pytest.fixture(scope="module")
def scored(home: Path) -> list[str]:
    """What the format `scores` says of the file."""
    return scrapelint("check", "--isolated", "--output-format", "scores", "a.jsonl", cwd=home).out.splitlines()


@pytest.fixture(scope="module")
def cleaned(home: Path) -> list[dict[str, Any]]:
    """What `clean` makes of the file."""
    scrapelint("clean", "--isolated", "a.jsonl", "-o", "b.jsonl", cwd=home)
    return [json.loads(line) for line in (home / "b.jsonl").read_text("utf-8").splitlines()]


def relation(rows: list[dict[str, Any]]) -> Any:
    """Return rows as a relation of a connection of its own."""
    table = pa.Table.from_pylist(rows)
    return duckdb.connect().from_arrow(table)


def columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Return rows as lists."""
    return {name: [row[name] for row in rows] for name in rows[0]}


MAKERS: dict[str, Callable[[list[dict[str, Any]]], Any]] = {
    "pandas": pd.DataFrame,
    "polars": lambda rows: pl.DataFrame(rows, infer_schema_length=None),
    "pyarrow": pa.Table.from_pylist,
    "datasets": datasets.Dataset.from_list,
    "duckdb": relation,
    "lists": columns,
}


def known(finding: str) -> Any:
    """Return a finding as it is written; of a record without a text what does not depend on the line of the file."""
    read = json.loads(finding)
    return finding if read["code"] != "INP004" else (read["code"], read["record"], read["severity"])


def rows_of(table: Any) -> list[dict[str, Any]]:
    """Return the rows of any table, None for what is missing."""
    if isinstance(table, pd.DataFrame):
        return [{k: None if pd.isna(v) else v for k, v in row.items()} for row in table.to_dict("records")]
    if isinstance(table, pl.DataFrame):
        return table.to_dicts()
    if isinstance(table, dict):
        return [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]
    if isinstance(table, datasets.Dataset):
        return table.to_list()
    rows: list[dict[str, Any]] = (table if isinstance(table, pa.Table) else table.to_arrow_table()).to_pylist()
    return rows


@pytest.mark.parametrize("kind", MAKERS)
class TestAnyTable:
    def test_scores_are_those_of_the_command_byte_for_byte(
        self, kind: str, articles: list[dict[str, Any]], scored: list[str]
    ) -> None:
        table = MAKERS[kind]([{**record, "filename": "a.jsonl"} for record in articles])

        scores = tables.scores(table)

        assert type(scores) is type(table)
        assert [row["scored"] for row in rows_of(scores)] == scored
        assert len(scored) == COUNT - 1
        assert all(row.items() >= json.loads(row["scored"]).items() for row in rows_of(scores))

    def test_findings_are_those_of_the_command_byte_for_byte(
        self, kind: str, articles: list[dict[str, Any]], found: list[str]
    ) -> None:
        table = MAKERS[kind]([{**record, "filename": "a.jsonl"} for record in articles])

        findings = tables.check(table)

        assert type(findings) is type(table)
        assert [known(row["finding"]) for row in rows_of(findings)] == list(map(known, found))

    def test_columns_tell_what_the_finding_tells(self, kind: str, articles: list[dict[str, Any]]) -> None:
        (row,) = rows_of(tables.check(MAKERS[kind](articles[:4]), select=["CMT001"]))

        known = json.loads(row.pop("finding"))
        assert row == {name: known[name] for name in row}
        assert (row["code"], row["filename"], row["record"]) == ("CMT001", "", 4)

    def test_texts_are_those_that_the_command_writes(
        self, kind: str, articles: list[dict[str, Any]], cleaned: list[dict[str, Any]]
    ) -> None:
        table = MAKERS[kind](articles)

        made = tables.clean(table)

        assert type(made) is type(table)
        assert rows_of(made) == cleaned
        assert cleaned != articles

    def test_table_itself_stays_as_it_is(self, kind: str, articles: list[dict[str, Any]]) -> None:
        table = MAKERS[kind](articles)

        tables.clean(table, **CHOICE)

        assert rows_of(table) == articles

    def test_table_without_findings_has_the_same_columns(self, kind: str) -> None:
        none, some = (tables.check(MAKERS[kind]([{"text": text}]), **CHOICE) for text in (STORY, ARTICLE))

        assert (len(rows_of(none)), len(rows_of(some))) == (0, 1)
        assert kinds_of(none) == kinds_of(some)

    def test_text_deeper_in_a_column_is_mended_there(self, kind: str) -> None:
        table = MAKERS[kind]([{"id": "a", "metadata": {"n": 3, "text": ARTICLE}}, {"id": "b", "metadata": None}])

        made = rows_of(tables.clean(table, **CHOICE))

        assert [row["metadata"] for row in made] == [{"n": 3, "text": KEPT}, None]

    def test_column_of_the_text_can_be_named(self, kind: str) -> None:
        table = MAKERS[kind]([{"story": ARTICLE, "text": STORY}])

        assert [row["code"] for row in rows_of(tables.check(table, text_field="story", **CHOICE))] == ["CMT001"]
        assert rows_of(tables.clean(table, text_field="story", **CHOICE)) == [{"story": KEPT, "text": STORY}]


def kinds_of(table: Any) -> dict[str, Any]:
    """Return the columns of a table and their types."""
    if isinstance(table, dict):
        return dict.fromkeys(table)
    if hasattr(table, "types"):
        return dict(zip(table.columns, table.types, strict=True))
    if isinstance(table, pa.Table):
        return {field.name: field.type for field in table.schema}
    return dict(getattr(table, "features", None) or table.schema) if not hasattr(table, "iloc") else dict(table.dtypes)


class TestPandas:
    def test_index_and_types_stay(self) -> None:
        df = pd.DataFrame(
            {
                "text": pd.array([ARTICLE, pd.NA, STORY], "string"),
                "title": pd.Categorical(["Itâ€™s over, says the cafÃ© owner", "Tram plan approved", None]),
                "seen": pd.to_datetime(["2026-11-01", None, "2026-11-03"]),
                "tags": [["a"], [], None],
            },
            index=pd.Index(["x", "y", "x"], name="key"),
        )

        made = tables.clean(df)

        assert list(made.index) == ["x", "y", "x"]
        assert made.index.name == "key"
        assert list(made["text"].fillna("")) == [KEPT, "", STORY]
        assert list(made["title"])[:2] == ["It’s over, says the café owner", "Tram plan approved"]
        assert [str(kind) for kind in made.dtypes] == [str(kind) for kind in df.dtypes]
        pd.testing.assert_frame_equal(made[["seen", "tags"]], df[["seen", "tags"]])

    def test_missing_values_are_absent(self) -> None:
        df = pd.DataFrame({"text": [STORY, STORY], "title": [float("nan"), "404 Not Found"], "author": [pd.NA, pd.NaT]})

        assert [(row.record, row.field) for row in tables.check(df, select=["MET002"]).itertuples()] == [(2, "title")]
        assert not len(tables.check(df, select=["MET"], ignore=["MET002"]).query("field == 'author'"))

    def test_findings_join_with_the_rows(self) -> None:
        df = pd.DataFrame({"text": [STORY, ARTICLE]}, index=[7, 9])

        findings = tables.check(df, **CHOICE)

        assert df.index[findings["record"] - 1].tolist() == [9]

    def test_columns_without_a_name_and_columns_twice_stay(self) -> None:
        df = pd.DataFrame([[ARTICLE, 1, 2, 3]], columns=["text", 0, "n", "n"])

        made = tables.clean(df, **CHOICE)

        assert made.to_numpy().tolist() == [[KEPT, 1, 2, 3]]

    def test_paragraphs_in_a_list_are_mended_in_their_place(self) -> None:
        df = pd.DataFrame({"text": [[STORY, FORM]]})
        read = pa.Table.from_pandas(df).to_pandas()  # lists of Arrow are arrays here

        assert [list(value) for value in tables.clean(read, **CHOICE)["text"]] == [[STORY, ""]]


class TestPolars:
    def test_types_stay(self) -> None:
        known = ["Itâ€™s over, says the cafÃ© owner", "Tram plan approved"]
        df = pl.DataFrame(
            {"text": [ARTICLE, None], "title": known, "seen": [None, 5]},
            schema={"text": pl.String, "title": pl.Enum(known), "seen": pl.Int16},
        )

        made = tables.clean(df)

        assert made["text"].to_list() == [KEPT, None]
        assert made["title"].to_list() == ["It’s over, says the café owner", "Tram plan approved"]
        assert isinstance(made.schema["title"], pl.Enum)
        assert made.drop("text", "title").equals(df.drop("text", "title"))

    def test_rows_that_are_not_mended_keep_what_python_cannot_hold(self) -> None:
        kind = pl.Struct({"text": pl.String, "seen": pl.Datetime("ns")})
        seen = pl.Series([1, 2]).cast(pl.Datetime("ns"))
        articles = pl.DataFrame({"text": [ARTICLE, "Talks ended on Friday."], "seen": seen}).select(
            pl.struct("text", "seen").cast(kind).alias("article")
        )

        cleaned = tables.clean(articles, select=["CMT"], text_field="article.text")

        assert FORM not in cleaned["article"].struct.field("text")[0]
        assert cleaned["article"].struct.field("seen").cast(pl.Int64)[1] == 2

    def test_lazy_frame_is_told_what_to_do(self) -> None:
        with pytest.raises(TypeError, match=r"polars\.LazyFrame is no table: collect\(\) it first"):
            tables.check(pl.LazyFrame({"text": [STORY]}))

    def test_lazy_frame_is_cleaned_by_its_own_means(self) -> None:
        made = pl.LazyFrame({"text": [ARTICLE]}).map_batches(lambda df: tables.clean(df, **CHOICE)).collect()

        assert made["text"].to_list() == [KEPT]


class TestArrow:
    def test_types_and_metadata_stay(self) -> None:
        schema = pa.schema(
            [
                pa.field("text", pa.large_string(), metadata={"a": "b"}),
                pa.field("title", pa.dictionary(pa.int32(), pa.string())),
                pa.field("metadata", pa.struct([("url", pa.string()), ("n", pa.int8())])),
            ],
            metadata={"made": "by us"},
        )
        rows = [{"text": ARTICLE, "title": "Tram", "metadata": {"url": "https://a.example/1", "n": 3}}]
        table = pa.Table.from_pylist(rows, schema)

        made = tables.clean(table, **CHOICE)

        assert made.schema.equals(schema, check_metadata=True)
        assert made.to_pylist() == [{**rows[0], "text": KEPT}]


class TestDatasets:
    @pytest.fixture(autouse=True)
    def _own_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "environ", os.environ)  # `map` in processes leaves a copy in its place

    @pytest.mark.parametrize("processes", [None, 2])
    def test_cleans_by_map_in_processes(self, processes: int | None) -> None:
        given = datasets.Dataset.from_dict({"text": [ARTICLE, STORY], "label": [0, 1]})
        given = given.cast_column("label", datasets.ClassLabel(names=["a", "b"]))

        made = given.map(tables.clean, batched=True, num_proc=processes, fn_kwargs=CHOICE)

        assert made["text"][:] == [KEPT, STORY]
        assert made.features == given.features

    def test_rows_that_are_selected_are_those_that_are_cleaned(self) -> None:
        given = datasets.Dataset.from_dict({"text": [STORY, ARTICLE, STORY]}).select([1, 2]).with_format("numpy")

        made = tables.clean(given, **CHOICE)

        assert made.format["type"] == "numpy"
        assert made.with_format(None)["text"][:] == [KEPT, STORY]


def test_relation_stays_with_its_connection() -> None:
    connection = duckdb.connect()
    connection.execute("CREATE TABLE crawl AS SELECT $1 AS text", [ARTICLE])

    made = tables.clean(connection.table("crawl"), **CHOICE)
    made.create("cleaned")

    assert connection.sql("SELECT text FROM cleaned").fetchall() == [(KEPT,)]


def test_findings_in_a_folder_of_a_project_are_those_of_the_command_byte_for_byte(
    articles: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    (tmp_path / "sub" / "a.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in articles[:5]), encoding="utf-8")
    options = ("--isolated", "--select", "CMT", "--output-format", "json-lines")
    ran = scrapelint("check", *options, "a.jsonl", cwd=tmp_path / "sub")
    rows = pa.Table.from_pylist([{**one, "filename": "a.jsonl"} for one in articles[:5]])

    findings = tables.check(rows, select=["CMT"])

    assert len(findings) == 1
    assert findings.column("finding").to_pylist() == ran.out.splitlines()


def test_rows_that_all_lack_a_text_are_told_once() -> None:
    found = rows_of(tables.check(pd.DataFrame({"text": [None, None, None], "title": ["A", "B", "C"]})))

    assert [(row["code"], row["record"]) for row in found] == [("INP004", None)]
    assert "any of 3 records" in found[0]["message"]


def test_row_that_would_lose_too_much_is_told_and_stays() -> None:
    with pytest.warns(UserWarning, match=r"^left as it was: row 2: would lose \d+% of its paragraphs$"):
        made = tables.clean({"text": [None, FORM]}, **CHOICE)

    assert made == {"text": [None, FORM]}


@pytest.mark.parametrize("work", [tables.check, tables.clean])
@pytest.mark.parametrize(
    ("options", "error", "problem"),
    [
        ({}, UsageError, "no column holds the text; there are a, story: name it with text_field"),
        ({"text_field": "stroy"}, UsageError, 'no column "stroy"; did you mean "story"?; there are a, story'),
        ({"text_field": "story", "select": ["CMT9"]}, ConfigError, 'unknown rule "CMT9"'),
    ],
)
def test_what_is_not_there_is_told(
    work: Callable[..., Any], options: dict[str, Any], error: type[Exception], problem: str
) -> None:
    with pytest.raises(error, match=problem.replace("?", r"\?")):
        work({"a": [1], "story": [STORY]}, **options)


@pytest.mark.parametrize("given", [STORY, [{"text": STORY}], None])
def test_what_is_no_table_is_a_type_error(given: Any) -> None:
    with pytest.raises(TypeError, match="is no table: a table is a DataFrame of pandas or polars"):
        tables.check(given)


def test_no_library_of_tables_is_imported_for_lists(tmp_path: Path) -> None:
    code = (
        "import sys; from scrapelint.integrations import tables;"
        "tables.check({'text': ['Talks ended.']}, select='CMT'); tables.clean({'text': ['Talks ended.']}, select='CMT');"
        "print([m for m in ('pandas', 'polars', 'pyarrow', 'datasets', 'duckdb', 'numpy') if m in sys.modules])"
    )

    assert subprocess.check_output([sys.executable, "-c", code], cwd=tmp_path, text=True) == "[]\n"
