"""A language model as a further witness, behind any endpoint that speaks the chat-completions protocol.

Off unless the settings name it: `plugins = ["llm"]`, `llm_url`, `llm_model`. The model is asked for posts with the exact words
that state each; a quote that does not stand in the article is refused. Answers are kept by content in
`llm_cache`, with their cost.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import urllib.error
import urllib.request
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.model.article import CleanArticle
from kg.model.errors import ClaimError
from kg.model.facts import ArticleFacts, Evidence, Mention, Tenure
from kg.model.settings import Settings

RULE = "llm/1"  # the number rises when the question changes, and with it the key of the cache
CONFIDENCE = 0.6  # of a claim whose quote was found; models are right less often than they sound
_HALF = re.compile(r"[\ud800-\udfff]")
STATUSES = {"former", "appointed", "removed"}
_QUESTION = (
    "List who holds which post in which organisation according to the article. Give each post its own row. "
    "Use simplified Chinese; write organisations in full; `status` is former, appointed, removed or null. "
    "`quote` must be copied from the article character by character and contain the person's name. "
    "Leave out what the article does not state."
)
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["tenures"],
    "properties": {
        "tenures": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["person", "post", "organization", "status", "quote"],
                "properties": {
                    "person": {"type": "string"},
                    "post": {"type": "string"},
                    "organization": {"type": ["string", "null"]},
                    "status": {"type": ["string", "null"]},
                    "quote": {"type": "string"},
                },
            },
        }
    },
}


@dataclass(frozen=True, slots=True)
class Account:
    """What one question cost and brought."""

    prompt_tokens: int
    completion_tokens: int
    kept: int
    refused: int


def ask_model(article: CleanArticle, settings: Settings) -> ArticleFacts:
    """The posts that the model claims and whose quotes stand in the article.

    Raises:
        ClaimError: the endpoint cannot be reached or does not answer as asked; one line, the article is kept without claims.
    """
    text = article.article.text
    answer, usage = _answer(text, settings)
    tenures, refused = _believed(answer, text)
    _remember(text, settings, answer, usage, Account(*usage, len(tenures), refused))
    persons = {t.person: Mention(t.person, t.evidence) for t in tenures}
    return ArticleFacts(article.article.id, article.meta, tuple(persons.values()), (), tuple(tenures), ())


def _believed(answer: dict[str, Any], text: str) -> tuple[list[Tenure], int]:
    """The claims with their place in the source, and how many had none."""
    kept, refused = [], 0
    for row in answer["tenures"]:
        if not isinstance(row, dict) or not all(v is None or _is_text(v) for v in row.values()):
            refused += 1
            continue
        quote, person = str(row.get("quote") or ""), str(row.get("person") or "")
        start = text.find(quote) if quote else -1
        if start < 0 or not person or not row.get("post"):
            refused += 1
            continue
        kept.append(
            Tenure(
                person,
                str(row["post"]),
                row.get("organization") or None,
                row.get("status") if row.get("status") in STATUSES else None,
                None,
                "explicit",
                CONFIDENCE,
                RULE,
                (Evidence(start, start + len(quote), quote),),
            )
        )
    return kept, refused


def _is_text(value: Any) -> bool:
    """Whether a value is text without halves of surrogate pairs, which JSON can spell and no file can hold."""
    return isinstance(value, str) and not _HALF.search(value)


def _answer(text: str, settings: Settings) -> tuple[dict[str, Any], tuple[int, int]]:
    """The model's answer, from the cache where it was asked before, and the tokens that it cost."""
    kept = _kept(text, settings)
    if kept and kept.exists():
        row = json.loads(kept.read_text("utf-8"))
        return row["answer"], (row["account"]["prompt_tokens"], row["account"]["completion_tokens"])
    reply = _post(text, settings)
    try:
        answer = json.loads(reply["choices"][0]["message"]["content"])
        if not isinstance(answer.get("tenures"), list):
            raise KeyError("tenures")
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise ClaimError(
            f"{settings.llm_url}: an answer that is not of the form asked for ({error!r})"
        ) from error
    return answer, (_tokens(reply, "prompt_tokens"), _tokens(reply, "completion_tokens"))


def _tokens(reply: dict[str, Any], name: str) -> int:
    """What an answer says that it cost; 0 where it does not."""
    usage = reply.get("usage")
    count = usage.get(name) if isinstance(usage, dict) else 0
    return count if isinstance(count, int) else 0


def _post(text: str, settings: Settings) -> Any:
    body = {
        "model": settings.llm_model,
        "temperature": 0,
        "seed": 0,
        "messages": [{"role": "system", "content": _QUESTION}, {"role": "user", "content": text}],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "tenures", "strict": True, "schema": _SCHEMA},
        },
    }
    headers = {"Content-Type": "application/json"}
    key = os.environ.get(settings.llm_key_variable, "")
    if key:
        headers["Authorization"] = f"Bearer {key}"
    url = settings.llm_url.rstrip("/") + "/chat/completions"
    if not url.startswith(("http://", "https://")):
        raise ClaimError(
            f"setting llm_url: {settings.llm_url!r} is no http address; give the endpoint's, up to /v1"
        )
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=settings.llm_seconds) as reply:
            return json.loads(reply.read(settings.max_article_bytes))
    except (urllib.error.URLError, TimeoutError, OSError, ValueError) as error:
        raise ClaimError(
            f"{url}: no answer ({error}); is the endpoint up, and llm_model known there?"
        ) from error


def _kept(text: str, settings: Settings) -> Path | None:
    if not settings.llm_cache:
        return None
    key = hashlib.sha256(f"{RULE}\n{settings.llm_model}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return Path(settings.llm_cache) / f"{key}.json"


def _remember(text: str, settings: Settings, answer: Any, usage: tuple[int, int], account: Account) -> None:
    kept = _kept(text, settings)
    if kept is None or kept.exists():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    beside = kept.with_suffix(f".{os.getpid()}")
    row = json.dumps({"answer": answer, "account": asdict(account)}, ensure_ascii=False)
    beside.write_text(
        row, "utf-8", "backslashreplace"
    )  # halves of surrogate pairs, spelt as JSON spells them
    beside.replace(kept)


def spent(cache: Path) -> Account:
    """All that the answers in `cache` cost and brought."""
    rows = [json.loads(f.read_text("utf-8"))["account"] for f in sorted(cache.glob("*.json"))]
    return Account(*(sum(row[name] for row in rows) for name in Account.__slots__))
