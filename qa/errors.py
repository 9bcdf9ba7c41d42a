"""What a call to this package can raise because of what it was given.

    QaError            the call cannot be carried out as asked
      UsageError       the arguments of a command are unknown, missing, or do not fit together
      SettingError     an environment variable has a value that it cannot have
      DocumentError    the name given names no document of the store, or several
      PlaceError       an address names no place of a document
      TableError       the document has no table of that number
      FileError        a file that was named cannot be read or written
      LineError        a line of a file of JSON objects is not such an object, or a field has the wrong type
        GoldError      a line of a gold file cannot be scored against

Every message is one line for a person and says what to do.
"""

from __future__ import annotations


class QaError(ValueError):
    """The call cannot be carried out as asked."""


class UsageError(QaError):
    """The arguments of a command are unknown, missing, or do not fit together."""


class SettingError(QaError):
    """An environment variable has a value that it cannot have."""


class DocumentError(QaError):
    """The name given names no document of the store, or several."""


class PlaceError(QaError):
    """An address names no place of a document."""


class TableError(QaError):
    """The document has no table of that number."""


class FileError(QaError):
    """A file that was named cannot be read or written."""


class LineError(QaError):
    """A line of a file of JSON objects is not such an object, or a field has the wrong type."""


class GoldError(LineError):
    """A line of a gold file cannot be scored against."""
