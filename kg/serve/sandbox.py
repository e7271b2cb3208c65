"""Takes from a worker process what it does not need: memory beyond a bound, and every new socket.

The scan of `refuse` keeps SERVICE out; this is the second fence: a worker cannot open a connection if
asked to.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import resource
import signal
import struct
from pathlib import Path

PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 1, 38, 22, 2
ARCHITECTURES = {
    # machine: (AUDIT_ARCH, calls no worker needs: socket, connect, bind, listen, execve, execveat)
    "x86_64": (0xC000003E, (41, 42, 49, 50, 59, 322)),
    "aarch64": (0xC00000B7, (198, 203, 200, 201, 221, 281)),
}
LOAD_WORD, JUMP_EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, ERRNO = 0x7FFF0000, 0x00050000


def die_with_parent() -> None:
    """Ask Linux to kill this process when the server goes, however it goes; elsewhere do nothing."""
    if platform.system() == "Linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def bound_memory(more: int) -> None:
    """Let this process allocate at most `more` bytes beyond what it has mapped now (Linux only)."""
    try:
        mapped = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (mapped + more, mapped + more))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_network() -> bool:
    """Make every later attempt to open a socket or start a program fail; whether that could be done."""
    machine = ARCHITECTURES.get(platform.machine())
    if platform.system() != "Linux" or machine is None or struct.calcsize("P") != 8:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    program = _filter(*machine)
    buffer = ctypes.create_string_buffer(program, len(program))
    descriptor = ctypes.create_string_buffer(
        struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    )
    return bool(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, descriptor, 0, 0) == 0)


def _filter(architecture: int, calls: tuple[int, ...]) -> bytes:
    """A BPF program over struct seccomp_data: offset 0 is the number of the call, 4 the architecture."""
    steps = [(LOAD_WORD, 0, 0, 4), (JUMP_EQUAL, 0, len(calls) + 1, architecture), (LOAD_WORD, 0, 0, 0)]
    for place, call in enumerate(calls):
        steps.append((JUMP_EQUAL, len(calls) - place, 0, call))
    steps += [(RETURN, 0, 0, ALLOW), (RETURN, 0, 0, ERRNO | errno.EACCES)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
