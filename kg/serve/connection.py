"""HTTP connections that do not wait for ever: uvicorn's own, with a deadline for the head of a request."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.serve.relay import Cut

HEAD_SECONDS = 10.0


class PatientProtocol(H11Protocol):
    """Closes a connection whose request line and headers are not complete within `HEAD_SECONDS`."""

    _clock: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Start the clock."""
        super().connection_made(transport)
        self._clock = self.loop.call_later(HEAD_SECONDS, self._too_slow)

    def data_received(self, data: bytes) -> None:
        """Set the clock where a request begins, stop it where its head is whole."""
        super().data_received(data)
        waiting = self.conn.their_state is h11.IDLE
        if not waiting or self.transport.is_closing():
            self._stop_clock()
        elif self._clock is None:
            self._clock = self.loop.call_later(HEAD_SECONDS, self._too_slow)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop_clock()
        super().connection_lost(exc)

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _too_slow(self) -> None:
        self._clock = None
        if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
            self.transport.close()


class QuietCut(logging.Filter):
    """Keeps answers that were broken off on purpose out of the error log; the access log has them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is told."""
        return not (record.exc_info and isinstance(record.exc_info[1], Cut | asyncio.CancelledError))
