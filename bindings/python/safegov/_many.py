"""Many partnerships at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import TypeVar

    _Made = TypeVar("_Made")

from . import _core


def read_each(
    paths: Iterable[str | os.PathLike[str]],
    then: Callable[[_core.Partnership], _Made] | None = None,
    *,
    threads: int | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> list[_core.Partnership | _Made | _core.InputError]:
    """Read each path as a partnership of its own, several at a time.

    Parameters
    ----------
    paths
        Of each partnership one: a file or a folder, as `find_partnerships` gives them.
    then
        What is to be made of each partnership as soon as it is read, in the same thread: with it, none has to be kept.
    threads
        How many at a time; one for each processor unless it is said.
    progress
        Called after each, with how many are done and of how many, by the thread that called this.

    Returns
    -------
    list
        In the order of the paths: each partnership, or what `then` made of it; an `InputError` for what is not sound.

    Raises
    ------
    KeyboardInterrupt
        On Ctrl-C: nothing further is begun. So it is with whatever `then` and `progress` raise.

    Examples
    --------
    >>> paths = safegov.find_partnerships("examples")
    >>> def overdue(partnership):
    ...     return safegov.assess(safegov.expand_obligations(partnership), as_at="2020-01-01").counts["overdue"]
    >>> dict(zip(paths, safegov.read_each(paths, overdue)))["examples/nottingham"] > 30
    True
    """
    import concurrent.futures
    import os

    if isinstance(paths, (str, bytes)) or not isinstance(paths, Iterable):
        raise TypeError(f"paths: a list of paths is wanted, not {type(paths).__name__}")
    for argument, call in (("then", then), ("progress", progress)):
        if call is not None and not callable(call):
            raise TypeError(f"{argument}: something to call is wanted, not {type(call).__name__}")
    if threads is not None and type(threads) is not int:
        raise TypeError(f"threads: a whole number is wanted, not {type(threads).__name__}")
    if threads is not None and threads < 1:
        raise ValueError(f"threads: {threads} do not read anything")
    every = [path for path in paths]  # noqa: C416: list() believes what something says of its own length

    def read(path: str | os.PathLike[str]) -> _core.Partnership | _Made | _core.InputError:
        try:
            partnership = _core.read_partnership(path)
        except _core.InputError as error:
            return error
        return partnership if then is None else then(partnership)

    executor = concurrent.futures.ThreadPoolExecutor(min(threads or os.cpu_count() or 1, max(len(every), 1)))
    try:
        running = [executor.submit(read, path) for path in every]
        for done, future in enumerate(concurrent.futures.as_completed(running), start=1):
            future.result()
            if progress is not None:
                progress(done, len(running))
        return [future.result() for future in running]
    finally:
        # What has not begun yet never does; after the last, there is nothing of that.
        executor.shutdown(wait=True, cancel_futures=True)
