"""What can go wrong below the questions.

    StoreError              the store cannot be used as asked
      UnknownDocument       no document of that id or name is in the store
      StoreBusy             another process has been writing for longer than the patience of the store
    EncoderError            the embedding model cannot be loaded

Every message is one line for a person and says what to do.
"""

from __future__ import annotations


class StoreError(Exception):
    """The store is unreadable, foreign, of a newer program, or cannot be written."""


class UnknownDocument(StoreError):
    """No document of that id or name is in the store."""


class StoreBusy(StoreError):
    """Another process kept the store locked for longer than the store waits."""


class EncoderError(Exception):
    """The embedding model named in the settings cannot be loaded."""
