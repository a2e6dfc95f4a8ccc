"""What is released, and what releases it: wheel, sdist, container, workflows, and the words about them."""

from __future__ import annotations

import email
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from checkouts import CHECKOUT, git
from click.testing import CliRunner
from packaging.requirements import Requirement

from scrapelint.resources.addresses import MANUAL_URL, REPOSITORY_URL
from scrapelint.resources.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORKFLOWS = sorted((CHECKOUT / ".github" / "workflows").glob("*.yml"))
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
EPOCH_S = "1764000000"
TIMEOUT_S = 300
ARTICLE = "The storm closed the harbour on Monday, and no ferry left until the evening.\n\nLeave a Reply\n"


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=TIMEOUT_S,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


def tracked() -> list[str]:
    """Return the files that are under version control."""
    if not (CHECKOUT / ".git").exists():
        pytest.skip("no checkout, so nothing tells which files are the project's")
    return git("ls-files", "-z", cwd=CHECKOUT).stdout.rstrip("\0").split("\0")


class Built(NamedTuple):
    """A wheel and an sdist."""

    wheel: Path
    sdist: Path

    @property
    def metadata(self) -> email.message.Message:
        """What the wheel says of itself."""
        with zipfile.ZipFile(self.wheel) as archive:
            name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
            return email.message_from_bytes(archive.read(name))


def build(source: Path, out: Path) -> Built:
    run(sys.executable, "-m", "hatchling", "build", "--directory", out, cwd=source, SOURCE_DATE_EPOCH=EPOCH_S)
    return Built(next(out.glob("*.whl")), next(out.glob("*.tar.gz")))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(CHECKOUT, tmp_path_factory.mktemp("dist"))


class TestPackages:
    def test_sdist_gives_the_same_bytes_again(self, built: Built, tmp_path: Path) -> None:
        with tarfile.open(built.sdist) as archive:
            archive.extractall(tmp_path, filter="data")

        again = build(tmp_path / built.sdist.name.removesuffix(".tar.gz"), tmp_path / "again")

        assert again.wheel.read_bytes() == built.wheel.read_bytes()
        assert again.sdist.read_bytes() == built.sdist.read_bytes()

    def test_sdist_is_what_is_under_version_control(self, built: Built) -> None:
        with tarfile.open(built.sdist) as archive:
            names = {name.partition("/")[2] for name in archive.getnames()}

        assert names - {"PKG-INFO"} == set(tracked())

    def test_wheel_holds_the_packages_and_the_manual_page(self, built: Built) -> None:
        with zipfile.ZipFile(built.wheel) as archive:
            names = archive.namelist()
            page = archive.read(f"scrapelint-{__version__}.data/data/share/man/man1/scrapelint.1")

        info, data = f"scrapelint-{__version__}.dist-info", f"scrapelint-{__version__}.data"
        assert {name.partition("/")[0] for name in names} == {"scrapelint", "scrapelint_rules", info, data}
        assert {"scrapelint/py.typed", "scrapelint_rules/py.typed", f"{info}/licenses/LICENSE"} <= set(names)
        assert page == (CHECKOUT / "docs/reference/scrapelint.1").read_bytes()

    @pytest.mark.parametrize("kind", ["wheel", "sdist"])
    def test_package_is_installed_and_runs(self, kind: str, built: Built, tmp_path: Path) -> None:
        (tmp_path / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
        site = tmp_path / "site"

        run(
            sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation",
            "--no-compile", "--no-warn-script-location", "--target", site, getattr(built, kind), cwd=tmp_path,
        )  # fmt: skip
        printed = run(
            sys.executable, "-m", "scrapelint", "--isolated", "--exit-zero", "--output-format", "json", "harbour.txt",
            cwd=tmp_path, PYTHONPATH=str(site),
        )  # fmt: skip

        assert "CMT001" in {finding["code"] for finding in json.loads(printed)}
        assert (site / "share/man/man1/scrapelint.1").is_file()

    def test_links_of_the_readme_lead_somewhere_on_pypi(self, built: Built) -> None:
        links = re.findall(r"\]\(([^)]+)\)", str(built.metadata.get_payload(decode=True), "utf-8"))

        assert len(links) > 20
        for link in links:
            page = link.partition("#")[0]
            if page.startswith(MANUAL_URL):
                place = CHECKOUT / "docs" / page.removeprefix(MANUAL_URL)
                assert place.with_suffix(".md").is_file() or (place / "README.md").is_file(), link
            elif page.startswith(REPOSITORY_URL):
                assert (CHECKOUT / page.removeprefix(f"{REPOSITORY_URL}/blob/main/")).is_file(), link
            else:
                assert page.startswith("https://"), link


class TestManualPage:
    @pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff to read it with")
    def test_manual_page_is_read_without_a_complaint(self) -> None:
        assert not run("groff", "-man", "-z", "-ww", CHECKOUT / "docs/reference/scrapelint.1", cwd=CHECKOUT)


class Instruction(NamedTuple):
    """A line of a Containerfile."""

    name: str
    rest: str


def instructions() -> Iterator[Instruction]:
    text = (CHECKOUT / "Containerfile").read_text(encoding="utf-8")
    for line in re.sub(r"\\\n", " ", text).splitlines():
        if line and not line.startswith("#"):
            yield Instruction(*line.split(maxsplit=1))


class Container:
    """The stages of a Containerfile, each a folder and a Python of its own in place of an image."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stages: list[Path] = []
        self.names: dict[str, Path] = {}
        self.settings: dict[str, str] = {}

    def build(self) -> None:
        """Follow the instructions."""
        for name, rest in instructions():
            getattr(self, f"_{name.lower()}", self._set)(rest, name)

    @property
    def environment(self) -> dict[str, str]:
        """Where commands of the last stage are found."""
        path = os.pathsep.join([str(self.stages[-1] / "python/bin"), os.environ["PATH"]])
        return {"PATH": path}

    def _from(self, rest: str, _: str) -> None:
        image, _, name = rest.partition(" AS ")
        assert image == "docker.io/library/python:3.13-slim"
        self.stages.append(self.folder / f"stage-{len(self.stages)}")
        self.names[name] = self.stages[-1]
        python = self.stages[-1] / "python/bin"
        venv.create(python.parent)
        (python / "pip").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pip --python "{python}/python" "$@"\n')
        (python / "pip").chmod(0o755)

    def _copy(self, rest: str, _: str) -> None:
        *sources, target = [word for word in rest.split() if not word.startswith("--")]
        stage = re.search(r"--from=(\S+)", rest)
        for source in sources:
            place = self.stages[-1] / f"{target}/{source}".lstrip("/") if target.endswith("/") else self._in(target)
            found = self._in(source, self.names[stage[1]]) if stage else CHECKOUT / source
            place.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if found.is_dir() else shutil.copy)(found, place)

    def _in(self, path: str, stage: Path | None = None) -> Path:
        return (stage or self.stages[-1]) / path.lstrip("/")

    def _run(self, rest: str, _: str) -> None:
        if rest.startswith("useradd "):
            return  # this system is to keep its users
        command = re.sub(r"(?<=\s)/(?=source|wheels)", f"{shlex.quote(str(self.stages[-1]))}/", rest)
        bare = {"PIP_NO_DEPS": "1"} if len(self.stages) > 1 else {}
        run("bash", "-euc", command, cwd=self.folder, **self.environment, **bare)

    def _set(self, rest: str, name: str) -> None:
        self.settings[name] = rest


@pytest.mark.plugin
def test_container_is_built_and_checks_articles(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    container = Container(tmp_path)

    container.build()
    command = [
        *json.loads(container.settings["ENTRYPOINT"]),
        "--exit-zero",
        "--output-format",
        "concise",
        "harbour.txt",
    ]
    libraries = {"PYTHONPATH": sysconfig.get_path("purelib")}
    printed = run("bash", "-euc", shlex.join(command), cwd=tmp_path, **container.environment, **libraries)

    assert "harbour.txt:3:1: error CMT001" in printed
    assert not (container.stages[-1] / "wheels").exists()
    assert (container.stages[-1] / "python/share/man/man1/scrapelint.1").is_file()
    assert container.settings["USER"] == "scrapelint"
    assert json.loads(container.settings["CMD"]) == ["--help"]


class TestServices:
    @pytest.mark.parametrize(
        ("schema", "path"),
        [
            *(("vendor.github-workflows", path) for path in WORKFLOWS),
            ("vendor.github-issue-config", CHECKOUT / ".github/ISSUE_TEMPLATE/config.yml"),
            ("vendor.github-issue-forms", CHECKOUT / ".github/ISSUE_TEMPLATE/bug.yml"),
            ("vendor.github-issue-forms", CHECKOUT / ".github/ISSUE_TEMPLATE/false-alarm.yml"),
            ("vendor.github-issue-forms", CHECKOUT / ".github/ISSUE_TEMPLATE/missed-residue.yml"),
            ("vendor.dependabot", CHECKOUT / ".github/dependabot.yml"),
            ("vendor.citation-file-format", CHECKOUT / "CITATION.cff"),
            ("vendor.readthedocs", CHECKOUT / ".readthedocs.yaml"),
        ],
        ids=lambda value: getattr(value, "name", value),
    )
    def test_file_follows_the_schema_of_its_service(self, schema: str, path: Path) -> None:
        result = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(path)])

        assert result.exit_code == 0, result.output

    @pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
    def test_steps_of_a_workflow_are_shell(self, path: Path) -> None:
        jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
        scripts = [step["run"] for job in jobs for step in job["steps"] if "run" in step]

        assert scripts
        for script in scripts:
            run("bash", "-n", "-c", script, cwd=CHECKOUT)
            for name in re.findall(r"(?:^|\s)(?:source/)?(\.ci/[\w.]+)", script):
                assert (CHECKOUT / name).is_file(), name

    @pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
    def test_actions_are_pinned_to_a_commit(self, path: Path) -> None:
        used = re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8"))

        assert used
        assert [name for name, note in used if not re.search(r"@[0-9a-f]{40}$", name) or "# v" not in note] == []

    def test_every_supported_python_is_tested_on_three_systems(self) -> None:
        workflow = yaml.safe_load((CHECKOUT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
        matrix = workflow["jobs"]["systems"]["strategy"]["matrix"]

        prefix = "Programming Language :: Python :: 3."
        supported = [f"3.{c.removeprefix(prefix)}" for c in PROJECT["project"]["classifiers"] if c.startswith(prefix)]
        assert matrix["python"] == supported
        assert [os.partition("-")[0] for os in matrix["os"]] == ["ubuntu", "macos", "windows"]

    def test_ci_runs_what_pytest_leaves_out_unless_asked(self) -> None:
        options = PROJECT["tool"]["pytest"]["ini_options"]["addopts"]
        left_out = options[options.index("-m") + 1].removeprefix("not ")

        commands = re.findall(
            r"^for command in (.*); do$", (CHECKOUT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE
        )
        assert left_out == "slow"
        assert [shlex.split(command)[-1].endswith(f" -m {left_out}") for command in commands] == [True]

    def test_issue_forms_ask_for_the_small_text(self) -> None:
        for path in (CHECKOUT / ".github/ISSUE_TEMPLATE").glob("*.yml"):
            if path.stem != "config":
                form = yaml.safe_load(path.read_text(encoding="utf-8"))
                asked = {field["id"]: field.get("validations", {}) for field in form["body"]}
                assert asked["text"] == {"required": True}, path.name


class TestWords:
    def test_addresses_are_those_of_the_code(self) -> None:
        known = (REPOSITORY_URL, MANUAL_URL, "https://pypi.org/project/scrapelint/", "https://pypi.org/p/scrapelint")
        for name in tracked():
            path = CHECKOUT / name
            if name.startswith(("corpus/", "rules/")) or path.suffix not in (
                ".md",
                ".toml",
                ".yml",
                ".yaml",
                ".cff",
                ".py",
                ".json",
                ".js",
            ):
                continue
            for url in re.findall(r"https://[\w./-]*scrapelint[\w./-]*", path.read_text(encoding="utf-8")):
                assert url.startswith(known), f"{name}: {url}"

    def test_addresses_of_the_package_are_those_of_the_code(self) -> None:
        assert PROJECT["project"]["urls"] == {
            "Documentation": MANUAL_URL,
            "Source": REPOSITORY_URL,
            "Issues": f"{REPOSITORY_URL}/issues",
            "Changelog": f"{REPOSITORY_URL}/blob/main/CHANGELOG.md",
        }

    def test_version_is_the_same_everywhere(self) -> None:
        citation = yaml.safe_load((CHECKOUT / "CITATION.cff").read_text(encoding="utf-8"))
        pages = [CHECKOUT / "README.md", CHECKOUT / "templates/check.yml", *(CHECKOUT / "docs").glob("*.md")]
        named = [
            (path.name, version)
            for path in pages
            for version in re.findall(r"(?:rev: v|scrapelint@v|check@)(\d[\w.]*)", path.read_text(encoding="utf-8"))
        ]

        assert citation["version"] == __version__
        assert re.search(
            rf"^## \[{re.escape(__version__)}\] - ", (CHECKOUT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
        )
        assert {"README.md", "ci.md", "check.yml"} <= {name for name, _ in named}
        assert [pair for pair in named if pair[1] != __version__] == []


class TestConstraints:
    def asked(self) -> Iterator[Requirement]:
        """Yield what CI installs by name."""
        project, extras = PROJECT["project"], PROJECT["project"]["optional-dependencies"]
        for group in (project["dependencies"], extras["test"], extras["lint"], extras["peers"]):
            yield from map(Requirement, group)
        yield from map(Requirement, PROJECT["dependency-groups"]["release"])

    def test_all_that_ci_installs_has_a_version_that_suits(self) -> None:
        pinned: dict[str, list[str]] = {}
        for line in (CHECKOUT / ".ci/constraints.txt").read_text(encoding="utf-8").splitlines():
            pin = Requirement(line)
            pinned.setdefault(pin.name, []).extend(clause.version for clause in pin.specifier)

        for wanted in self.asked():
            versions = pinned.get(re.sub(r"[-_.]+", "-", wanted.name.lower()), [])
            if wanted.name != "scrapelint":
                assert versions, f"{wanted}: run .ci/lock"
                assert all(wanted.specifier.contains(version) for version in versions), f"{wanted}: run .ci/lock"


class TestMirror:
    @pytest.fixture
    def mirror(self, tmp_path: Path) -> Path:
        run(sys.executable, CHECKOUT / ".ci/mirror.py", tmp_path, cwd=tmp_path)
        return tmp_path

    def test_mirror_has_the_hooks_of_the_project(self, mirror: Path) -> None:
        run(sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=mirror)

        manifest = (CHECKOUT / ".pre-commit-hooks.yaml").read_bytes()
        assert (mirror / ".pre-commit-hooks.yaml").read_bytes() == manifest

    def test_mirror_installs_the_wheel_of_this_version(self, mirror: Path) -> None:
        project = tomllib.loads((mirror / "pyproject.toml").read_text(encoding="utf-8"))["project"]

        assert project["dependencies"] == [f"scrapelint=={__version__}"]
        assert project["requires-python"] == PROJECT["project"]["requires-python"]
        assert f"rev: v{__version__}" in (mirror / "README.md").read_text(encoding="utf-8")
