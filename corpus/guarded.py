"""Reading files that nobody vouches for: in a process of its own, with limits on its time and memory.

A file that crashes a library, never ends or fills the memory costs its own process and gets one line.
"""

from __future__ import annotations

import json
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from corpus.document import Document
from corpus.errors import ReadError
from corpus.limits import Limits, environment

GRACE = 2.0
"""Seconds that a process has to end what it started, before it is killed."""

GIVEN_UP = "reading was given up"


@contextmanager
def guarded_reader(limits: Limits | None = None) -> Iterator[Callable[[Path], Document]]:
    """Gives a function that does as `read_document`, in another process which serves one file after the other.

    The process starts with the first file and ends with the block; the next file has a new one where a file ended
    it. The function raises ReadError, also where reading breaks down, goes beyond the limits, or is not done when
    the block ends.
    """
    worker = _Worker(limits or Limits())
    try:
        yield worker.read
    finally:
        worker.leave()


@dataclass(slots=True)
class _Worker:
    """The process, as long as there is one."""

    limits: Limits
    process: subprocess.Popen[bytes] | None = None
    _is_late: threading.Event = field(default_factory=threading.Event)
    _is_left: bool = False

    def read(self, path: Path) -> Document:
        """The document of a file; see `guarded_reader`."""
        process = self.process = self.process or self._started()
        # Looked at only now: another thread that leaves has either seen this process, or been seen here.
        if self._is_left:
            self.stop()
            raise ReadError(f"{path.name}: {GIVEN_UP}")
        self._is_late.clear()
        alarm = threading.Timer(self.limits.seconds, self._end_late, (process,))
        alarm.start()
        try:
            answer = _asked(process, path)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.stop()
            raise ReadError(self._why(path, process)) from error
        finally:
            alarm.cancel()
        if isinstance(answer, ReadError):
            raise answer
        return answer

    def leave(self) -> None:
        """Ends the process for good, and what another thread has it read."""
        self._is_left = True
        self.stop()

    def stop(self) -> None:
        """Ends the process and what it started."""
        process, self.process = self.process, None
        if process is not None:
            _end(process)

    def _started(self) -> subprocess.Popen[bytes]:
        # A plain interpreter, and not multiprocessing, which would import the program's main module once more.
        command = [
            sys.executable,
            "-P",
            "-m",
            "corpus.worker",
            str(self.limits.seconds),
            str(self.limits.memory),
        ]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command,
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            env=environment(),
            start_new_session=True,
        )

    def _end_late(self, process: subprocess.Popen[bytes]) -> None:
        self._is_late.set()
        _end(process)

    def _why(self, path: Path, process: subprocess.Popen[bytes]) -> str:
        """Why there is no answer. A process that used up its time of a processor was ended by the system."""
        if self._is_left:
            return f"{path.name}: {GIVEN_UP}"
        if self._is_late.is_set() or process.returncode == -getattr(signal, "SIGXCPU", 0):
            return f"{path.name}: reading takes more than {self.limits.seconds} seconds; split the file"
        return f"{path.name}: reading breaks down; the file is damaged, give the original"


def _asked(process: subprocess.Popen[bytes], path: Path) -> Document | ReadError:
    """The answer of a process that runs this package's own code."""
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(json.dumps(str(path.absolute())).encode() + b"\n")
    process.stdin.flush()
    answer: Document | ReadError = pickle.load(process.stdout)
    return answer


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
