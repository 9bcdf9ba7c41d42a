"""The process that reads files for `corpus.guarded`: `python -m corpus.worker SECONDS BYTES`.

A line of standard input is a path as JSON. The answer on standard output is a pickled `Document`, or the pickled
`ReadError` that says why there is none. What goes wrong in another way ends the process.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import sys
import threading
import time
from pathlib import Path

from corpus.document import Document
from corpus.errors import ReadError
from corpus.limits import limit_memory, limit_time
from corpus.read import read_document

LOOK_AFTER = 1.0
"""How often the process looks whether the one that started it is still there, in seconds."""

GRACE = 5.0


def main() -> None:
    """Answers requests until standard input ends."""
    seconds, most_bytes = int(sys.argv[1]), int(sys.argv[2])
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not come between the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    threading.Thread(target=_leave_with_parent, args=(os.getppid(),), daemon=True).start()
    limit_memory(most_bytes)
    for request in sys.stdin.buffer:
        limit_time(seconds)
        pickle.dump(_answer(Path(json.loads(request)), most_bytes), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _answer(path: Path, most_bytes: int) -> Document | ReadError:
    try:
        return read_document(path)
    except ReadError as refusal:
        return ReadError(str(refusal))
    except RecursionError:
        words = "its parts are nested too deeply; give the original"
    except MemoryError:
        words = ""
    # Worded only now: until its exception is gone, what filled the memory is still there.
    words = words or f"reading takes more than {most_bytes >> 20} MB of memory; split the file"
    return ReadError(f"{path.name}: {words}")


def _leave_with_parent(parent: int) -> None:
    """Ends the process when the one that started it is gone, killed perhaps, in the middle of a file."""
    while os.getppid() == parent:
        time.sleep(LOOK_AFTER)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)


if __name__ == "__main__":
    main()
