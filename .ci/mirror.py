"""Write the repository that pre-commit installs scrapelint from: a package of nothing but the released wheel.

python .ci/mirror.py FOLDER

pre-commit clones a repository and installs it. This one is three small files, and pip takes a wheel from PyPI; the
project itself would be cloned with its corpus, and built anew on each machine.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PYPROJECT = """\
[build-system]
requires = ["setuptools>=68"]
build-backend = "setuptools.build_meta"

[project]
name = "scrapelint-pre-commit"
version = "0.0.0"
description = "scrapelint for pre-commit"
requires-python = ">=3.11"
dependencies = ["scrapelint=={version}"]

[tool.setuptools]
py-modules = []
"""

README = """\
# scrapelint for pre-commit

The hooks of [scrapelint](https://github.com/scrapelint/scrapelint), which install the wheel of PyPI:

```yaml
repos:
  - repo: https://github.com/scrapelint/scrapelint-pre-commit
    rev: v{version}
    hooks:
      - id: scrapelint
        files: ^articles/
```

Written anew for each release. [The manual](https://scrapelint.readthedocs.io/en/latest/ci/#pre-commit) describes the
hooks; issues are for [the project](https://github.com/scrapelint/scrapelint/issues).
"""


def mirror() -> dict[str, str]:
    """Return the files of the repository, by their names."""
    written = (ROOT / "lint/scrapelint/resources/version.py").read_text(encoding="utf-8")
    version = re.search(r'__version__ = "(.+)"', written)[1]
    return {
        ".pre-commit-hooks.yaml": (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"),
        "LICENSE": (ROOT / "LICENSE").read_text(encoding="utf-8"),
        "README.md": README.replace("{version}", version),
        "pyproject.toml": PYPROJECT.replace("{version}", version),
    }


if __name__ == "__main__":
    for name, text in mirror().items():
        Path(sys.argv[1], name).write_text(text, encoding="utf-8", newline="\n")
