from __future__ import annotations

import io
import sys
import time

import pytest

from qa.commands import terminal
from qa.commands.terminal import as_line, printable, progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("第 1 行\n\t“数”", "第 1 行\n\t“数”"),
        ("\x1b[2J\x07", "\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}"),
        ("a\rb\x9bc", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}txt", "\N{REPLACEMENT CHARACTER}txt"),
    ],
)
def test_text_cannot_steer_the_terminal(text, shown):
    assert printable(text) == shown


def test_json_is_strict_and_keeps_chinese():
    assert as_line({"单位": "万元\n"}) == '{"单位": "万元\\n"}\n'
    with pytest.raises(ValueError, match="Out of range float"):
        as_line(float("nan"))


def test_progress_in_a_log_is_a_line_now_and_then(capsys, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    with progress("读取") as tick:
        for seconds, done in ((0.5, 1), (0.6, 2), (4.0, 3), (1.5, 4)):
            now[0] += seconds
            tick(done, 9 if done < 4 else None)
    assert capsys.readouterr() == ("", "budget-qa: 读取 2/9\nbudget-qa: 读取 4\n")


def test_progress_in_a_terminal_leaves_the_results_alone(capsys, monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress("读取 [bold]") as tick:
        tick(1, 2)
        terminal.show("结果")
    assert capsys.readouterr().out == "结果\n"
    assert "读取 [bold]" in screen.getvalue()
    assert "1/2" in screen.getvalue()
