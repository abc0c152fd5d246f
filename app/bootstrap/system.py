"""What the machine must offer before Qt starts: a display and a few shared libraries, told in words."""

import ctypes
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence

from app.core.problems import Problem, ProblemKind

PACKAGES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Debian's name for the package of each library Qt loads."""

_FOR_X11 = tuple(name for name in PACKAGES if name.startswith(("libxcb", "libxkbcommon-x11")))
_LIBRARY = re.compile(r"(lib[\w.+-]+\.so(?:\.\d+)*)")


def display_trouble(
    environment: Mapping[str, str] | None = None,
    platform: str = "",
    loads: Callable[[str], bool] | None = None,
    answers: Callable[[], bool] | None = None,
) -> Problem | None:
    """Return why no window can be opened here, or None.

    `loads` tells whether a shared library can be loaded, `answers` whether the display of DISPLAY does.
    Only Linux and its like are looked at; a platform chosen by QT_QPA_PLATFORM is taken as meant. Environment
    and platform are the process's own unless given.
    """
    environment = os.environ if environment is None else environment
    if (platform or sys.platform) in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM"):
        return None
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return Problem(
            ProblemKind.OTHER,
            "No display found",
            "Decidua needs a screen to open its window, and neither DISPLAY nor WAYLAND_DISPLAY is set.",
            "Start it from a desktop session; `decidua --help` lists what works without one.",
        )
    if environment.get("WAYLAND_DISPLAY"):
        return None
    absent = [name for name in _FOR_X11 if not (loads or _loads)(name)]
    if absent:
        return _missing(absent)
    return None if (answers or _answers)() else _silent_display()


def missing_library(error: ImportError) -> Problem:
    """Return the Problem for an import of Qt that failed; raises `error` itself if no library is to blame."""
    found = _LIBRARY.search(str(error))
    if found is None:
        raise error
    return _missing([found[1]])


def use_offscreen() -> None:
    """Let Qt draw without a screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _missing(libraries: Sequence[str]) -> Problem:
    """Name all of them at once, so that one installation is enough."""
    packages = " ".join(PACKAGES[library] for library in libraries if library in PACKAGES)
    several = len(libraries) > 1
    remedy = f"Install {'them' if several else 'it'}"
    remedy += f", on Debian or Ubuntu with: sudo apt install {packages}" if packages else "."
    return Problem(
        ProblemKind.MISSING,
        "System libraries are missing" if several else "A system library is missing",
        f"Qt needs {_and(libraries)}, which this computer does not have.",
        remedy,
    )


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _silent_display() -> Problem:
    return Problem(
        ProblemKind.OTHER,
        "The display does not answer",
        "Decidua needs a screen to open its window, and the one named by DISPLAY cannot be reached.",
        "Start it from a desktop session; `decidua --help` lists what works without one.",
    )


def _answers() -> bool:
    """Tell whether the X server can be reached: Qt would end the program where it cannot."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
