"""Plans from workbooks, documents and tables in text, and to them; the room `exchange` is loaded when it is needed."""

from __future__ import annotations

import os
from collections.abc import Mapping

from . import _core

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from .exchange.importing import Imported


def import_plan(
    path: str | os.PathLike[str],
    *,
    columns: Mapping[str, str] | None = None,
    sheet: str | None = None,
    plan: str | None = None,
    partnership: str | None = None,
    name: str | None = None,
    title: str | None = None,
    period: str | None = None,
    dated: str | datetime.date | None = None,
    as_at: str | datetime.date | None = None,
    among: _core.Partnership | None = None,
) -> Imported:
    """The files of a plan that somebody has as a table, with a comment at every guess; nothing is written.

    Parameters
    ----------
    path : str or os.PathLike
        A workbook (.xlsx), a document (.docx), comma-separated values, or text with tabs or pipes between cells.
    columns : mapping, optional
        What headings mean that do not say it themselves: `number`, `aim`, `how`, `lead`, `know`, `when`, `progress`,
        `rag`, or `ignore`.
    sheet : str, optional
        Of a workbook, this sheet only.
    plan, partnership, name, title, period, dated : str, optional
        What the file does not say of the plan and its partnership.
    as_at : str, optional
        The day of which declared ratings speak; without one they go into notes.
    among : Partnership, optional
        The partnership that there is: bodies are found in it by name.

    Returns
    -------
    Imported
        `texts` are the files, `doubts` what was unsure, `columns` what each heading was read as, and `partnership`
        what the files say when they are read; if they are not sound it is None, and `problems` says why.

    Raises
    ------
    ValueError
        If it is no such file, is damaged, encrypted or unpacks to far more than it is, or has no head of a plan.
    ImportError
        If openpyxl or python-docx is needed and is not there.

    Examples
    --------
    >>> import pathlib, safegov, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp(), "plan.txt")
    >>> _ = file.write_text("Aim\\tAction\\tLead\\tWhen\\nSafer online\\tAudit\\tQA group\\tJune 2019 Oct 2019\\n")
    >>> made = safegov.import_plan(file, period="2019-22")
    >>> made.partnership.plans[0].objectives[0].actions[0].promises[0].due
    'June 2019, Oct 2019'
    >>> [(doubt.where, doubt.reason) for doubt in made.doubts if doubt.where][-1]
    ('line 2, column 4', 'this id is made: nothing says who receives it')
    """
    from .exchange.importing import Said, import_file

    said = Said(
        plan=_text(plan, "plan"),
        partnership=_text(partnership, "partnership"),
        name=_text(name, "name"),
        title=_text(title, "title"),
        period=_text(period, "period"),
        dated=_day(dated, "dated"),
        as_at=_day(as_at, "as_at"),
    )
    return import_file(
        _path(path),
        said,
        columns=_headings(columns),
        sheet=_text(sheet, "sheet"),
        among=None if among is None else _partnership(among, "among"),
    )


def export_plan(
    partnership: _core.Partnership,
    path: str | os.PathLike[str],
    *,
    of: str | None = None,
    format: str | None = None,
    as_at: str | datetime.date | None = None,
) -> None:
    """Writes a plan as a workbook or document, in the eight columns in which councils print theirs.

    What the columns have no room for stands in a second table, so that `import_plan` makes the same plan of it.

    Parameters
    ----------
    partnership : Partnership
    path : str or os.PathLike
        Where to; a file that is there is not written over.
    of : str, optional
        Which plan, by its id; needed if there are several.
    format : str, optional
        `xlsx` or `docx`; by the ending of the path unless given.
    as_at : str, optional
        Show the ratings that had been declared by this day.

    Raises
    ------
    FileExistsError
        If the file is there already.
    ValueError
        If there is no such plan or format, or a text is longer than a cell can hold.
    ImportError
        If openpyxl or python-docx is needed and is not there.

    Examples
    --------
    >>> import pathlib, safegov, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp(), "plan.xlsx")
    >>> safegov.export_plan(safegov.read_partnership("examples/nottingham"), file)
    >>> safegov.import_plan(file).partnership.plans[0].title
    'Nottingham City Safeguarding Children Partnership Business Plan 2019-22'
    """
    from .exchange.export import export

    export(_partnership(partnership, "partnership"), _path(path), _text(of, "of"), _text(format, "format"),
           _day(as_at, "as_at"))


def _path(value: object) -> str:
    if not isinstance(value, (str, bytes)) and not hasattr(type(value), "__fspath__"):
        raise TypeError(f"path: a path is wanted, not {type(value).__name__}")
    path = os.fsdecode(value)  # type: ignore[arg-type]
    if "\0" in path:
        raise ValueError("path: a path has no NUL")
    return path


def _text(value: object, argument: str) -> str | None:
    if value is None or type(value) is str:
        return value
    raise TypeError(f"{argument}: text is wanted, not {type(value).__name__}")


def _day(value: object, argument: str) -> str | None:
    import datetime

    if type(value) is datetime.date:
        return value.isoformat()
    if value is None or type(value) is str:
        return value
    raise TypeError(f"{argument}: a datetime.date or text such as '2019-11-01' is wanted, not {type(value).__name__}")


def _headings(columns: object) -> Mapping[str, str]:
    if columns is None:
        return {}
    if not isinstance(columns, Mapping):
        raise TypeError(f"columns: a mapping of headings is wanted, not {type(columns).__name__}")
    for heading, field in columns.items():
        if type(heading) is not str or type(field) is not str:
            raise TypeError(f"columns: headings and fields are text, not {heading!r:.80} and {field!r:.80}")
    return columns


def _partnership(value: object, argument: str) -> _core.Partnership:
    if type(value) is not _core.Partnership:
        raise TypeError(f"{argument}: a Partnership is wanted, not {type(value).__name__}")
    return value
