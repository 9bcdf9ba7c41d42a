"""What reading a document can raise.

CorpusError
  ReadError        the file can not be read as a document; the message says what to do
  VocabularyError  a data file that ships with the package is malformed
"""

from __future__ import annotations


class CorpusError(ValueError):
    """The root of everything that this package raises on purpose."""


class ReadError(CorpusError):
    """A file that can not be read as a document; one line for its reader, saying what to do."""


class VocabularyError(CorpusError):
    """A vocabulary file of this package is malformed; names the file and the entry."""
