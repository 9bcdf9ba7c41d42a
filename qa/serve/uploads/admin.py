"""Who may change what the store holds: whoever has the token of the settings."""

from __future__ import annotations

import hmac
from enum import Enum, auto

from qa.serve.settings import Settings


class Admission(Enum):
    """Whether the store may be changed by this token."""

    GRANTED = auto()
    REFUSED = auto()
    OFF = auto()
    """The settings have no token: nobody may."""


def admission(settings: Settings, token: str) -> Admission:
    """Whether a token is that of the settings; the time it takes does not tell how much of it is right."""
    if settings.admin_token is None:
        return Admission.OFF
    wanted = settings.admin_token.get_secret_value()
    same = hmac.compare_digest(token.encode("utf-8", "replace"), wanted.encode("utf-8", "replace"))
    return Admission.GRANTED if same else Admission.REFUSED
