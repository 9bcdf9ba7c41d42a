"""Documents that come over the network: who may send them, what they may be, and how they get into the store."""

from __future__ import annotations

from qa.serve.uploads.admin import Admission, admission
from qa.serve.uploads.files import NameRefused, TypeRefused, checked_name, checked_type
from qa.serve.uploads.ingestion import Busy, Step, Uploads

__all__ = [
    "Admission",
    "Busy",
    "NameRefused",
    "Step",
    "TypeRefused",
    "Uploads",
    "admission",
    "checked_name",
    "checked_type",
]
