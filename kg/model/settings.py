"""What a user can set; small and picklable, for it travels to every worker."""

from __future__ import annotations

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
            KgError: the file is no TOML, or has a key or a type that is not known.
        """
        try:
            given = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise KgError(f"{path}: not a TOML file ({error}); see docs/guide.md, settings") from error
        known = {f.name: f for f in fields(cls)}
        for key, value in given.items():
            if key not in known:
                raise KgError(f"{path}: unknown setting {key!r}; known are {', '.join(sorted(known))}")
            default = known[key].default
            if not isinstance(value, list if isinstance(default, tuple) else type(default)):
                raise KgError(f"{path}: {key} must be a {type(default).__name__}, got {value!r}")
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
        return cls(**values)
