"""Where requests hand in jobs: entity tags, answers kept for who asks the same again, and the pool behind."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Send

from kg.serve.build import Build
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.quick import Rank
from kg.serve.relay import Relay

KEPT = 32 * 1024 * 1024  # bytes of small answers that are kept
EACH = 2048  # bytes that an answer takes besides its body: key, headers, places in tables


@dataclass
class Kept:
    """Small answers of one build, the latest last."""

    build: str = ""
    answers: OrderedDict[str, tuple[dict[str, str], bytes]] = field(default_factory=OrderedDict)
    size: int = 0

    def get(self, key: str) -> tuple[dict[str, str], bytes] | None:
        """An answer that was given before."""
        if key in self.answers:
            self.answers.move_to_end(key)
        return self.answers.get(key)

    def put(self, key: str, headers: dict[str, str], body: bytes) -> None:
        """Keep an answer, and let the oldest go."""
        if key in self.answers:
            return
        self.answers[key] = headers, body
        self.size += len(body) + EACH
        while self.size > KEPT:
            self.size -= len(self.answers.popitem(last=False)[1][1]) + EACH


class Desk:
    """Takes a job for a request and gives its answer to the client."""

    def __init__(self, pool: Pool, build: Build, limits: Limits) -> None:
        self.pool, self.build, self.limits = pool, build, limits
        self.kept = Kept()

    async def give(
        self, request: Request, send: Send, job: dict[str, Any], rank: Rank, *, same: bool, question: str
    ) -> None:
        """Answer a request by a job.

        Args:
            request: the request.
            send: where the answer goes.
            job: what the worker does; limits and compression are added here.
            rank: what is known of it beforehand.
            same: whether the answer is the same at every call, as long as the build is.
            question: names what is asked, so that its cost is remembered.
        """
        job = {
            **job,
            "gzip": "gzip" in request.headers.get("accept-encoding", "").lower(),
            "max_rows": self.limits.max_rows,
            "max_bytes": self.limits.max_bytes,
        }
        if self.kept.build != self.build.id:
            self.kept = Kept(self.build.id)
        key = _digest(self.build.id.encode() + orjson.dumps(job, option=orjson.OPT_SORT_KEYS))
        headers = {"etag": f'"{key}"', "cache-control": "no-cache"} if same else {"cache-control": "no-store"}
        if same and request.method != "POST" and await self._known(request, key, headers, send):
            return
        answer = self.pool.submit(job, rank, key=_digest(question.encode()))
        relay = Relay(answer, headers, self.limits.patience)
        if same:
            relay.keep = lambda fields, body: self.kept.put(key, fields, body)
        await relay(request.scope, request.receive, send)

    async def _known(self, request: Request, key: str, headers: dict[str, str], send: Send) -> bool:
        """Answer without evaluating, where the client or we have the answer already."""
        if key in request.headers.get("if-none-match", ""):
            await Response(status_code=304, headers=headers)(request.scope, request.receive, send)
            return True
        kept = self.kept.get(key)
        if kept is None:
            return False
        await Response(kept[1], headers=kept[0])(request.scope, request.receive, send)
        return True


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
