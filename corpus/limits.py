"""What a process that handles a file which nobody vouches for may take, and how it is held to that."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What handling one file may take: seconds, by the clock and of a processor, and bytes of memory."""

    seconds: int = 180
    memory: int = 2 * 1024**3


def environment() -> Mapping[str, str]:
    """The environment in which another interpreter finds the same packages as this one."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def limit_memory(most_bytes: int) -> None:
    """Where the platform can, lets the process fail to get more memory than this."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or hard > most_bytes:
            resource.setrlimit(resource.RLIMIT_AS, (most_bytes, hard))


def limit_time(seconds: int) -> None:
    """Where the platform can, lets the next file take so much time of a processor and no more."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))
