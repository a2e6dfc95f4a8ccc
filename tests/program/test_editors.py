"""What lies in `editors/` starts the server, and asks for a reason before a finding is accepted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lupa import LuaRuntime

from scrapelint.resources.version import __version__
from scrapelint.server.answers import ACCEPT

EDITORS = Path(__file__).parents[2] / "editors"
GIVEN = {"uri": "file:///a.txt", "fingerprint": "c21ff0a8", "reason": ""}

# Where tests count, Node is installed for them.
NO_NODE = shutil.which("node") is None and not os.environ.get("CI")

HARNESS = """
const Module = require("module");
const load = Module._load;
const [extension, defaults, reason] = [process.argv[1], JSON.parse(process.argv[2]), JSON.parse(process.argv[3])];
const told = [];
class LanguageClient {
  constructor(id, name, server, options) { Object.assign(this, { server, options }); told.push(this); }
  async start() { if (reason === "fail") throw new Error("spawn scrapelint ENOENT"); }
  async stop() { this.stopped = true; }
}
const vscode = {
  workspace: {
    getConfiguration: (section) => ({ get: (name) => defaults[`${section}.${name}`].default }),
    createFileSystemWatcher: (glob) => glob,
  },
  window: {
    showInputBox: async () => reason ?? undefined,
    showErrorMessage: (message) => told.push(message),
  },
};
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
(async () => {
  const { activate, deactivate } = require(extension);
  await activate({});
  const { server, options } = told[0];
  const sent = [];
  const next = (...given) => sent.push(given);
  await options.middleware.executeCommand("other", [1], next);
  await options.middleware.executeCommand("%s", [%s], next);
  await deactivate();
  console.log(JSON.stringify({ server, options, sent, stopped: told[0].stopped, shown: told[1] }));
})();
"""


def package() -> dict[str, Any]:
    """Return what the extension says of itself."""
    found: dict[str, Any] = json.loads((EDITORS / "vscode" / "package.json").read_text())
    return found


def activated(reason: str | None) -> dict[str, Any]:
    """Return what the extension does, where the user gives this reason, or none."""
    settings = json.dumps(package()["contributes"]["configuration"]["properties"])
    script = HARNESS % (ACCEPT, json.dumps(GIVEN))
    command = ["node", "-e", script, str(EDITORS / "vscode" / "extension.js"), settings, json.dumps(reason)]
    found: dict[str, Any] = json.loads(subprocess.check_output(command, text=True))
    return found


@pytest.mark.skipif(NO_NODE, reason="the extension runs on Node")
class TestVisualStudioCode:
    def test_server_is_started_for_files_of_articles(self) -> None:
        done = activated("")

        assert done["server"] == {"command": "scrapelint", "args": ["server"]}
        assert done["options"]["documentSelector"] == [{"scheme": "file", "pattern": "**/*.{txt,jsonl,ndjson,jl}"}]
        assert ".scrapelint-accepted.jsonl" in done["options"]["synchronize"]["fileEvents"]
        assert done["stopped"]

    def test_reason_goes_with_what_is_accepted(self) -> None:
        assert activated("a quotation")["sent"] == [["other", [1]], [ACCEPT, [{**GIVEN, "reason": "a quotation"}]]]

    def test_nothing_is_accepted_where_the_user_turns_back(self) -> None:
        assert activated(None)["sent"] == [["other", [1]]]

    def test_what_to_install_is_told_where_the_server_does_not_start(self) -> None:
        assert "pip install 'scrapelint[server]'" in activated("fail")["shown"]

    def test_version_is_that_of_the_program(self) -> None:
        assert package()["version"] == __version__


class TestNeovim:
    @pytest.mark.parametrize(
        ("reason", "sent"),
        [("a quotation", [["workspace/executeCommand", ACCEPT, "c21ff0a8", "a quotation"]]), (None, [])],
    )
    def test_reason_goes_with_what_is_accepted(self, reason: str | None, sent: list[Any]) -> None:
        lua = LuaRuntime()
        told: list[Any] = []

        def request(_: object, method: str, params: Any) -> None:
            told.append([method, params.command, params.arguments[1].fingerprint, params.arguments[1].reason])

        lua.globals().vim = lua.table_from(
            {
                "ui": lua.table_from({"input": lambda _, done: done(reason)}),
                "tbl_extend": lambda _, one, other: lua.table_from({**dict(one), **dict(other)}),
                "lsp": lua.table_from({"get_client_by_id": lambda _: lua.table_from({"request": request})}),
            }
        )

        made = lua.execute((EDITORS / "neovim" / "lsp" / "scrapelint.lua").read_text())
        command = lua.table_from({"command": ACCEPT, "arguments": lua.table_from([lua.table_from(GIVEN)])})
        made.commands[ACCEPT](command, lua.table_from({"client_id": 1}))

        assert list(made.cmd.values()) == ["scrapelint", "server"]
        assert told == sent
