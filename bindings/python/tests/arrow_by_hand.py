"""Arrow's C structures as ctypes has them: a consumer that keeps the rules, and one that does not."""

from __future__ import annotations

import ctypes
from typing import Any

RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class Schema(ctypes.Structure):
    pass


class Array(ctypes.Structure):
    pass


class Stream(ctypes.Structure):
    pass


Schema._fields_ = [
    ("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_void_p), ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64), ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
    ("dictionary", ctypes.POINTER(Schema)), ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p),
]
Array._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64), ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))), ("dictionary", ctypes.POINTER(Array)),
    ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p),
]
GET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.c_void_p)
LAST_ERROR = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(Stream))
Stream._fields_ = [
    ("get_schema", ctypes.c_void_p), ("get_next", ctypes.c_void_p), ("get_last_error", ctypes.c_void_p),
    ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p),
]

_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.restype, _pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]


def inside(capsule: object, kind: Any, name: bytes) -> Any:
    """The structure in a capsule; it is the capsule's."""
    return kind.from_address(_pointer(capsule, name))


def moved(held: Any) -> Any:
    """The structure in memory of our own; where it was counts as released, as a consumer has to leave it."""
    mine = type(held)()
    ctypes.memmove(ctypes.byref(mine), ctypes.byref(held), ctypes.sizeof(held))
    held.release = None
    return mine


def release(held: Any, times: int = 1) -> None:
    """More than once is against the rules, and must be harmless all the same."""
    if not held.release:
        return
    call = RELEASE(held.release)
    for _ in range(times):
        call(ctypes.addressof(held))


def batch(stream: Any, how: Any = None) -> tuple[int, Any]:
    """What get_next says and gives; `how` is the function, where the stream has been released."""
    out = Array()
    return GET(how or stream.get_next)(ctypes.byref(stream), ctypes.addressof(out)), out


def schema_of(stream: Any, how: Any = None) -> tuple[int, Any]:
    out = Schema()
    return GET(how or stream.get_schema)(ctypes.byref(stream), ctypes.addressof(out)), out


def last_error(stream: Any) -> Any:
    return LAST_ERROR(stream.get_last_error)(ctypes.byref(stream))


def bytes_of(array: Any, formats: list[str]) -> list[bytes]:
    """Every buffer of the children of a batch, byte for byte; `formats` are Arrow's letters for them."""
    found = []
    for i, letters in enumerate(formats):
        child = array.children[i].contents
        if child.release:
            found += _buffers(child, letters)
            if child.dictionary and child.dictionary.contents.release:
                found += _buffers(child.dictionary.contents, "u")
    return found


def _buffers(array: Any, letters: str) -> list[bytes]:
    sizes = [(array.length + 7) // 8, array.length * {"C": 1}.get(letters, 4)]
    if letters == "u":
        sizes[1] += 4
        offsets = ctypes.cast(array.buffers[1], ctypes.POINTER(ctypes.c_int32))
        sizes.append(offsets[array.length])
    return [ctypes.string_at(array.buffers[i], size) if array.buffers[i] else b"" for i, size in enumerate(sizes)]
