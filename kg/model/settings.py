"""What a user can set; small and picklable, for it travels to every worker."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kg.model.errors import KgError


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a build (a TOML file with the same keys).

    `base` is the IRI under which instances are named; `max_article_bytes` bounds what one article may take
    after decompression, `max_article_seconds` how much processor time it may take;
    `public_only` leaves out people who hold no post and only appear as visited or helped.
    """

    base: str = "https://w3id.org/renmai/id/"
    max_article_bytes: int = 20_000_000
    max_article_chars: int = 2_000_000
    max_article_seconds: int = 60
    public_only: bool = False
    text_field: str = "text"
    title_field: str = "title"
    date_field: str = "date"
    source_field: str = "source"
    id_field: str = "id"
    url_field: str = "url"
    plugins: tuple[str, ...] = ()
    triggers: str = ""  # path of a TOML file with further event triggers
    llm_url: str = ""  # of plug-in llm: an endpoint of the chat-completions protocol, up to /v1
    llm_model: str = ""
    llm_key_variable: str = "RENMAI_LLM_KEY"  # the environment variable that holds the key
    llm_seconds: int = 60
    llm_cache: str = ""  # a folder that keeps answers by content, with their cost
    spacy_pipeline: str = "zh_core_web_sm"  # of plug-in spacy

    @classmethod
    def from_toml(cls, path: Path) -> Settings:
        """Read settings from a TOML file.

        Raises:
            KgError: the file is no TOML, or has a key or a value that cannot be.
        """
        try:
            given = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise KgError(f"{path}: not a TOML file ({error}); see docs/guide.md, settings") from error
        for key, value in given.items():
            if complaint := _complaint(key, value):
                raise KgError(f"{path}: {complaint}")
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
        return cls(**values)


_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]+")


def _complaint(key: str, value: object) -> str:
    """Why a setting cannot be so, or ""."""
    known = {f.name: f.default for f in fields(Settings)}
    if key not in known:
        return f"unknown setting {key!r}; known are {', '.join(sorted(known))}"
    match known[key]:
        case bool():
            return "" if isinstance(value, bool) else f"{key} must be true or false, got {value!r}"
        case int():
            fits = isinstance(value, int) and not isinstance(value, bool) and value > 0
            return "" if fits else f"{key} must be a number, 1 or more, got {value!r}"
        case tuple():
            fits = isinstance(value, list) and all(isinstance(one, str) for one in value)
            return "" if fits else f"{key} must be a list of names, got {value!r}"
    if not isinstance(value, str):
        return f"{key} must be a text, got {value!r}"
    if key == "base" and not _IRI.fullmatch(value):
        return f"base must be an absolute IRI without blanks, like {known[key]}, got {value!r}"
    return ""
