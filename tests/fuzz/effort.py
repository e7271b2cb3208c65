"""How hard the fuzzers try: little in `make test`, and the same every time; as much as asked in `make fuzz`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("RENMAI_FUZZ_EXAMPLES", "0"))
LONG = EXAMPLES > 0


def fuzzed(everyday: int, share: float = 1.0) -> Callable[[Any], Any]:
    """Settings of one fuzzer: `everyday` examples, or its `share` of RENMAI_FUZZ_EXAMPLES with new ones each time."""
    return settings(
        max_examples=max(1, int(EXAMPLES * share)) if LONG else everyday,
        derandomize=not LONG,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=LONG,
    )
