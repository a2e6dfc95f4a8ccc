"""Make the pictures of the manual: `python tools/screenshots.py [FOLDER]`.

The terminal is what the program prints on one of 80 or 120 columns, as SVG that loads no font; the report is what
Chromium shows of the page on `corpus`, as WebP. They go to `docs/images`, or to the folder that is given.
"""

from __future__ import annotations

import argparse
import base64
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
MAX_BYTES = 150_000
CHROMIUM_OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
QUALITY = 80
"""Of WebP, from 0 to 100."""
EDGE, EDGE_ON_BOTH = "rgba(255,255,255,0.35)", "rgba(128,128,128,0.6)"
"""The line around a window, as rich draws it and as it shows on white as well."""
FONT = re.compile(r"@font-face \{.*?\}\n", re.DOTALL)


class Terminal(NamedTuple):
    """A command as a terminal shows it."""

    name: str
    columns: int
    command: str


TERMINALS = (
    Terminal("check", 80, "check corpus/bad/comments/reader-thread-en.txt"),
    Terminal("show", 120, "show corpus/bad/credits/captions-and-wire-tail-en.txt"),
)

# The colours of the report: back, text, black, red, green, yellow, blue, magenta, cyan, white, and these eight bright.
COLORS = {
    "light": "ffffff 1b2026 1b2026 a8201a 146b2d 7a4f00 0a58a6 70308c 00626e 56606b "
    "56606b a8201a 146b2d 7a4f00 0a58a6 70308c 00626e 1b2026",
    "dark": "15181c e3e7eb 1e2227 ff9d94 83d79b f0c264 8fc1ff d6a8f0 78d2dc e3e7eb "
    "a3adb7 ff9d94 83d79b f0c264 8fc1ff d6a8f0 78d2dc ffffff",
}


def theme_of(colors: str) -> TerminalTheme:
    back, text, *rest = [(color[0], color[1], color[2]) for color in map(bytes.fromhex, colors.split())]
    return TerminalTheme(back, text, rest[:8], rest[8:])


THEMES = {name: theme_of(colors) for name, colors in COLORS.items()}


def main(folder: Path = IMAGES) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for terminal in TERMINALS:
        shown = printed(terminal)
        for theme in THEMES:
            write(folder / f"{terminal.name}-{theme}.svg", drawn(terminal, shown, theme).encode())
    for name, data in report_pictures():
        write(folder / name, data)


def write(path: Path, data: bytes) -> None:
    if len(data) > MAX_BYTES:
        sys.exit(f"{path}: {len(data):,} bytes; pictures of the manual have at most {MAX_BYTES:,}")
    path.write_bytes(data)
    print(f"{path}: {len(data):,} bytes")


def printed(terminal: Terminal) -> str:
    """Return what the program prints on a terminal of so many columns, with its colours."""
    main_end, end = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(terminal.columns), "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "scrapelint.cli", *terminal.command.split()]
    running = subprocess.Popen(command, stdin=end, stdout=end, cwd=ROOT, env=environment)  # noqa: S603
    os.close(end)
    parts = []
    try:
        while part := os.read(main_end, 1 << 16):
            parts.append(part)
    except OSError:  # how Linux says that the other end is closed
        pass
    running.wait()
    os.close(main_end)
    return b"".join(parts).decode().replace("\r\n", "\n")


def drawn(terminal: Terminal, shown: str, theme: str) -> str:
    """Return a terminal as SVG, which loads nothing: a browser takes a font that it has."""
    console = Console(record=True, width=terminal.columns, file=open(os.devnull, "w"), force_terminal=True)  # noqa: PTH123, SIM115
    console.print(Text.assemble(("$ ", "dim"), (f"scrapelint {terminal.command}", "bold")), soft_wrap=False)
    for line in Text.from_ansi(shown.rstrip("\n")).split("\n", allow_blank=True):
        for row in line.divide(range(terminal.columns, len(line), terminal.columns)):  # as a terminal breaks it
            console.print(row, soft_wrap=True)
    svg = console.export_svg(title="", theme=THEMES[theme], unique_id=f"{terminal.name}-{theme}")
    return FONT.sub("", svg).replace(EDGE, EDGE_ON_BOTH)


def report_pictures() -> list[tuple[str, bytes]]:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "report.html"
        command = [sys.executable, "-m", "scrapelint.cli", "report", "corpus/bad", "corpus/good", "-q", "-o", page]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        return [
            (f"report-{part}-{theme}.webp", picture(browser, page.as_uri(), part, theme))
            for part in PARTS
            for theme in THEMES
        ]


def picture(browser: Browser, address: str, part: str, theme: str) -> bytes:
    context = browser.new_context(
        viewport={"width": 1280, "height": 720}, device_scale_factor=1.5, color_scheme=theme  # type: ignore[arg-type]
    )  # fmt: skip
    page = context.new_page()
    page.goto(address)
    PARTS[part](page)
    shot = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    context.close()
    return base64.b64decode(shot["data"])


def overview(page: Page) -> None:
    page.mouse.move(0, 0)


def article(page: Page) -> None:
    card = page.locator(".card").filter(has_text="captions-and-wire-tail-en").first
    card.locator("summary").first.click()
    page.evaluate("card => scrollTo(0, card.getBoundingClientRect().top + scrollY - 130)", card.element_handle())
    page.mouse.move(0, 0)


PARTS = {"overview": overview, "article": article}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "folder", nargs="?", type=Path, default=IMAGES, help="where the pictures go; default: docs/images"
    )
    main(parser.parse_args().folder)
