"""README.md as data: what it tells people to type, and what it says comes of it.

`python tests/readme.py` writes the sessions anew from a run, after the program's words have changed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BASH = shutil.which("bash")

CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"(?<=^```sh\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^```\w+\n.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\$ (.+)\n", re.MULTILINE)
ROW = re.compile(r"^\| `([a-z]+)([^`]*)` \| (.+) \|$", re.MULTILINE)


def text() -> str:
    """The whole of README.md."""
    return README.read_text("utf-8")


def code() -> str:
    """Everything that README.md sets as code."""
    return "\n".join(CODE.findall(text()))


def shell_lines() -> list[str]:
    """The command lines that README.md gives to copy, in its order."""
    return [line for block in SHELL.findall(text()) for line in block.splitlines() if line]


def commands() -> Iterator[tuple[str, str, str]]:
    """Each row of the tables of commands: the command's name, its arguments, what the row says of it."""
    for name, arguments, says in ROW.findall(text()):
        yield name, arguments.replace("\\|", "|"), says


def sessions() -> Iterator[tuple[str, str]]:
    """Each line that was typed in a session, with the output that README.md shows under it."""
    for block in CONSOLE.findall(text()):
        yield from steps(block)


def steps(block: str) -> Iterator[tuple[str, str]]:
    """The typed lines of one session with their outputs, white space around an output taken off."""
    typed = list(STEP.finditer(block))
    ends = [step.start() for step in typed[1:]] + [len(block)]
    for step, end in zip(typed, ends, strict=True):
        yield step[1], block[step.end() : end].strip("\n")


def typed(line: str, home: Path) -> str:
    """What a line that is typed at the root of the repository writes to standard output, in a home of its own."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("BUDGET_QA_")}
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"), str(home))
    program = f'budget-qa() {{ "{sys.executable}" -m qa "$@"; }}\n'
    done = subprocess.run(
        [str(BASH), "-c", program + line],
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env=variables | homes,
        timeout=120,
    )
    return done.stdout.strip("\n")


def renewed(home: Path) -> str:
    """README.md with every session as it runs now."""

    def session(block: re.Match[str]) -> str:
        return "\n\n".join(f"$ {line}\n{typed(line, home)}" for line, _ in steps(block[0])) + "\n"

    return CONSOLE.sub(session, text())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        README.write_text(renewed(Path(folder)), "utf-8")
