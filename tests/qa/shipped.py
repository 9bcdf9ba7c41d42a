"""The documents that ship with the program."""

from pathlib import Path

import corpus

DOCUMENTS = sorted((Path(corpus.__file__).parent / "documents").iterdir())
