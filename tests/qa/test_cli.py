from __future__ import annotations

import os
import subprocess
import sys
import types
from pathlib import Path

import pytest
from command_samples import FakeEngine

from corpus.errors import ReadError
from index.errors import EncoderError, StoreError
from qa import cli
from qa.cli import main
from qa.errors import DocumentError

ROOT = Path(__file__).parents[2]

COMMANDS = (
    "ask",
    "batch",
    "evaluate",
    "ingest",
    "documents",
    "tables",
    "audit",
    "remove",
    "feedback",
    "serve",
    "mcp",
)

WITH_FAKE_ENGINE = """
import sys
sys.path[:0] = [{tests!r}]
from command_samples import FakeEngine
from qa import cli
cli.open_engine = lambda _: FakeEngine()
"""


def run_python(code: str, **kwargs: object) -> subprocess.CompletedProcess[str]:
    start = WITH_FAKE_ENGINE.format(tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", start + code]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, **kwargs)


def refuse(monkeypatch, error):
    def fail(_):
        raise error

    monkeypatch.setattr(cli, "open_engine", fail)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ([], "the following arguments are required: COMMAND; see `budget-qa --help`"),
        (["ask"], "the following arguments are required: QUESTION; see `budget-qa ask --help`"),
        (["tables", "x", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["documents", "--nonsense"], "unrecognized arguments: --nonsense; see `budget-qa --help`"),
        (["serve-nothing"], "argument COMMAND: invalid choice: 'serve-nothing'"),
    ],
)
def test_wrong_arguments_are_one_line_and_exit_2(argv, message, capsys):
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("budget-qa: error: ")
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (DocumentError("no document is called 'x'"), "no document is called 'x'"),
        (StoreError("the store is\ndamaged"), "the store is damaged"),
        (ReadError("a.txt: the file is empty"), "a.txt: the file is empty"),
        (EncoderError("the model cannot be loaded"), "the model cannot be loaded"),
        (OSError(28, "No space left on device"), "output: No space left on device"),
        (PermissionError(13, "Permission denied", "a.txt"), "a.txt: Permission denied"),
    ],
)
def test_an_expected_error_is_one_line_and_exits_2(error, message, capsys, monkeypatch):
    refuse(monkeypatch, error)
    assert main(["ask", "多少"]) == 2
    assert capsys.readouterr() == ("", f"budget-qa: error: {message}\n")


def test_a_message_cannot_steer_the_terminal(capsys, monkeypatch):
    refuse(monkeypatch, StoreError("red \x1b[31m"))
    assert main(["ask", "多少"]) == 2
    assert capsys.readouterr().err == "budget-qa: error: red \N{REPLACEMENT CHARACTER}[31m\n"


def test_an_interrupt_is_quiet(capsys, monkeypatch):
    refuse(monkeypatch, KeyboardInterrupt())
    assert main(["ask", "多少"]) == 130
    assert capsys.readouterr() == ("", "")


def test_help_names_every_command(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n    {name} " not in out] == []
    assert tuple(cli.COMMANDS) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(command, capsys):
    assert main([command, "--help"]) == 0
    assert f"usage: budget-qa {command}" in capsys.readouterr().out


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("budget-qa ")


@pytest.mark.parametrize(
    ("argv", "setting", "location"),
    [
        (["--store", "here"], None, "here"),
        (["--store", "here"], "there", "here"),
        ([], "there", "there"),
        ([], "", None),
        ([], None, None),
    ],
)
def test_the_store_is_the_option_else_the_setting_else_the_default(argv, setting, location, monkeypatch):
    opened: list[str | None] = []

    class Engine:
        @classmethod
        def open(cls, where, progress):
            assert callable(progress)
            opened.append(where)
            return FakeEngine()

    module = types.ModuleType("qa.engine")
    module.Engine = Engine
    monkeypatch.setitem(sys.modules, "qa.engine", module)
    monkeypatch.delenv("BUDGET_QA_STORE", raising=False)
    if setting is not None:
        monkeypatch.setenv("BUDGET_QA_STORE", setting)
    assert main([*argv, "ask", "多少"]) == 0
    assert opened == [location]


def test_the_command_line_itself_imports_nothing_heavy():
    heavy = {
        "torch",
        "faiss",
        "gradio",
        "pandas",
        "numpy",
        "rich",
        "sentence_transformers",
    }
    code = f"""
import qa.answer
assert cli.main(["ask", "租赁费", "--explain"]) == 0
assert cli.main(["ask", "租赁费", "--json"]) == 0
print(sorted({heavy} & set(sys.modules)), file=sys.stderr)
"""
    done = run_python(code)
    assert done.stderr == "[]\n"
    assert done.returncode == 0


def test_help_does_not_import_the_store():
    done = run_python("""
for name in [name for name in sys.modules if name.split(".")[0] in ("sqlalchemy", "index")]:
    del sys.modules[name]
assert cli.main(["--help"]) == 0
print("sqlalchemy" in sys.modules, file=sys.stderr)
""")
    assert done.stderr == "False\n"


def test_a_reader_that_goes_away_is_met_in_silence():
    read, write = os.pipe()
    os.close(read)
    start = WITH_FAKE_ENGINE.format(tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", start + "sys.exit(cli.main(['ask', '租赁费']))"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line():
    start = WITH_FAKE_ENGINE.format(tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", start + "sys.exit(cli.main(['ask', '租赁费']))"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (2, b"budget-qa: error: output: No space left on device\n")


def test_output_to_a_pipe_is_utf_8_whatever_the_locale():
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    start = WITH_FAKE_ENGINE.format(tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", start + "sys.exit(cli.main(['ask', '租赁费', '--json']))"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, timeout=60, check=True)
    assert "租赁费" in done.stdout.decode("utf-8")
