"""The schema of what `json` and `json-lines` print."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class LocationRecord(_Model):
    """A place: rows and columns from 1, columns and offset in code points."""

    row: int = Field(ge=1)
    column: int = Field(ge=1)
    offset: int = Field(ge=0)


class EditRecord(_Model):
    """Replace what is from `location` to before `end_location` by `content`."""

    content: str
    location: LocationRecord
    end_location: LocationRecord


class FixRecord(_Model):
    """Edits that mend a finding, all or none."""

    applicability: Literal["safe", "unsafe"]
    message: str
    edits: list[EditRecord] = Field(min_length=1)


class RelatedRecord(_Model):
    """Another article that a finding across articles is about."""

    filename: str
    record: int | None
    id: str


class FindingRecord(_Model):
    """One reported place."""

    code: str = Field(pattern=r"^[A-Z]{3}\d{3}$")
    name: str
    severity: Literal["info", "warning", "error"]
    confidence: float = Field(ge=0, le=1, description="Measured precision of this kind of hit.")
    message: str
    filename: str
    record: int | None = Field(description="Number of the record in its file, from 1; null for a file of one article.")
    id: str
    field: str | None = Field(description="Our name of the field; null where no article could be read.")
    location: LocationRecord | None = Field(description="In the text, or in the file where no article could be read.")
    end_location: LocationRecord | None = Field(description="Exclusive.")
    evidence: dict[str, Any] = Field(description="The phrase and pack entry, or the value against its threshold.")
    related: list[RelatedRecord]
    fix: FixRecord | None
    fingerprint: str = Field(pattern=r"^[0-9a-f]{32}$", description="The same after lines have moved.")
    url: str


def findings_schema() -> dict[str, Any]:
    """Return the JSON schema of the array that `json` prints; `json-lines` prints its items."""
    from pydantic import TypeAdapter

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(list[FindingRecord]).json_schema()}
