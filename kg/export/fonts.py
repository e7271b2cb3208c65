"""A font of this machine that has Chinese characters."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import Any

from kg.model.errors import KgError

KNOWN = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "Noto Sans CJK JP", "Noto Serif CJK SC", "Songti SC",
    "SimSun", "AR PL UMing CN",
)  # fmt: skip
SETTING = "RENMAI_FONT"  # an environment variable: the path of a font file


@cache
def chinese_font() -> Any:
    """The matplotlib font to draw Chinese with: the one in RENMAI_FONT, else the first known one of this machine.

    Raises:
        KgError: there is none.
    """
    manager: Any = import_module("matplotlib.font_manager")
    given = os.environ.get(SETTING, "")
    if given:
        if not os.path.isfile(given):
            raise KgError(f"{SETTING}={given}: no such file; give the path of a font with Chinese characters")
        return manager.FontProperties(fname=given)
    installed = {font.name: font.fname for font in manager.fontManager.ttflist}
    for name in KNOWN:
        if name in installed:
            return manager.FontProperties(fname=installed[name])
    raise KgError(
        "plot: no font with Chinese characters found; install one (Debian: apt install fonts-noto-cjk) "
        f"or set {SETTING} to the path of a font file"
    )
