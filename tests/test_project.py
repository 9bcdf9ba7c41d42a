"""What the project says of itself is true: the README, the change log, the layout, what is packed."""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import groupby
from pathlib import Path, PurePath

import pytest
import readme

from index.encoder import MODEL_SETTING
from qa.commands.parser import STORE_SETTING, command_line
from qa.serve.settings import PREFIX, Settings

ROOT = readme.ROOT
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = ("corpus", "index", "qa")
TOP = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "app.py", "tests", *PACKAGES}
LONGEST_FILE = 300
OF_RAPIDOCR = {"onnxruntime"}
"""What it runs on and leaves to the one who installs it."""
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w")
NEIGHBOUR = re.compile(r"\.\./shared|[\"']shared[\"']")
ARGUMENT = re.compile(r"-{0,2}\w+(?:\.jsonl)?")
TIMES = re.compile(r" +\d+\.\d │ +\d+\.\d │$", re.MULTILINE)


def project_files() -> tuple[PurePath, ...]:
    """The files of the project, from its root: those under version control, and new ones that could be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
        encoding="utf-8",
    )
    if listed.returncode:
        pytest.skip("not a git checkout: which files are the project's is not known")
    return tuple(PurePath(name) for name in listed.stdout.split("\0") if (ROOT / name).is_file())


def subcommands() -> dict[str, tuple[str, argparse.ArgumentParser]]:
    """Each command with what the parser says of it, and its own parser."""
    found = [a for a in command_line()._actions if isinstance(a, argparse._SubParsersAction)]
    says = {choice.dest: choice.help for choice in found[0]._choices_actions}
    return {name: (str(says[name]), parser) for name, parser in found[0].choices.items()}


def arguments(parser: argparse.ArgumentParser) -> set[str]:
    """The options and the names of the values of a command, without those that every command has."""
    actions = [action for action in parser._actions if action.dest != "help"]
    options = {option for action in actions for option in action.option_strings}
    values = {str(a.metavar) for a in actions if a.metavar}
    return options | values | {str(choice) for a in actions for choice in a.choices or ()}


def test_the_readme_has_each_command_as_the_program_does():
    """The two halves say in two languages what the program's help says in both."""
    told = {}
    for name, given, says in readme.commands():
        told.setdefault(name, []).append((set(ARGUMENT.findall(given)), says))
    assert set(told) == set(subcommands())
    for name, (says, parser) in subcommands().items():
        (given, chinese), (same, english) = told[name]
        assert f"{chinese} {english}" == says
        assert given == same == arguments(parser)


def test_both_halves_of_the_readme_give_the_same_lines_to_copy():
    """CI runs the first two: they install the program and pass the tests."""
    lines = readme.shell_lines()
    assert lines[: len(lines) // 2] == lines[len(lines) // 2 :]
    assert "pip install" in lines[0]
    assert lines[0].endswith('budget-qa ask "一网通办 budget?"')
    assert lines[1] == ".venv/bin/python -m pytest"


def test_every_command_line_of_the_readme_is_one_of_the_program():
    named = re.findall(r"budget-qa (?:--store \S+ )?([a-z]+)", readme.code())
    assert set(named) <= set(subcommands())
    assert len(named) > len(subcommands())


@pytest.mark.skipif(readme.BASH is None, reason="the README's sessions are typed into bash")
def test_the_sessions_of_the_readme_are_what_a_run_gives(tmp_path):
    shown = list(readme.sessions())
    assert len(shown) > 5
    for line, output in shown:
        assert timeless(readme.typed(line, tmp_path)) == timeless(output), line


def timeless(output: str) -> str:
    """The output without the times of `evaluate`, which differ from run to run."""
    return TIMES.sub(" - │ - │", output)


def test_the_readme_names_the_settings():
    served = {PREFIX + name.upper() for name in Settings.model_fields}
    assert {STORE_SETTING, MODEL_SETTING, *served} == set(re.findall(r"BUDGET_QA_[A-Z_]+", readme.text()))


def test_the_change_log_opens_with_the_version():
    versions = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[0] == PROJECT["project"]["version"]


def test_the_top_level_holds_what_the_design_allows():
    names = {file.parts[0] for file in project_files()}
    assert {name for name in names if not name.startswith(".")} <= TOP


def test_no_module_is_longer_than_a_person_can_hold():
    lengths = {
        str(file): len((ROOT / file).read_text("utf-8").splitlines())
        for file in project_files()
        if file.parts[0] in PACKAGES and file.suffix == ".py"
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_file_names_a_place_of_one_machine():
    assert [str(file) for file in project_files() if MACHINE_PATH.search(content(file))] == []


def test_only_tests_that_may_skip_look_outside_the_repository():
    outside = [file for file in project_files() if NEIGHBOUR.search(content(file))]
    assert {file.parts[0] for file in outside} <= {"tests"}
    assert [str(file) for file in outside if "skip" not in content(file)] == []


def content(file: PurePath) -> str:
    return (ROOT / file).read_text("utf-8", errors="replace")


def test_everything_that_is_not_code_is_packed():
    packed = {
        file
        for package, patterns in PROJECT["tool"]["setuptools"]["package-data"].items()
        for pattern in patterns
        for file in (ROOT / package).glob(pattern)
    }
    data = {ROOT / f for f in project_files() if f.parts[0] in PACKAGES and f.suffix != ".py"}
    assert data
    assert data <= packed


def test_the_program_imports_what_it_declares():
    """A run needs nothing of the `dev` extra, and nothing is declared that no module imports."""
    lines = (*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["ocr"])
    declared = {normal(re.split(r"[<>=\[ ]", line)[0]) for line in lines} - OF_RAPIDOCR
    distributions = packages_distributions()
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    modules = {module for path in files for module in imports(path)} - sys.stdlib_module_names - set(PACKAGES)
    assert {normal(distributions[module][0]) for module in modules} == declared


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imports(path: Path) -> set[str]:
    """The top-level modules that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_no_two_test_modules_share_a_name():
    """pytest imports them by their bare names."""
    names = sorted(path.name for path in (ROOT / "tests").rglob("*.py") if path.name != "conftest.py")
    assert [name for name, same in groupby(names) if len(list(same)) > 1] == []
