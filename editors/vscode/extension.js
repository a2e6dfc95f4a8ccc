"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const SETTINGS = "**/{scrapelint.toml,.scrapelint.toml,pyproject.toml,.scrapelint-accepted.jsonl}";

let client;

async function activate() {
  const settings = vscode.workspace.getConfiguration("scrapelint");
  const [command, ...rest] = settings.get("command");
  const server = { command, args: [...rest, "server", ...settings.get("arguments")] };
  client = new LanguageClient("scrapelint", "scrapelint", server, {
    documentSelector: [{ scheme: "file", pattern: settings.get("files") }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher(SETTINGS) },
    middleware: { executeCommand },
  });
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `scrapelint does not start: ${error.message}. Install it with pip install 'scrapelint[server]', ` +
        `or say in "scrapelint.command" where it is.`,
    );
  }
}

/** Asks for the reason before a finding is accepted. */
async function executeCommand(command, given, next) {
  if (command !== "scrapelint.accept") {
    return next(command, given);
  }
  const reason = await vscode.window.showInputBox({ prompt: "Why is it right as it is?" });
  return reason === undefined ? undefined : next(command, [{ ...given[0], reason }]);
}

async function deactivate() {
  await client?.stop();
}

module.exports = { activate, deactivate };
