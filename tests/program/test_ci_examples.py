"""The action for GitHub and the component for GitLab, run step by step on the example repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from checkouts import CHECKOUT, EXAMPLE, commit_all
from click.testing import CliRunner

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT_S = 300
HARBOUR = "articles/harbour.txt"


@pytest.fixture(scope="module")
def runner_temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("runner")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The example repository, checked out."""
    folder = tmp_path / "corpus"
    shutil.copytree(EXAMPLE, folder)
    commit_all(folder)
    return folder


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", CHECKOUT / "action.yml"),
        ("vendor.github-workflows", EXAMPLE / ".github/workflows/articles.yml"),
        ("vendor.gitlab-ci", EXAMPLE / ".gitlab-ci.yml"),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_file_follows_the_schema_of_its_service(schema: str, path: Path) -> None:
    result = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(path)])

    assert result.exit_code == 0, result.output


class Step:
    """What a step of a workflow came to."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        self.status = done.returncode
        self.log = done.stdout


def run_script(script: str, shell: list[str], cwd: Path, environment: dict[str, str]) -> Step:
    known = {key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")}
    done = subprocess.run(
        [*shell, script], cwd=cwd, env={**known, **environment}, text=True, check=False, timeout=TIMEOUT_S,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return Step(done)


def run_action(source: Path, given: dict[str, str], cwd: Path, temp: Path) -> Step:
    """Run the steps of the action, as the runner does: the first that fails is the last."""
    action = yaml.safe_load((source / "action.yml").read_text(encoding="utf-8"))
    inputs = {name: known["default"] for name, known in action["inputs"].items()} | given
    runner = {
        "RUNNER_TEMP": str(temp),
        "GITHUB_ACTION_PATH": str(source),
        "GITHUB_STEP_SUMMARY": str(cwd / "summary.md"),
    }
    step = None
    for known in action["runs"]["steps"]:
        if "Install" in known["name"] and (temp / "scrapelint").exists():
            continue  # the environment of the test before
        assert known["shell"] == "bash"
        environment = {key: _filled(value, inputs) for key, value in known.get("env", {}).items()}
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
        step = run_script(known["run"], shell, cwd, {**runner, **environment})
        if step.status:
            break
    assert step
    return step


def _filled(text: str, inputs: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], text)


@pytest.mark.hooks
class TestGithub:
    def test_workflow_annotates_and_leaves_a_report_to_upload(
        self, source: Path, repository: Path, runner_temp: Path
    ) -> None:
        workflow = yaml.safe_load((repository / ".github/workflows/articles.yml").read_text(encoding="utf-8"))
        checkout, check, upload = workflow["jobs"]["scrapelint"]["steps"]

        step = run_action(source, check["with"], repository, runner_temp)

        assert checkout["uses"].startswith("actions/checkout@")
        assert step.status == 1
        assert f"::error file={HARBOUR},line=7,endLine=9,title=CMT001 comment-form::" in step.log
        report = json.loads((repository / upload["with"]["sarif_file"]).read_text(encoding="utf-8"))
        assert [r["ruleId"] for r in report["runs"][0]["results"]] == ["CMT001"]
        assert "CMT001 comment\\-form" in (repository / "summary.md").read_text(encoding="utf-8")

    def test_clean_articles_pass(self, source: Path, repository: Path, runner_temp: Path) -> None:
        step = run_action(source, {"paths": "articles/bridge.txt"}, repository, runner_temp)

        assert (step.status, step.log) == (0, "Nothing found in 1 article.\n")

    def test_only_what_a_change_brings_in_is_annotated(self, source: Path, repository: Path, runner_temp: Path) -> None:
        (repository / "articles" / "two words.txt").write_text(
            (repository / HARBOUR).read_text(encoding="utf-8"), encoding="utf-8"
        )

        step = run_action(
            source, {"paths": "articles/two words.txt\narticles", "diff-base": "HEAD"}, repository, runner_temp
        )

        assert step.status == 1
        assert step.log.count("::error file=articles/two words.txt") == 1
        assert HARBOUR not in step.log

    def test_inputs_are_never_run(self, source: Path, repository: Path, runner_temp: Path) -> None:
        hostile = "$(touch owned) `touch owned` ; touch owned"

        for name in ("paths", "args", "diff-base", "sarif"):
            run_action(source, {"paths": "articles", name: hostile}, repository, runner_temp)

        assert not (repository / "owned").exists()


@pytest.mark.hooks
class TestGitlab:
    @pytest.fixture
    def job(self, source: Path, repository: Path) -> dict[str, Any]:
        """The job that the example repository includes, its inputs filled in."""
        (include,) = yaml.safe_load((repository / ".gitlab-ci.yml").read_text(encoding="utf-8"))["include"]
        name = include["component"].rpartition("/")[2].partition("@")[0]
        head, _, body = (source / "templates" / f"{name}.yml").read_text(encoding="utf-8").partition("\n---\n")
        known = {name: value["default"] for name, value in yaml.safe_load(head)["spec"]["inputs"].items()}
        inputs = known | include["inputs"] | {"requirement": str(source)}
        assert include["inputs"].keys() <= known.keys()
        filled = re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda found: inputs[found[1]], body)
        return yaml.safe_load(filled)["scrapelint"]

    def test_component_becomes_a_valid_job(self, job: dict[str, Any], tmp_path: Path) -> None:
        path = tmp_path / ".gitlab-ci.yml"
        path.write_text(yaml.safe_dump({"scrapelint": job}), encoding="utf-8")

        result = CliRunner().invoke(check_jsonschema, ["--builtin-schema", "vendor.gitlab-ci", str(path)])

        assert result.exit_code == 0, result.output

    def test_job_fails_and_leaves_its_reports(self, job: dict[str, Any], repository: Path) -> None:
        steps = [run_script(line, ["sh", "-c"], repository, {}) for line in job["script"]]

        assert [step.status for step in steps] == [0, 0, 1]
        assert f'{HARBOUR}:7:1: error CMT001 [*] comment form: "Leave a Reply"' in steps[-1].log
        reports = job["artifacts"]["reports"]
        issues = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
        assert {issue["location"]["path"] for issue in issues} == {HARBOUR}
        assert (repository / reports["junit"]).read_text(encoding="utf-8").count("<failure") == 1
