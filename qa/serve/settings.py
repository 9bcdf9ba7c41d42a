"""How the server runs, by environment variables: `BUDGET_QA_` and the name of the field in capitals."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from qa.engine import LONGEST_QUESTION
from qa.errors import SettingError

PREFIX = "BUDGET_QA_"

MOST_GUESSABLE = 12
"""Letters that the admin token must have: a shorter one could be tried out."""


class Settings(BaseSettings):
    """What can be set; sizes are in bytes, times in seconds."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    """The address that is listened at; `0.0.0.0` is every one of the machine."""

    port: Annotated[int, Field(ge=0, le=65535)] = 7860
    """0 takes a free one."""

    root_path: Annotated[str, Field(pattern=r"^(/[^/]+)*$")] = ""
    """The path that a proxy in front strips off, such as `/budget`."""

    max_body_bytes: Annotated[int, Field(ge=1)] = 32 * 2**20
    """The largest body of a request."""

    max_question: Annotated[int, Field(ge=1, le=LONGEST_QUESTION)] = LONGEST_QUESTION
    """Characters of a question; a longer one is answered as invalid."""

    rate: Annotated[int, Field(ge=0)] = 600
    """Requests of one client in a minute; 0 is no limit."""

    request_seconds: Annotated[float, Field(gt=0, le=3600)] = 30
    """How long an answer may take, and how long a slow client is waited for."""

    max_concurrent: Annotated[int, Field(ge=1, le=256)] = 16
    """Questions that are worked on at once; others wait their turn."""

    admin_token: Annotated[SecretStr, Field(min_length=MOST_GUESSABLE)] | None = None
    """What lets a client change the documents; without it nobody can."""

    @classmethod
    def read(cls, **given: str | int | None) -> Settings:
        """The settings of the environment; what is given (and not None) goes before them.

        Raises:
            SettingError: a value cannot be used; names the variable.
        """
        try:
            return cls.model_validate(
                cls().model_dump() | {name: value for name, value in given.items() if value is not None}
            )
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            raise SettingError(f"{_variable(first['loc'])}: {_said(first['msg'])}") from error


def _variable(place: tuple[int | str, ...]) -> str:
    return PREFIX + str(place[0]).upper()


def _said(message: str) -> str:
    return message[:1].lower() + message[1:]
