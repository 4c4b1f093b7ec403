"""What the library says, in Python's words."""

import datetime
import decimal
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, final

__version__: str

_Day = datetime.date | str
_State = Literal[
    "undated", "open", "unresolved", "not_due", "due_soon", "due", "partly_received", "overdue", "received",
    "received_late", "waived", "superseded", "cancelled",
]
_Place = tuple[str, int, int]
_Format = Literal["text", "json", "csv", "markdown", "dot", "html"]
_Audience = Literal["open", "partnership", "restricted"]

class InputError(ValueError):
    diagnostics: list[Diagnostic]

@final
class Diagnostic:
    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def where(self) -> _Place | None: ...
    @property
    def path(self) -> str: ...
    @property
    def help(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Deadline:
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> Literal["undated", "dated", "open", "unresolved"]: ...
    @property
    def precision(self) -> str: ...
    @property
    def first(self) -> datetime.date | None: ...
    @property
    def last(self) -> datetime.date | None: ...
    @property
    def condition(self) -> str: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

@final
class DeadlineProblem:
    @property
    def kind(self) -> Literal[
        "impossible", "unresolved", "endless", "no_body", "not_started", "not_in_force", "outside_calendar"
    ]: ...
    @property
    def text(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def help(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Deadlines:
    def __len__(self) -> int: ...
    @property
    def deadlines(self) -> tuple[Deadline, ...]: ...
    @property
    def problems(self) -> tuple[DeadlineProblem, ...]: ...

def parse_deadlines(text: str, *, anchor: _Day | None = None, period: str | None = None) -> Deadlines: ...
def parse_day(text: str) -> datetime.date | None: ...

class Column:
    def __len__(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def dictionary(self) -> tuple[str, ...] | None: ...
    @property
    def valid(self) -> Column | None: ...

@final
class TextColumn:
    def __len__(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def texts(self) -> list[str | None]: ...

@final
class Table:
    def __len__(self) -> int: ...
    def _repr_html_(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    def column(self, name: str) -> Column | TextColumn: ...
    def table(self, *names: str) -> Table: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

@final
class Partnership:
    @property
    def arrangements(self) -> Arrangements: ...
    @property
    def bodies(self) -> tuple[Body, ...]: ...
    @property
    def plans(self) -> tuple[Plan, ...]: ...
    @property
    def records(self) -> tuple[Record, ...]: ...
    @property
    def registers(self) -> dict[str, tuple[Any, ...]]: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

def read_partnership(
    *paths: str | os.PathLike[str], progress: Callable[[int, int], object] | None = None
) -> Partnership: ...
def find_partnerships(*paths: str | os.PathLike[str]) -> list[str]: ...
def read_texts(texts: Iterable[tuple[str, str]]) -> Partnership: ...
def check(*paths: str | os.PathLike[str]) -> list[Diagnostic]: ...

@final
class Obligations:
    def __len__(self) -> int: ...
    def _repr_html_(self) -> str: ...
    @property
    def partnership(self) -> Partnership: ...
    def table(self, *names: str) -> Table: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

def expand_obligations(
    partnership: Partnership, *, of: Iterable[str] = ..., promised_by: _Day | None = None
) -> Obligations: ...

@final
class Obligation:
    @property
    def row(self) -> int: ...
    @property
    def id(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def due(self) -> str: ...
    @property
    def from_(self) -> str | None: ...
    @property
    def to(self) -> str | None: ...
    @property
    def lead(self) -> str | None: ...
    @property
    def plan(self) -> str: ...
    @property
    def state(self) -> _State: ...
    @property
    def first(self) -> datetime.date | None: ...
    @property
    def last(self) -> datetime.date | None: ...
    @property
    def last_in_force(self) -> datetime.date | None: ...
    @property
    def days_overdue(self) -> int: ...
    @property
    def closed_on(self) -> datetime.date | None: ...
    @property
    def where(self) -> _Place | None: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Reason:
    @property
    def state(self) -> _State: ...
    @property
    def rule(self) -> str: ...
    @property
    def steps(self) -> tuple[str, ...]: ...
    @property
    def facts(self) -> tuple[tuple[str, str, _Place | None], ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Assessment:
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Obligation]: ...
    def __contains__(self, id: str, /) -> bool: ...
    @property
    def as_at(self) -> datetime.date: ...
    @property
    def obligations(self) -> Obligations: ...
    @property
    def counts(self) -> dict[str, int]: ...
    def by(self, group: str) -> Table: ...
    def __getitem__(self, which: int | str) -> Obligation: ...
    def explain(self, which: int | str) -> Reason: ...
    def table(self, *names: str) -> Table: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def _repr_html_(self) -> str: ...

def assess(
    obligations: Obligations, *, as_at: _Day, known_at: _Day | None = None, due_soon_days: int = 30
) -> Assessment: ...

@final
class Rating:
    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> Literal["plan", "priority", "objective", "action"]: ...
    @property
    def text(self) -> str: ...
    @property
    def derived(self) -> str | None: ...
    @property
    def declared(self) -> str | None: ...
    @property
    def because(self) -> str: ...
    @property
    def verdict(self) -> Literal["blank", "unchecked", "differs", "honest", "optimistic", "pessimistic"]: ...
    @property
    def bands(self) -> int: ...
    @property
    def since(self) -> datetime.date | None: ...
    @property
    def age(self) -> int | None: ...
    @property
    def is_stale(self) -> bool: ...
    @property
    def parts(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RatingReason:
    @property
    def rule(self) -> str: ...
    @property
    def steps(self) -> tuple[str, ...]: ...
    @property
    def facts(self) -> tuple[tuple[str, str, _Place | None], ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Ratings:
    def __len__(self) -> int: ...
    def _repr_html_(self) -> str: ...
    def __iter__(self) -> Iterator[Rating]: ...
    def __contains__(self, id: str, /) -> bool: ...
    @property
    def assessment(self) -> Assessment: ...
    def __getitem__(self, which: int | str) -> Rating: ...
    def explain(self, which: int | str) -> RatingReason: ...
    def by_lead(self) -> tuple[dict[str, Any], ...]: ...
    def table(self, *names: str) -> Table: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

def rate(assessment: Assessment) -> Ratings: ...

@final
class MeasuredPoint:
    @property
    def label(self) -> str: ...
    @property
    def first(self) -> datetime.date | None: ...
    @property
    def last(self) -> datetime.date | None: ...
    @property
    def text(self) -> str: ...
    @property
    def value(self) -> decimal.Decimal | None: ...
    @property
    def standing(self) -> str: ...
    @property
    def remark(self) -> str: ...
    @property
    def broken(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Measure:
    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def value(self) -> int | None: ...
    @property
    def of(self) -> int | None: ...
    @property
    def points(self) -> tuple[MeasuredPoint, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RegisterRow:
    @property
    def row(self) -> int: ...
    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def obligations(self) -> tuple[int, ...]: ...
    @property
    def counts(self) -> dict[str, int]: ...
    @property
    def measures(self) -> tuple[Measure, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RegisterReport:
    def __len__(self) -> int: ...
    def _repr_html_(self) -> str: ...
    def __iter__(self) -> Iterator[RegisterRow]: ...
    @property
    def register(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def as_at(self) -> datetime.date: ...
    @property
    def rows(self) -> tuple[RegisterRow, ...]: ...
    @property
    def counts(self) -> dict[str, int]: ...
    @property
    def findings(self) -> tuple[Diagnostic, ...]: ...
    def __getitem__(self, which: int | str) -> RegisterRow: ...

def report_on(assessment: Assessment, register: str) -> RegisterReport: ...

@final
class Timeline:
    def __len__(self) -> int: ...
    def _repr_html_(self) -> str: ...
    @property
    def first(self) -> datetime.date: ...
    @property
    def last(self) -> datetime.date: ...
    def on(self, day: _Day) -> dict[str, int]: ...
    def table(self, *names: str) -> Table: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

def timeline(obligations: Obligations, first: _Day, last: _Day) -> Timeline: ...

@final
class Finding:
    @property
    def code(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def help(self) -> str: ...
    @property
    def where(self) -> _Place | None: ...
    @property
    def about(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

def lint(
    partnership: Partnership,
    *,
    as_at: _Day,
    only: Iterable[str] = ...,
    allow: Iterable[str] = ...,
    known_at: _Day | None = None,
) -> list[Finding]: ...

@final
class Network:
    @property
    def as_at(self) -> datetime.date: ...
    @property
    def top(self) -> str | None: ...
    @property
    def lines(self) -> tuple[tuple[str, str, str], ...]: ...
    def route(self, body: str) -> tuple[str, ...] | None: ...

def network(obligations: Obligations, *, as_at: _Day) -> Network: ...

@final
class Report:
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def headings(self) -> dict[str, str | int | datetime.date | None]: ...
    @property
    def sections(self) -> tuple[str, ...]: ...
    @property
    def tables(self) -> dict[str, tuple[dict[str, str | int | datetime.date | None], ...]]: ...
    def _repr_html_(self) -> str: ...

@final
class Withheld:
    @property
    def how(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def count(self) -> int: ...
    @property
    def why(self) -> str: ...
    @property
    def seen_by(self) -> str | None: ...
    @property
    def open_register(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Published:
    @property
    def partnership(self) -> Partnership: ...
    @property
    def withheld(self) -> tuple[Withheld, ...]: ...

def publish(
    partnership: Partnership,
    *,
    audience: _Audience = "open",
    open_registers: Iterable[str] = ...,
    suppress_under: int = 5,
) -> Published: ...
def pack(
    assessment: Assessment,
    *,
    body: str | None = None,
    since: _Day | None = None,
    findings: Iterable[Finding] = ...,
    withheld: Iterable[Withheld] | None = None,
) -> Report: ...
def chase(assessment: Assessment, *, one_table: bool = False) -> Report: ...
def sample(assessment: Assessment, *, size: int, seed: str = "") -> Report: ...
def diary(assessment: Assessment, *, body: str | None = None) -> str: ...
def render(what: Assessment | Obligations | Ratings | Network | Report, format: _Format = "text") -> str: ...
def run(
    words: Iterable[str | bytes], *, input: str | bytes = "", width: int = 80, colour: bool = False
) -> tuple[int, str, str]: ...
def _add_records(to: Partnership, called: str, text: str | bytes) -> Partnership: ...
def _add_promises(to: Partnership, called: str, text: str | bytes) -> Partnership: ...
def _table_of_stream(stream: object) -> bytes: ...
def _table_of_array(schema: object, array: object) -> bytes: ...
def _described_types() -> dict[str, tuple[str, list[tuple[str, str, str]]]]: ...

# What follows is made by tests/stubs.py from the descriptions of the types.

@final
class Account:
    """One year's account, as one document prints it."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """Its heading, as printed."""

    @property
    def of(self) -> str | None:
        """Whose account it is."""

    @property
    def document(self) -> str | None:
        """The document that prints it."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nothing of this is known."""

    @property
    def period(self) -> str | None:
        """The year."""

    @property
    def previous(self) -> str | None:
        """The account that it goes on from."""

    @property
    def due(self) -> str | None:
        """By when it is to be reported, as printed."""

    @property
    def to(self) -> str | None:
        """To whom."""

    @property
    def tolerance(self) -> str | None:
        """`rounding` (unless given), `pound-a-line`, `exact`, or one of your own."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table: `children`, `adults`."""

    @property
    def categories(self) -> tuple[AccountCategory, ...]:
        """Its blocks of lines."""

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """Who pays what."""

    @property
    def lines(self) -> tuple[AccountLine, ...]:
        """The table of expenditure, figure by figure."""

    @property
    def totals(self) -> tuple[AccountFigure, ...]:
        """The totals that the tables print."""

    @property
    def shares(self) -> tuple[AccountShare, ...]:
        """The shares of what was spent that the table prints."""

    @property
    def stated(self) -> tuple[AccountFigure, ...]:
        """The figures in the text."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AccountCategory:
    """A block of lines."""

    @property
    def id(self) -> str | None:
        """A short word for it."""

    @property
    def name(self) -> str | None:
        """Its heading, as printed."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AccountFigure:
    """A figure that is said to follow from others."""

    @property
    def as_(self) -> str | None:
        """What it is said to be: `spend` unless given."""

    @property
    def from_(self) -> tuple[str, ...]:
        """Of income: from these bodies only."""

    @property
    def category(self) -> str | None:
        """Of spend: on this category only."""

    @property
    def column(self) -> str | None:
        """Of spend: in this column only."""

    @property
    def line(self) -> str | None:
        """Of spend: on the line of this name only."""

    @property
    def amount(self) -> str | None:
        """As printed."""

    @property
    def printed(self) -> str | None:
        """The words that it stands with."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AccountLine:
    """One figure of the table of expenditure: a line in a column."""

    @property
    def category(self) -> str | None:
        """The id of its category."""

    @property
    def what(self) -> str | None:
        """Its name, as printed."""

    @property
    def column(self) -> str | None:
        """The column in which it stands."""

    @property
    def amount(self) -> str | None:
        """As printed."""

    @property
    def on(self) -> str | None:
        """What sort of thing it was spent on."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AccountShare:
    """A printed share of what was spent."""

    @property
    def column(self) -> str | None:
        """Which column's share it is."""

    @property
    def category(self) -> str | None:
        """Or which category's."""

    @property
    def share(self) -> str | None:
        """In per cent, as printed: `74%`."""

    @property
    def over_100(self) -> str | None:
        """Why the share is rightly over 100."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Action:
    """How an objective is to be reached."""

    @property
    def no(self) -> str | None:
        """Its number, as printed; unique in the plan."""

    @property
    def text(self) -> str | None:
        """How are we going to do it?"""

    @property
    def lead(self) -> str | None:
        """Who will lead: a body's id, or `not stated`."""

    @property
    def focus(self) -> tuple[str, ...]:
        """The focus groups it is for, beside the objective's: by id or by name."""

    @property
    def promises(self) -> tuple[Promise, ...]:
        """How will we know?"""

    @property
    def carries(self) -> tuple[str, ...]:
        """What of an earlier plan it carries on, by id: `bp-2019/2.1`. See diff.md."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ActionProgress:
    """What a document says of what followed from something found."""

    @property
    def in_(self) -> str | None:
        """The document."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nothing is known of it."""

    @property
    def outcome(self) -> str | None:
        """How far it is; some progress, unless given."""

    @property
    def date(self) -> datetime.date | None:
        """Of what is done: the day, where the document says; its own otherwise."""

    @property
    def text(self) -> str | None:
        """Its words."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Allowance:
    """What is known to be odd, and let stand."""

    @property
    def rule(self) -> str | None:
        """The rule, by its code or name: `self-report`."""

    @property
    def at(self) -> str | None:
        """The thing where it may be broken, and all that is in it: `bp-2019/2.1`, `decisions/5`, `bmg`. Left out, everywhere in the plan or partnership."""

    @property
    def reason(self) -> str | None:
        """Why it is let stand."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it is; for good unless given."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Arrangements:
    """What a partnership publishes of itself."""

    @property
    def partnership(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def name(self) -> str | None:
        """The partnership's name."""

    @property
    def top(self) -> str | None:
        """The body that is accountable for all of it."""

    @property
    def partners(self) -> tuple[Seat, ...]:
        """The safeguarding partners: council, health and police, who answer in law."""

    @property
    def calendar(self) -> str | None:
        """Its working days; `england-and-wales`, unless given."""

    @property
    def named_periods(self) -> tuple[NamedPeriod, ...]:
        """Its seasons, terms and the like."""

    @property
    def scales(self) -> tuple[Scale, ...]:
        """What it gives ratings on, beside the named scales."""

    @property
    def ratings(self) -> RatingRules | None:
        """How its plans are rated. See ratings.md."""

    @property
    def escalations(self) -> tuple[Escalation, ...]:
        """What goes further up, and when. See escalation.md."""

    @property
    def allow(self) -> tuple[Allowance, ...]:
        """What is known to be odd, and let stand. See lint.md."""

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Everybody who can owe, receive, decide or attend."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Attendance:
    """A seat in the table of attendance."""

    @property
    def seat(self) -> str | None:
        """The post or body that holds the place."""

    @property
    def agency(self) -> str | None:
        """The agency that it is counted to; the seat itself, unless given."""

    @property
    def was(self) -> str | None:
        """What the table says; `silent` if it says nothing, `no-contact` if nobody heard from them."""

    @property
    def substitute(self) -> str | None:
        """The post that came instead, if printed."""

    @property
    def came(self) -> str | None:
        """The item at which they came, if that was later: `5`."""

    @property
    def left(self) -> str | None:
        """The item before which they left, if that was earlier: `7`."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Audit:
    """One audit, planned or done, and what came of it."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """Its theme, as printed."""

    @property
    def theme(self) -> str | None:
        """A word for that, the same in every audit of it: `neglect`."""

    @property
    def programme(self) -> str | None:
        """The programme that it is of."""

    @property
    def by(self) -> str | None:
        """Who audits."""

    @property
    def to(self) -> str | None:
        """Who hears of it."""

    @property
    def agencies(self) -> tuple[str, ...]:
        """Whose work it looks at."""

    @property
    def method(self) -> str | None:
        """How, as printed."""

    @property
    def planned(self) -> tuple[AuditPlan, ...]:
        """Where it is planned, and where it is moved."""

    @property
    def outcomes(self) -> tuple[AuditOutcome, ...]:
        """What became of it, as documents have it."""

    @property
    def scale(self) -> str | None:
        """What its grades are bands of."""

    @property
    def re_audit(self) -> ReAudit | None:
        """That the same is to be audited again."""

    @property
    def re_audit_of(self) -> str | None:
        """The audit that this one does again."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AuditFinding:
    """What an audit found."""

    @property
    def text(self) -> str | None:
        """What was found, as printed."""

    @property
    def kind(self) -> str | None:
        """Whether it is to improve; it is, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AuditOutcome:
    """What a document says became of an audit."""

    @property
    def outcome(self) -> str | None:
        """What became of it."""

    @property
    def date(self) -> str | None:
        """When, as exactly as printed: `Q3 2021/22`; the day of the document otherwise."""

    @property
    def in_(self) -> str | None:
        """The document that says so."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document."""

    @property
    def kind(self) -> str | None:
        """What it is told of as."""

    @property
    def grade(self) -> str | None:
        """A band of the scale of the audit."""

    @property
    def reason(self) -> str | None:
        """Why it was not done, as printed."""

    @property
    def findings(self) -> tuple[AuditFinding, ...]:
        """What it found, as that document has it."""

    @property
    def actions(self) -> tuple[FollowUpAction, ...]:
        """What is done about that, by number."""

    @property
    def text(self) -> str | None:
        """Its words."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AuditPlan:
    """Where a document plans an audit, or moves it."""

    @property
    def due(self) -> str | None:
        """When, as printed: `Q1 2022/23`; of a programme alone, its year."""

    @property
    def kind(self) -> str | None:
        """What it is planned as."""

    @property
    def in_(self) -> str | None:
        """The document that plans it."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nothing is known of this."""

    @property
    def reason(self) -> str | None:
        """Why it was moved, as printed."""

    @property
    def commitment(self) -> str | None:
        """The commitment that promises it already: it owes nothing by itself."""

    @property
    def text(self) -> str | None:
        """Its words."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AuditProgramme:
    """What a group means to audit in a year."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """What it is called, as printed."""

    @property
    def by(self) -> str | None:
        """Whose programme it is."""

    @property
    def to(self) -> str | None:
        """Who hears of it."""

    @property
    def period(self) -> str | None:
        """The year that it is for."""

    @property
    def promised(self) -> tuple[AuditQuota, ...]:
        """How many audits or meetings are promised."""

    @property
    def told(self) -> tuple[AuditTally, ...]:
        """How many there were, as documents have it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AuditQuota:
    """How many audits or meetings a year is to have."""

    @property
    def what(self) -> str | None:
        """What is counted; audits, unless given."""

    @property
    def number(self) -> int | str | None:
        """How many there are to be."""

    @property
    def in_(self) -> str | None:
        """The document that says so."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nothing is known of this."""

    @property
    def text(self) -> str | None:
        """Its words."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class AuditTally:
    """How many audits or meetings a year had, as told."""

    @property
    def what(self) -> str | None:
        """What is counted; audits, unless given."""

    @property
    def number(self) -> int | str | None:
        """How many there were."""

    @property
    def date(self) -> str | None:
        """By when, as printed; the day of the document otherwise."""

    @property
    def in_(self) -> str | None:
        """The document that says so."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document."""

    @property
    def reason(self) -> str | None:
        """Why there were not more, as printed."""

    @property
    def text(self) -> str | None:
        """Its words."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Band:
    """A step of a scale, or a word that stands apart."""

    @property
    def band(self) -> str | None:
        """Its word: `amber`. Never `unknown`, which is no band."""

    @property
    def letter(self) -> str | None:
        """What a narrow column shows: `A`, `3`."""

    @property
    def meaning(self) -> str | None:
        """What it says, as the key prints it."""

    @property
    def colour(self) -> str | None:
        """`red`, `amber`, `green`, `blue` or `grey`, if it has one."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Body:
    """Any party that can owe, receive, decide or attend. Never a person."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def name(self) -> str | None:
        """The name, as printed."""

    @property
    def kind(self) -> str | None:
        """What sort of party it is."""

    @property
    def formerly(self) -> tuple[Name, ...]:
        """What it was called before, each with its last day; `name` holds since."""

    @property
    def also_known_as(self) -> tuple[Name, ...]:
        """Other names it goes by in print."""

    @property
    def was(self) -> str | None:
        """The id it had before; records under that id still count."""

    @property
    def named_only(self) -> str | None:
        """Where it is printed, if it has no place in the structure: `002:102`."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day on which it holds; always, unless given."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it holds; for good, unless given."""

    @property
    def reports_to(self) -> tuple[Line, ...]:
        """The bodies it reports to."""

    @property
    def escalates_to(self) -> tuple[Line, ...]:
        """The bodies it takes concerns to."""

    @property
    def assures(self) -> tuple[Line, ...]:
        """The bodies it gives assurance to."""

    @property
    def scrutinises(self) -> tuple[Line, ...]:
        """The bodies it scrutinises."""

    @property
    def advises(self) -> tuple[Line, ...]:
        """The bodies it advises."""

    @property
    def joint_with(self) -> tuple[Line, ...]:
        """The bodies it works with as one of several parents."""

    @property
    def joint_of(self) -> tuple[JointOf, ...]:
        """The other partnerships that hold this body, too."""

    @property
    def members(self) -> tuple[Seat, ...]:
        """The bodies that hold a place in it and vote."""

    @property
    def attends(self) -> tuple[Seat, ...]:
        """The bodies that attend it and do not vote."""

    @property
    def holders(self) -> tuple[Seat, ...]:
        """Of a post: the bodies that hold it, one after the other."""

    @property
    def mandates(self) -> tuple[Mandate, ...]:
        """What it may decide, or is there for."""

    @property
    def succeeds(self) -> tuple[Succession, ...]:
        """The bodies whose duties it took over."""

    @property
    def quorum(self) -> str | None:
        """Who must be there for it to decide: `all of a, b, c`. See registers/minutes.md."""

    @property
    def meets(self) -> str | None:
        """How often or when it meets, as printed: `3 times a year`."""

    @property
    def papers(self) -> int | str | None:
        """How many working days before a meeting its papers are in; 0."""

    @property
    def chair(self) -> tuple[Chair, ...]:
        """Who chairs it: one after the other, no two at a time."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Chair:
    """Who chairs: one body, or several in turn."""

    @property
    def held_by(self) -> str | None:
        """The body or post that chairs."""

    @property
    def order(self) -> tuple[str, ...]:
        """The bodies that chair in turn."""

    @property
    def changes(self) -> str | None:
        """When the chair passes on, as printed: `every 1 April`."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day on which it holds; always, unless given."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it holds; for good, unless given."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class CitationMarker:
    """A mark in the text that points to a note."""

    @property
    def no(self) -> str | None:
        """Its number or sign, as printed: `7`, `*`."""

    @property
    def text(self) -> str | None:
        """What it stands at, as printed."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class CitationMention:
    """Something that a text relies on by name, without a marker."""

    @property
    def text(self) -> str | None:
        """As printed."""

    @property
    def work(self) -> str | None:
        """A word for what is named: `working-together`."""

    @property
    def version(self) -> str | None:
        """Which version of it, as printed or meant."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day of that version."""

    @property
    def until(self) -> datetime.date | None:
        """The last day of that version; it still holds, without."""

    @property
    def replaced_by(self) -> str | None:
        """What took its place."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class CitationTarget:
    """A note, or a line of a list of references."""

    @property
    def no(self) -> str | None:
        """Its number or sign, as printed."""

    @property
    def text(self) -> str | None:
        """The note, as printed."""

    @property
    def work(self) -> str | None:
        """A word for what is cited: `working-together`."""

    @property
    def version(self) -> str | None:
        """Which version of it, as printed or meant."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day of that version."""

    @property
    def until(self) -> datetime.date | None:
        """The last day of that version; it still holds, without."""

    @property
    def replaced_by(self) -> str | None:
        """What took its place."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Citations:
    """What one document cites."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """What the row is of."""

    @property
    def in_(self) -> str | None:
        """The document."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of the document."""

    @property
    def markers(self) -> tuple[CitationMarker, ...]:
        """The marks in its text, in the order printed."""

    @property
    def targets(self) -> tuple[CitationTarget, ...]:
        """The notes, in the order printed."""

    @property
    def mentions(self) -> tuple[CitationMention, ...]:
        """What it relies on by name alone."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Claim:
    """What a document says is so, and on what evidence."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def text(self) -> str | None:
        """What it says, word for word."""

    @property
    def by(self) -> str | None:
        """Who says so."""

    @property
    def body(self) -> str | None:
        """Of whom."""

    @property
    def of(self) -> str | None:
        """For which time."""

    @property
    def in_(self) -> str | None:
        """The document."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nobody knew."""

    @property
    def evidence(self) -> tuple[ClaimPassage, ...]:
        """What is given for it: a figure, a list, a date."""

    @property
    def against(self) -> tuple[ClaimPassage, ...]:
        """What cannot be if it is so."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ClaimPassage:
    """A passage that bears a claim out, or speaks against it."""

    @property
    def text(self) -> str | None:
        """Its words."""

    @property
    def in_(self) -> str | None:
        """The document; that of the claim, unless given."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document; that of the claim, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Clock:
    """A time limit of law, guidance or local procedure, through its versions."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def name(self) -> str | None:
        """What people call it."""

    @property
    def duty(self) -> str | None:
        """What is to be done."""

    @property
    def versions(self) -> tuple[ClockVersion, ...]:
        """What held when, the earliest first."""

    @property
    def suspensions(self) -> tuple[ClockSuspension, ...]:
        """Times of exception."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ClockAlternative:
    """Another limit of the same rule."""

    @property
    def trigger(self) -> str | None:
        """The word for the event that starts it: `awareness`, `notification`, `decision`."""

    @property
    def limit(self) -> int | str | None:
        """How many, 1 or more."""

    @property
    def unit(self) -> str | None:
        """What it is counted in; `hours` and `none` give no day, `date` needs `by`."""

    @property
    def by(self) -> str | None:
        """The date: `30 September`, the first after the event, or one with its year."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ClockEvent:
    """A day from which a reading of the clock counts."""

    @property
    def event(self) -> str | None:
        """A trigger of the clock: `awareness`."""

    @property
    def date(self) -> datetime.date | None:
        """Its day."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ClockMilestone:
    """A stage on the way."""

    @property
    def name(self) -> str | None:
        """What is to have been done."""

    @property
    def from_(self) -> int | str | None:
        """On which day it begins, as the rule counts."""

    @property
    def to(self) -> int | str | None:
        """On which day it is to be done by."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ClockRule:
    """One way to read a time limit: from what, how long, how counted."""

    @property
    def name(self) -> str | None:
        """What this reading is called; its trigger, unless given."""

    @property
    def trigger(self) -> str | None:
        """The word for the event that starts it: `awareness`, `notification`, `decision`."""

    @property
    def starts(self) -> str | None:
        """What that event is, in full."""

    @property
    def limit(self) -> int | str | None:
        """How many, 1 or more."""

    @property
    def unit(self) -> str | None:
        """What it is counted in; `hours` and `none` give no day, `date` needs `by`."""

    @property
    def by(self) -> str | None:
        """The date: `30 September`, the first after the event, or one with its year."""

    @property
    def words(self) -> str | None:
        """What it says where it has no limit: `promptly`."""

    @property
    def counting(self) -> str | None:
        """Which day is day 0."""

    @property
    def direction(self) -> str | None:
        """Whether it counts on from the event or back."""

    @property
    def rolls(self) -> str | None:
        """Where a last day goes that is no working day."""

    @property
    def or_(self) -> tuple[ClockAlternative, ...]:
        """Other limits beside it."""

    @property
    def whichever(self) -> str | None:
        """Which of several limits holds."""

    @property
    def milestones(self) -> tuple[ClockMilestone, ...]:
        """The stages on the way."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ClockSuspension:
    """A time of exception, in which a limit is relaxed or stands still."""

    @property
    def name(self) -> str | None:
        """What people call it."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day on which it holds; always, unless given."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it holds; for good, unless given."""

    @property
    def effect(self) -> str | None:
        """What it does to the clock."""

    @property
    def instrument(self) -> str | None:
        """The law or guidance that says so."""

    @property
    def source(self) -> str | None:
        """Where it is printed."""

    @property
    def certainty(self) -> str | None:
        """How sure it is: `stated` by what `source` names, `customary`, or from knowledge of the guidance with no page to hand."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ClockVersion:
    """What held from one day to another."""

    @property
    def version(self) -> str | None:
        """What people call it: `WT2018`."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day on which it holds; always, unless given."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it holds; for good, unless given."""

    @property
    def instrument(self) -> str | None:
        """The law or guidance that says so."""

    @property
    def source(self) -> str | None:
        """Where it is printed."""

    @property
    def certainty(self) -> str | None:
        """How sure it is: `stated` by what `source` names, `customary`, or from knowledge of the guidance with no page to hand."""

    @property
    def calendar(self) -> str | None:
        """Its working days; those of the partnership, unless given."""

    @property
    def rules(self) -> tuple[ClockRule, ...]:
        """How it may be read: the first is the default, others are shown beside it."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Commitment:
    """What a document promises of the time after it."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def made_in(self) -> str | None:
        """The document that promises it."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document, from which its words count."""

    @property
    def text(self) -> str | None:
        """What is promised, word for word."""

    @property
    def by(self) -> str | None:
        """Who promises."""

    @property
    def to(self) -> str | None:
        """Who is to receive it."""

    @property
    def due(self) -> str | None:
        """When, in the words as printed."""

    @property
    def period(self) -> str | None:
        """How long `annually` and its like run."""

    @property
    def expected_in(self) -> str | None:
        """The document in which its sequel would stand: unread, nothing is known."""

    @property
    def did(self) -> str | None:
        """What the document says was done before."""

    @property
    def claimed(self) -> str | None:
        """What the document says came of that."""

    @property
    def claim(self) -> str | None:
        """What sort of claim that is."""

    @property
    def outcomes(self) -> tuple[CommitmentOutcome, ...]:
        """What later documents say, one outcome of each."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class CommitmentOutcome:
    """What a later document says of a commitment."""

    @property
    def in_(self) -> str | None:
        """The later document."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nothing is known of it."""

    @property
    def outcome(self) -> str | None:
        """What it says: done, promised again, less, given up, the contrary, or nothing where it was looked for."""

    @property
    def text(self) -> str | None:
        """Its words."""

    @property
    def date(self) -> datetime.date | None:
        """Of what is done: the day, where the document says; its own otherwise."""

    @property
    def of(self) -> str | None:
        """Of a commitment with several dates: which of them, `2019/20`."""

    @property
    def to(self) -> str | None:
        """The commitment that carries it on."""

    @property
    def by(self) -> str | None:
        """Who gave it up."""

    @property
    def by_decision(self) -> str | None:
        """The decision that gave it up."""

    @property
    def said(self) -> str | None:
        """What is contradicted, as printed: `Completed`."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Contribution:
    """What one body pays in."""

    @property
    def id(self) -> str | None:
        """A word for it; who pays, unless given."""

    @property
    def from_(self) -> str | None:
        """Who pays."""

    @property
    def what(self) -> str | None:
        """What it is: a grant, by name."""

    @property
    def kind(self) -> str | None:
        """Only a repayment is negative."""

    @property
    def amount(self) -> str | None:
        """As printed: `£189,712`."""

    @property
    def share(self) -> str | None:
        """Its share of all contributions, as printed: `45.88%`."""

    @property
    def over_100(self) -> str | None:
        """Why the share is rightly over 100."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it may be spent."""

    @property
    def spent(self) -> str | None:
        """What was spent of it."""

    @property
    def return_by(self) -> str | None:
        """By when what is unspent goes back, as printed."""

    @property
    def returned(self) -> datetime.date | None:
        """The day on which it went back."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Decision:
    """One decision of a log."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def no(self) -> str | None:
        """Its number, as printed."""

    @property
    def text(self) -> str | None:
        """What was decided, as printed."""

    @property
    def kind(self) -> str | None:
        """A recommendation is no decision before it has a `date`."""

    @property
    def date(self) -> datetime.date | None:
        """The day on which it was decided."""

    @property
    def recorded(self) -> datetime.date | None:
        """When that was written down; the same day unless given."""

    @property
    def by(self) -> str | None:
        """Who decided; of a recommendation, who is asked to."""

    @property
    def at(self) -> str | None:
        """Where: the id of a meeting (`bmg of Oct 2025`), of the row of its minutes, or of the body that met."""

    @property
    def recommended_by(self) -> str | None:
        """Who recommended it."""

    @property
    def recommended(self) -> datetime.date | None:
        """The day on which it was recommended."""

    @property
    def mandate(self) -> str | None:
        """The words of the mandate that it relies on."""

    @property
    def votes(self) -> Votes | None:
        """How the parties voted."""

    @property
    def cost(self) -> str | None:
        """What it costs, as printed."""

    @property
    def status(self) -> str | None:
        """As printed: `Completed`."""

    @property
    def status_on(self) -> datetime.date | None:
        """The day of which the status was printed; not told before it."""

    @property
    def reference(self) -> str | None:
        """What it is filed under."""

    @property
    def supersedes(self) -> tuple[str, ...]:
        """Earlier decisions that it takes the place of."""

    @property
    def parts(self) -> tuple[DecisionPart, ...]:
        """Its lettered parts."""

    @property
    def follow_up(self) -> tuple[Promise, ...]:
        """What somebody is to do about it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class DecisionPart:
    """A lettered part of a decision."""

    @property
    def no(self) -> str | None:
        """Its letter or number, as printed."""

    @property
    def text(self) -> str | None:
        """What was decided."""

    @property
    def status(self) -> str | None:
        """As printed: `Completed`."""

    @property
    def reference(self) -> str | None:
        """What it is filed under."""

    @property
    def follow_up(self) -> tuple[Promise, ...]:
        """What somebody is to do about it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Document:
    """A document with a life: from draft to what takes its place."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """Its title, as printed."""

    @property
    def kind(self) -> str | None:
        """What sort of document it is."""

    @property
    def owner(self) -> str | None:
        """Who keeps it, and owes its review."""

    @property
    def approver(self) -> str | None:
        """Who approves it."""

    @property
    def version(self) -> str | None:
        """As printed."""

    @property
    def period(self) -> str | None:
        """The time that it is for: `2021-24`."""

    @property
    def history(self) -> tuple[DocumentStep, ...]:
        """What became of it, in the order of its life."""

    @property
    def approval(self) -> str | None:
        """By when it is to be approved, as printed."""

    @property
    def review(self) -> str | None:
        """When it is to be reviewed, or how often, as printed."""

    @property
    def expires(self) -> str | None:
        """When it ends, as printed."""

    @property
    def succeeds(self) -> tuple[str, ...]:
        """The documents whose place it takes."""

    @property
    def part_of(self) -> str | None:
        """The document that it is printed in."""

    @property
    def required(self) -> tuple[str, ...]:
        """The sections that it must have."""

    @property
    def sections(self) -> tuple[DocumentSection, ...]:
        """The sections that it has."""

    @property
    def follow_up(self) -> tuple[Promise, ...]:
        """What else is promised of it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class DocumentSection:
    """A section of a document."""

    @property
    def name(self) -> str | None:
        """Its heading, as printed."""

    @property
    def filled(self) -> str | None:
        """Whether anything stands there; `prompt-left`: what the form says, alone."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class DocumentStep:
    """One line of a document's life."""

    @property
    def status(self) -> str | None:
        """What became of it."""

    @property
    def printed(self) -> str | None:
        """The word in print, if it is another: `PROPOSAL`."""

    @property
    def date(self) -> str | None:
        """When, as exactly as printed: `13 September 2024`, `2024/25`."""

    @property
    def by(self) -> str | None:
        """Who did it."""

    @property
    def version(self) -> str | None:
        """The version, where a new one begins here."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Duty:
    """What a post or body is appointed to do."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def body(self) -> str | None:
        """Whose duty it is."""

    @property
    def text(self) -> str | None:
        """What is to be done, as printed."""

    @property
    def to(self) -> str | None:
        """Who is to hear of it."""

    @property
    def cadence(self) -> str | None:
        """How often, as printed, from `from` to `until`: `annual`."""

    @property
    def due(self) -> str | None:
        """When, as printed, where it is not a matter of how often."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day of the appointment."""

    @property
    def until(self) -> datetime.date | None:
        """The last day of the appointment."""

    @property
    def evidence(self) -> tuple[DutyEvidence, ...]:
        """What documents say was done."""

    @property
    def led_before(self) -> tuple[FormerPost, ...]:
        """Groups that whoever has the duty led before, and that it is about."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class DutyEvidence:
    """What shows that a duty is done."""

    @property
    def when(self) -> str | None:
        """The day, month or year of it, as printed: it counts from the last day of that."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of the document that says so."""

    @property
    def kind(self) -> str | None:
        """What was done."""

    @property
    def text(self) -> str | None:
        """The words of the document."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Escalation:
    """What goes further up, to whom and how soon. See escalation.md."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def name(self) -> str | None:
        """What it is called."""

    @property
    def of(self) -> Scope | None:
        """Which obligations it is of; all, unless given."""

    @property
    def per(self) -> str | None:
        """Misses of what are counted together: of a `promise`, unless given."""

    @property
    def stages(self) -> tuple[Stage, ...]:
        """To whom it goes, one after the other."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Event:
    """A network, training or conference, and who came."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """Its title, as printed."""

    @property
    def kind(self) -> str | None:
        """What sort of event it is."""

    @property
    def host(self) -> str | None:
        """Who holds it."""

    @property
    def date(self) -> str | None:
        """When, as exactly as printed: `May 2021`, `2021/22`."""

    @property
    def dates(self) -> str | None:
        """As printed, if that is no one date: `May, September`."""

    @property
    def every(self) -> str | None:
        """How often, as printed: `three times per year`."""

    @property
    def part_of(self) -> str | None:
        """The event whose number its own is in."""

    @property
    def after(self) -> str | None:
        """The one before it, where they are a row of the same."""

    @property
    def sessions(self) -> int | str | None:
        """How many sessions it had."""

    @property
    def planned(self) -> int | str | None:
        """How many people were expected."""

    @property
    def attended(self) -> int | str | None:
        """How many people came."""

    @property
    def printed(self) -> str | None:
        """Where print says more than the number: `over 100`."""

    @property
    def attendance(self) -> tuple[EventAttendance, ...]:
        """How many came from each agency."""

    @property
    def averages(self) -> tuple[EventAverage, ...]:
        """Averages over the sessions, as printed."""

    @property
    def topics(self) -> tuple[str, ...]:
        """What it was about."""

    @property
    def evaluation(self) -> str | None:
        """What is printed of how it went."""

    @property
    def report_to(self) -> str | None:
        """Who is promised a report of it."""

    @property
    def report_due(self) -> str | None:
        """By when, from its last day: `in three months`."""

    @property
    def reported(self) -> datetime.date | None:
        """The day on which the report came."""

    @property
    def follow_up(self) -> tuple[Promise, ...]:
        """What else is promised."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class EventAttendance:
    """Who came from one agency."""

    @property
    def agency(self) -> str | None:
        """Whose people, or which sort of setting."""

    @property
    def people(self) -> int | str | None:
        """How many; none if no number is printed."""

    @property
    def printed(self) -> str | None:
        """Where print says more than the number: `over 1100`."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class EventAverage:
    """An average of whole people over the sessions of an event."""

    @property
    def of(self) -> str | None:
        """Whom it counts: `primary school staff`."""

    @property
    def value(self) -> str | None:
        """The average, as printed: `100.5`."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Fact:
    """One thing that documents say of a body, of a document or at large."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def what(self) -> str | None:
        """Which side of it: `how often it meets`."""

    @property
    def body(self) -> str | None:
        """The body of which it is said."""

    @property
    def document(self) -> str | None:
        """The document of which it is said."""

    @property
    def kind(self) -> str | None:
        """By what statements are told apart: their `words`, unless given; a `number`; a `cadence`; the `days` they mean; a `stage`: planned, drafted, under way, there; or a `name`, which may be another."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What documents say, in any order."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class FocusGroup:
    """Children whom the plan puts first."""

    @property
    def id(self) -> str | None:
        """A short word to refer to it by; its name does as well."""

    @property
    def name(self) -> str | None:
        """The group, in the plan's words."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class FollowUpAction:
    """Something to be done about what an inspection or a review found."""

    @property
    def id(self) -> str | None:
        """Its number: `1.1`; unlike all others of its part or row."""

    @property
    def what(self) -> str | None:
        """What is to be done, as printed."""

    @property
    def from_(self) -> str | None:
        """Who is to do it."""

    @property
    def to(self) -> str | None:
        """Who is to hear of it."""

    @property
    def due(self) -> str | None:
        """When, in the words as printed."""

    @property
    def commitment(self) -> str | None:
        """The commitment that promises it already: it owes nothing by itself."""

    @property
    def progress(self) -> tuple[ActionProgress, ...]:
        """How far it is, as documents have it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class FormerPost:
    """A group that whoever has a duty led before."""

    @property
    def body(self) -> str | None:
        """The group."""

    @property
    def as_(self) -> str | None:
        """In which part: `chair`."""

    @property
    def until(self) -> datetime.date | None:
        """The last day."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ForwardPlanItem:
    """One item of a forward plan."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def body(self) -> str | None:
        """Whose forward plan it is on."""

    @property
    def meeting(self) -> str | None:
        """The day of the meeting, in the words printed: `5th Jan 2021`."""

    @property
    def item(self) -> str | None:
        """What is to be heard."""

    @property
    def priority(self) -> str | None:
        """What it is listed under, as printed."""

    @property
    def from_(self) -> str | None:
        """Who brings it."""

    @property
    def for_(self) -> str | None:
        """What it answers: the id of an obligation, an action, a plan or a row."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of the plan that it stands on; not told before it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Glossary:
    """The terms that one document explains, and those that it uses."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """Its heading, as printed."""

    @property
    def in_(self) -> str | None:
        """The document."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of the document: before it, nobody had read it."""

    @property
    def entries(self) -> tuple[GlossaryEntry, ...]:
        """The terms that it explains."""

    @property
    def uses(self) -> tuple[TermUse, ...]:
        """The terms that its text uses."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class GlossaryEntry:
    """A line of a printed glossary."""

    @property
    def term(self) -> str | None:
        """As printed."""

    @property
    def expansion(self) -> str | None:
        """What it stands for, as printed."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class HandOver:
    """What one body owes, owed by another."""

    @property
    def of(self) -> str | None:
        """What is handed over: an action (`bp-2019/2.1`), a promise (`bp-2019/2.1/bmg`), or all that a body leads and owes."""

    @property
    def to(self) -> str | None:
        """Who would lead or owe it."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Indicator:
    """A number that somebody keeps an eye on: how it is made, its values, its targets."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """What it is called, as printed."""

    @property
    def unit(self) -> str | None:
        """What its numbers are."""

    @property
    def per(self) -> int | str | None:
        """Of a rate: for each how many; 10,000 unless given."""

    @property
    def numerator(self) -> str | None:
        """What is counted, in words."""

    @property
    def denominator(self) -> str | None:
        """Of what, in words."""

    @property
    def population(self) -> str | None:
        """Of a rate: whose, in words; rates of the same are held together."""

    @property
    def better(self) -> str | None:
        """Which way is better; nobody says, unless given."""

    @property
    def basis(self) -> str | None:
        """What its periods are."""

    @property
    def cumulative(self) -> str | None:
        """Whether each value counts from the beginning of the year."""

    @property
    def data_only(self) -> str | None:
        """Whether it is reported without being judged."""

    @property
    def may_exceed_100(self) -> str | None:
        """Whether a share may be over 100."""

    @property
    def best_rank(self) -> str | None:
        """Which end of the ranks is the best; the first, unless given."""

    @property
    def suppress_below(self) -> int | str | None:
        """Counts below it are shown nowhere."""

    @property
    def part_of(self) -> str | None:
        """The indicator that it is a part of; the parts add up to it."""

    @property
    def split(self) -> str | None:
        """By what that is split, where there are several ways: `age`."""

    @property
    def owner(self) -> str | None:
        """Who answers for it."""

    @property
    def from_(self) -> str | None:
        """Who reports it; the owner, unless given."""

    @property
    def to(self) -> str | None:
        """Who receives it."""

    @property
    def due(self) -> str | None:
        """When, or how often, as printed."""

    @property
    def run(self) -> str | None:
        """The time over which `quarterly` runs."""

    @property
    def reported_in(self) -> tuple[str, ...]:
        """What it is reported in, where that is promised elsewhere, by id."""

    @property
    def data_source(self) -> str | None:
        """Where its numbers are taken from."""

    @property
    def rated_by(self) -> str | None:
        """The rule by which it is rated: `within-5`."""

    @property
    def tolerance(self) -> str | None:
        """The tolerance that was agreed."""

    @property
    def off_by(self) -> str | None:
        """In what the tolerance is."""

    @property
    def stale_after(self) -> int | str | None:
        """After how many months without a newer value it is stale."""

    @property
    def targets(self) -> tuple[IndicatorTarget, ...]:
        """What it is to be."""

    @property
    def definitions(self) -> tuple[IndicatorDefinition, ...]:
        """What it counts, where that changed."""

    @property
    def values(self) -> tuple[IndicatorValue, ...]:
        """What it was."""

    @property
    def claims(self) -> tuple[IndicatorClaim, ...]:
        """What texts say of it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class IndicatorAgain:
    """The same number, printed once more elsewhere."""

    @property
    def value(self) -> str | None:
        """The number as printed there."""

    @property
    def rank(self) -> int | str | None:
        """The rank as printed there."""

    @property
    def rank_of(self) -> int | str | None:
        """Of how many."""

    @property
    def dated(self) -> str | None:
        """The day of that document; of the same one, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class IndicatorClaim:
    """What a text says of an indicator."""

    @property
    def text(self) -> str | None:
        """As printed: `a slight reduction`."""

    @property
    def says(self) -> str | None:
        """What that comes to: the one is higher than the other."""

    @property
    def of(self) -> str | None:
        """The period that it speaks of; the newest known, unless given."""

    @property
    def since(self) -> str | None:
        """The period that it holds it against."""

    @property
    def against(self) -> str | None:
        """Or with whom it compares it."""

    @property
    def name(self) -> str | None:
        """Of these, where there are several of a sort."""

    @property
    def by(self) -> str | None:
        """By how much, as printed, with its sign."""

    @property
    def in_(self) -> str | None:
        """In what that is, if print says."""

    @property
    def dated(self) -> str | None:
        """The day of the document."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class IndicatorComparator:
    """What a value is printed beside."""

    @property
    def with_(self) -> str | None:
        """With whom it is compared."""

    @property
    def name(self) -> str | None:
        """As printed, where `with` does not say enough."""

    @property
    def period(self) -> str | None:
        """Its period, where it is another than that of the value."""

    @property
    def covers(self) -> str | None:
        """What it is about, where that is another than of the value."""

    @property
    def value(self) -> str | None:
        """Its number, as printed."""

    @property
    def printed(self) -> str | None:
        """The words, where print has no number: `significantly higher`."""

    @property
    def gap(self) -> str | None:
        """The value less this one, as printed: `-0.2%`."""

    @property
    def change(self) -> str | None:
        """How this one changed, as printed, with its sign."""

    @property
    def rank(self) -> int | str | None:
        """Its own rank."""

    @property
    def rank_of(self) -> int | str | None:
        """Of how many."""

    @property
    def again(self) -> tuple[IndicatorAgain, ...]:
        """The same printed once more elsewhere."""

    @property
    def dated(self) -> str | None:
        """The day from which it is known; that of the value, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class IndicatorDefinition:
    """What an indicator counts, from a period on."""

    @property
    def text(self) -> str | None:
        """What it counts, or what is different."""

    @property
    def from_(self) -> str | None:
        """The first period that it is for; always, unless given."""

    @property
    def numerator(self) -> str | None:
        """What is counted, in words."""

    @property
    def denominator(self) -> str | None:
        """Of what, in words."""

    @property
    def decision(self) -> str | None:
        """The decision by which it changed."""

    @property
    def dated(self) -> str | None:
        """The day from which it is known; the first of its period, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class IndicatorTarget:
    """What an indicator is to be, from a period on."""

    @property
    def value(self) -> str | None:
        """The number as printed."""

    @property
    def from_(self) -> str | None:
        """The first period that it is for; always, unless given."""

    @property
    def decision(self) -> str | None:
        """The decision by which it changed."""

    @property
    def dated(self) -> str | None:
        """The day from which it is known; the first of its period, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class IndicatorValue:
    """What an indicator was in one period, as one document prints it."""

    @property
    def period(self) -> str | None:
        """The period, as printed; `undated` where none is."""

    @property
    def covers(self) -> str | None:
        """What it is about, where that is not simply its period."""

    @property
    def value(self) -> str | None:
        """The number as printed: `88.7%`."""

    @property
    def printed(self) -> str | None:
        """The words, where the number is said roughly: `circa 4,000`."""

    @property
    def instead(self) -> str | None:
        """What print has where a number would stand."""

    @property
    def numerator(self) -> str | None:
        """How many counted."""

    @property
    def denominator(self) -> str | None:
        """Of how many."""

    @property
    def population(self) -> str | None:
        """Of a rate: how many people."""

    @property
    def population_year(self) -> str | None:
        """Of when, and by which estimate: `mid-2019`."""

    @property
    def provisional(self) -> str | None:
        """Whether it may still change."""

    @property
    def rank(self) -> int | str | None:
        """Its rank."""

    @property
    def rank_of(self) -> int | str | None:
        """Of how many."""

    @property
    def rank_change(self) -> str | None:
        """Places gained, as printed: `4`, or `-16` where it fell."""

    @property
    def change(self) -> str | None:
        """By how much it changed, as printed, with its sign."""

    @property
    def change_in(self) -> str | None:
        """In what the change is printed, if print says."""

    @property
    def since(self) -> str | None:
        """The period that it changed from; a year before, unless given."""

    @property
    def rated(self) -> str | None:
        """The band that print gives it."""

    @property
    def comparators(self) -> tuple[IndicatorComparator, ...]:
        """What it is printed beside."""

    @property
    def again(self) -> tuple[IndicatorAgain, ...]:
        """The same printed once more elsewhere."""

    @property
    def dated(self) -> str | None:
        """The day of the document: from then on it is known."""

    @property
    def in_(self) -> str | None:
        """The document."""

    @property
    def answers(self) -> str | None:
        """Which return it is, by its words, where the day does not tell."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Inspection:
    """What a body from outside found, and what followed."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def by(self) -> str | None:
        """Who looked, from outside."""

    @property
    def of(self) -> str | None:
        """Who was looked at."""

    @property
    def when(self) -> str | None:
        """The day, month or year of it, as printed."""

    @property
    def kind(self) -> str | None:
        """Why they looked."""

    @property
    def title(self) -> str | None:
        """What print calls it."""

    @property
    def judgement(self) -> str | None:
        """As printed: `inadequate`."""

    @property
    def text(self) -> str | None:
        """What was found, as printed."""

    @property
    def in_(self) -> str | None:
        """The document that tells of it."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document, from which the words of actions count."""

    @property
    def board(self) -> str | None:
        """Who oversees what follows, as printed."""

    @property
    def board_met(self) -> int | str | None:
        """How often they have met."""

    @property
    def fund(self) -> str | None:
        """What it may cost, as printed."""

    @property
    def parts(self) -> tuple[InspectionPart, ...]:
        """Priority actions or domains."""

    @property
    def actions(self) -> tuple[FollowUpAction, ...]:
        """What is to be done, under no part."""

    @property
    def follow_up(self) -> tuple[ActionProgress, ...]:
        """What followed as a whole, as documents have it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class InspectionPart:
    """A priority action or a domain of an improvement plan."""

    @property
    def no(self) -> str | None:
        """Its number or word: `1`."""

    @property
    def text(self) -> str | None:
        """The priority or domain, as printed."""

    @property
    def actions(self) -> tuple[FollowUpAction, ...]:
        """What is to be done under it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Interest:
    """An interest that was declared."""

    @property
    def by(self) -> str | None:
        """Who declared it."""

    @property
    def item(self) -> str | None:
        """The number of the item that it touches."""

    @property
    def what(self) -> str | None:
        """The interest, as printed."""

    @property
    def then(self) -> str | None:
        """What they did while the item was taken."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class JointOf:
    """Another partnership that holds the body, too."""

    @property
    def partnership(self) -> str | None:
        """The id of the other partnership."""

    @property
    def as_(self) -> str | None:
        """The body's id there, if it is another and that partnership does not say so."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day on which it holds; always, unless given."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it holds; for good, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Line:
    """A dated line from one body to another."""

    @property
    def to(self) -> str | None:
        """The body at the other end."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day on which it holds; always, unless given."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it holds; for good, unless given."""

    @property
    def condition(self) -> str | None:
        """When it applies, as printed: `by exception`."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Log:
    """A forum, register or log that an agency keeps of its own."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """What it is called, as printed."""

    @property
    def kind(self) -> str | None:
        """A forum, or what is kept."""

    @property
    def kept_by(self) -> str | None:
        """The agency whose it is."""

    @property
    def answerable(self) -> str | None:
        """The post that answers for it, as printed."""

    @property
    def to(self) -> str | None:
        """Who hears of it."""

    @property
    def holds(self) -> str | None:
        """What it records or decides, as printed; no case."""

    @property
    def themes(self) -> tuple[str, ...]:
        """Its themes, as printed."""

    @property
    def cadence(self) -> str | None:
        """How often it meets or is brought up to date, as printed."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day over which that is owed."""

    @property
    def until(self) -> datetime.date | None:
        """The last day over which that is owed; nothing is, without."""

    @property
    def kept_for(self) -> str | None:
        """The forum that it is kept for."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The trigger rules that lead to it."""

    @property
    def in_(self) -> str | None:
        """The document that tells of it."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nobody knew."""

    @property
    def held(self) -> tuple[DutyEvidence, ...]:
        """When it met or was brought up to date, as documents have it."""

    @property
    def progress(self) -> tuple[ActionProgress, ...]:
        """How far it is, as documents have it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Mandate:
    """What a body may decide, or is there for."""

    @property
    def text(self) -> str | None:
        """What it may decide, or is there for."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day on which it holds; always, unless given."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it holds; for good, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Matrix:
    """What a risk is scored on."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def name(self) -> str | None:
        """What it is called."""

    @property
    def likelihood(self) -> tuple[str, ...]:
        """The words of its steps, least first."""

    @property
    def impact(self) -> tuple[str, ...]:
        """The same of impact."""

    @property
    def bands(self) -> tuple[MatrixBand, ...]:
        """Best first, by scores or by cells; by neither where nobody prints how they are told."""

    @property
    def cells(self) -> tuple[str, ...]:
        """Bands by cell: a row of words for each likelihood, least first: `low low medium`."""

    @property
    def caution(self) -> str | None:
        """What a reader is apt to mistake."""

    @property
    def certainty(self) -> str | None:
        """How sure it is: `stated` by what `source` names, `customary`, or from knowledge of the guidance with no page to hand."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class MatrixBand:
    """A band of a matrix."""

    @property
    def word(self) -> str | None:
        """What it is called."""

    @property
    def colour(self) -> str | None:
        """Its colour."""

    @property
    def meaning(self) -> str | None:
        """What it asks for."""

    @property
    def from_(self) -> int | str | None:
        """Its lowest score, where bands go by scores."""

    @property
    def to(self) -> int | str | None:
        """Its highest score."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Minutes:
    """One meeting of a body, by its minutes or its agenda."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """What the meeting is called, if it has a name."""

    @property
    def body(self) -> str | None:
        """Who met."""

    @property
    def date(self) -> datetime.date | None:
        """The day of the meeting."""

    @property
    def kind(self) -> str | None:
        """What is known of it; an agenda does not say that it was held. `minutes`, unless given."""

    @property
    def meeting(self) -> str | None:
        """Which of the meetings under the body's `meets` it was: `Oct 2025`."""

    @property
    def recorded(self) -> datetime.date | None:
        """When the minutes were written down; the same day, unless given."""

    @property
    def chair(self) -> tuple[str, ...]:
        """Who chaired; several, if print does not say which."""

    @property
    def quorum(self) -> str | None:
        """Whether it was quorate, if the minutes print it."""

    @property
    def attendance(self) -> tuple[Attendance, ...]:
        """The table of attendance, seat by seat."""

    @property
    def others(self) -> tuple[str, ...]:
        """Who else was there."""

    @property
    def interests(self) -> tuple[Interest, ...]:
        """The interests that were declared."""

    @property
    def confirms(self) -> tuple[str, ...]:
        """The earlier minutes that it confirmed."""

    @property
    def items(self) -> tuple[MinutesItem, ...]:
        """Its items, in the order printed."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class MinutesItem:
    """An item of an agenda, and what became of it."""

    @property
    def no(self) -> str | None:
        """Its number, as printed."""

    @property
    def title(self) -> str | None:
        """What it is called."""

    @property
    def purpose(self) -> str | None:
        """What it is there for, as printed: `for noting`."""

    @property
    def presenter(self) -> str | None:
        """The post or body that presents it."""

    @property
    def pages(self) -> str | None:
        """The pages of its papers, as printed: `51-56`."""

    @property
    def paper(self) -> str | None:
        """What it is about: whatever has an id."""

    @property
    def receives(self) -> tuple[str, ...]:
        """The obligations that came in with it, as a record names them."""

    @property
    def discussion(self) -> tuple[str, ...]:
        """What was said, point by point."""

    @property
    def resolved(self) -> tuple[Resolution, ...]:
        """What was resolved."""

    @property
    def recommended(self) -> tuple[Resolution, ...]:
        """What its paper asks the body to do."""

    @property
    def actions(self) -> tuple[Promise, ...]:
        """What somebody is to do; to the body, unless it says to whom."""

    @property
    def deferred_to(self) -> str | None:
        """When it is to come again, in the words of a `due`: `bmg of Feb 2026`, `next meeting`."""

    @property
    def deferred_from(self) -> str | None:
        """The item that was put off to here: `bmg-2025-06.7`."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Name:
    """A name, and when it was used."""

    @property
    def name(self) -> str | None:
        """The name, as printed."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day on which it holds; always, unless given."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it holds; for good, unless given."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class NamedPeriod:
    """What the partnership means by a word for a part of the year."""

    @property
    def name(self) -> str | None:
        """The word: `autumn`, `spring term`, `early`."""

    @property
    def of(self) -> str | None:
        """The year that it is a part of."""

    @property
    def from_(self) -> str | None:
        """Its first day: `1 September`, or a full date."""

    @property
    def to(self) -> str | None:
        """Its last day: `31 December`, or a full date."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Objective:
    """What the partnership wants to achieve."""

    @property
    def no(self) -> str | None:
        """Its number, as printed; unique in the plan."""

    @property
    def text(self) -> str | None:
        """What do we want to achieve?"""

    @property
    def priorities(self) -> tuple[str, ...]:
        """The numbers of the priorities it serves."""

    @property
    def focus(self) -> tuple[str, ...]:
        """The focus groups it is for: by id or by name."""

    @property
    def actions(self) -> tuple[Action, ...]:
        """How it is to be reached."""

    @property
    def carries(self) -> tuple[str, ...]:
        """What of an earlier plan it carries on, by id: `bp-2019/2.1`. See diff.md."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Plan:
    """One plan, in the order printed."""

    @property
    def plan(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """The title, as printed."""

    @property
    def period(self) -> str | None:
        """What it covers: `2019-22`, `April 2019 to March 2022`."""

    @property
    def dated(self) -> datetime.date | None:
        """The document's own date: what `next year` counts from."""

    @property
    def status(self) -> str | None:
        """As printed: `PROPOSED`."""

    @property
    def was(self) -> str | None:
        """The id it had before; records under that id still count."""

    @property
    def priorities(self) -> tuple[Priority, ...]:
        """What matters most."""

    @property
    def focus_groups(self) -> tuple[FocusGroup, ...]:
        """Children whom the plan puts first."""

    @property
    def ratings(self) -> RatingRules | None:
        """How it is rated, where not as the partnership says."""

    @property
    def allow(self) -> tuple[Allowance, ...]:
        """What is known to be odd in it, and let stand. See lint.md."""

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """In the order printed."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Population:
    """Who was asked to return something, and who did."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """What it is called, as printed."""

    @property
    def asked_by(self) -> str | None:
        """Who asked."""

    @property
    def what(self) -> str | None:
        """What was asked for."""

    @property
    def whom(self) -> str | None:
        """Who was asked, as printed: `education settings`."""

    @property
    def for_(self) -> str | None:
        """What it is done for: anything that has an id."""

    @property
    def period(self) -> str | None:
        """The time that the answers are about."""

    @property
    def asked_on(self) -> str | None:
        """When they were asked, as exactly as printed."""

    @property
    def due(self) -> str | None:
        """When the answers are due, as printed."""

    @property
    def to(self) -> str | None:
        """Who receives them; who asked, unless given."""

    @property
    def asked(self) -> int | str | None:
        """How many were asked."""

    @property
    def answered(self) -> int | str | None:
        """How many answered in the end."""

    @property
    def printed(self) -> str | None:
        """Where print has words for a number: `a number of`."""

    @property
    def rate(self) -> str | None:
        """The share that answered, as printed: `96 %`."""

    @property
    def complete(self) -> str | None:
        """When all had answered, or `undated`, where nobody says how many that are."""

    @property
    def counts(self) -> tuple[PopulationCount, ...]:
        """How many had answered by which day."""

    @property
    def parts(self) -> tuple[PopulationPart, ...]:
        """The same by sort: of schools, of agencies."""

    @property
    def members(self) -> tuple[PopulationMember, ...]:
        """Those who were asked, one by one."""

    @property
    def headings(self) -> tuple[str, ...]:
        """What an answer has to fill."""

    @property
    def shares(self) -> tuple[PopulationShare, ...]:
        """Shares of the answers, as printed."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class PopulationCount:
    """How many had answered by a day."""

    @property
    def date(self) -> str | None:
        """By when, as exactly as printed."""

    @property
    def answered(self) -> int | str | None:
        """How many had answered."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class PopulationMember:
    """One of those who were asked."""

    @property
    def body(self) -> str | None:
        """Who was asked."""

    @property
    def no(self) -> str | None:
        """What one is called by who is no body: a school's number."""

    @property
    def answered(self) -> str | None:
        """When it answered, as exactly as printed, or `undated`; none if it has not."""

    @property
    def filled(self) -> tuple[str, ...]:
        """Which of the headings it filled."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class PopulationPart:
    """A sort of those who were asked."""

    @property
    def of(self) -> str | None:
        """Which sort: `primary-schools`."""

    @property
    def asked(self) -> int | str | None:
        """How many of it were asked."""

    @property
    def answered(self) -> int | str | None:
        """How many of it answered."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class PopulationShare:
    """A share of those who answered."""

    @property
    def of(self) -> str | None:
        """What is counted, as printed."""

    @property
    def rate(self) -> str | None:
        """Its share in per cent, as printed: `4.83 %`."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Post:
    """One post of a unit, or several alike."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """What the post is called, as printed."""

    @property
    def body(self) -> str | None:
        """The post as a body, if it is one."""

    @property
    def unit(self) -> str | None:
        """Who has the post."""

    @property
    def places(self) -> int | str | None:
        """How many there are alike; one, unless given."""

    @property
    def spells(self) -> tuple[PostSpell, ...]:
        """How it stood, one after the other."""

    @property
    def recruit_by(self) -> str | None:
        """When it is to be filled, as printed."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class PostSpell:
    """How a post stands from a day on."""

    @property
    def state(self) -> str | None:
        """How it stands from then on."""

    @property
    def from_(self) -> datetime.date | None:
        """The day on which that begins, or of the document."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Priority:
    """What matters most for the length of a plan."""

    @property
    def no(self) -> str | None:
        """Its number, as printed; unique in the plan."""

    @property
    def text(self) -> str | None:
        """The priority, in the plan's words."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Promise:
    """One line of 'how will we know'."""

    @property
    def id(self) -> str | None:
        """Its id within the action; the receiver's id, unless given."""

    @property
    def what(self) -> str | None:
        """The report or product, in the plan's words."""

    @property
    def from_(self) -> str | None:
        """Who owes it; the action's lead, unless given."""

    @property
    def to(self) -> str | None:
        """Who receives it."""

    @property
    def due(self) -> str | None:
        """When, as printed: `June 2019, Oct 2019`. See deadlines.md."""

    @property
    def was(self) -> str | None:
        """The id it had before; records under that id still count."""

    @property
    def carries(self) -> tuple[str, ...]:
        """What of an earlier plan it carries on, by id: `bp-2019/2.1`. See diff.md."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RatingRule:
    """A rule for an action: all that it names must hold."""

    @property
    def outcome(self) -> tuple[str, str]:
        """A band of the scale, or `unknown`. `rate` decides; `at-best` limits the rules below it."""

    @property
    def lead(self) -> str | None:
        """Is it stated who leads the action?"""

    @property
    def evidence(self) -> str | None:
        """Something came in; and all of it has a `reference`, or some has not."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every obligation is in one of these states."""

    @property
    def any(self) -> tuple[str, ...]:
        """Some obligation is in one of these states."""

    @property
    def none(self) -> tuple[str, ...]:
        """No obligation is in any of these states."""

    @property
    def at_least(self) -> int | str | None:
        """Per cent, of `share-of` out of `out-of`."""

    @property
    def share_of(self) -> tuple[str, ...]:
        """The states whose share is meant."""

    @property
    def out_of(self) -> tuple[str, ...]:
        """The states that are the whole; all, unless given."""

    @property
    def because(self) -> str | None:
        """What the report says of it: `evidence missing`."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RatingRules:
    """How ratings are derived. See ratings.md."""

    @property
    def scale(self) -> str | None:
        """The scale; `brag`, unless given."""

    @property
    def rules(self) -> tuple[RatingRule, ...]:
        """For an action; the first that holds decides."""

    @property
    def roll_up(self) -> tuple[RollUpRule, ...]:
        """For what holds actions; `worst`, unless given."""

    @property
    def stale_after(self) -> int | str | None:
        """After how many days a declared rating is stale; 120, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ReAudit:
    """That the same is to be audited again."""

    @property
    def due(self) -> str | None:
        """When, as printed: `Towards the end of the year`."""

    @property
    def in_(self) -> str | None:
        """The document that promises it."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document."""

    @property
    def commitment(self) -> str | None:
        """The commitment that promises it already: it owes nothing by itself."""

    @property
    def text(self) -> str | None:
        """Its words."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Record:
    """Something that happened on a day."""

    @property
    def event(self) -> tuple[str, str]:
        """What happened, and to what: an obligation, a meeting, an action."""

    @property
    def id(self) -> str | None:
        """An id to retract it by; needed only where two records say the same."""

    @property
    def date(self) -> datetime.date | None:
        """The day it happened. Never `on:`, which YAML reads as true."""

    @property
    def recorded(self) -> datetime.date | None:
        """The day it was written down; the same unless given."""

    @property
    def until(self) -> str | None:
        """Of what was extended or moved: the new date, in the words of a `due`."""

    @property
    def rating(self) -> str | None:
        """Of what was rated: a band of the scale."""

    @property
    def quorum(self) -> str | None:
        """Of a meeting that was held: could it decide?"""

    @property
    def replaced_by(self) -> str | None:
        """Of what is superseded: the obligation that took its place."""

    @property
    def to(self) -> str | None:
        """Of what is escalated: to whom it was taken."""

    @property
    def by(self) -> str | None:
        """Who received it, or who decided."""

    @property
    def reference(self) -> str | None:
        """The evidence: `QA minutes, item 4`."""

    @property
    def reason(self) -> str | None:
        """Why, for what was decided."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Records:
    """What happened."""

    @property
    def records(self) -> tuple[Record, ...]:
        """What happened, in any order."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Resolution:
    """Something resolved or recommended, as printed."""

    @property
    def no(self) -> str | None:
        """Its number, as printed."""

    @property
    def text(self) -> str | None:
        """What was resolved, as printed."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Review:
    """A review of practice, or how many there were. It has no field for a child, a family, a place or a case."""

    @property
    def id(self) -> str | None:
        """Its id, made up for this list; never the reference of a case."""

    @property
    def kind(self) -> str | None:
        """What sort of review."""

    @property
    def number(self) -> int | str | None:
        """How many there were in the `period`: the row is then a count, and no review."""

    @property
    def period(self) -> str | None:
        """The year that it is counted in: `2021/22`."""

    @property
    def text(self) -> str | None:
        """What a document says of it."""

    @property
    def in_(self) -> str | None:
        """That document."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nothing is known of it."""

    @property
    def lead(self) -> str | None:
        """Who leads the review."""

    @property
    def panel(self) -> str | None:
        """The Panel that is notified, and receives the review."""

    @property
    def follows(self) -> str | None:
        """The rapid review that led to it."""

    @property
    def history(self) -> tuple[ReviewStep, ...]:
        """What happened, step by step."""

    @property
    def outcome(self) -> str | None:
        """What a rapid review led to."""

    @property
    def claim(self) -> str | None:
        """What print says of timeliness: `within statutory timescales`. It is held against the clocks, and is no proof."""

    @property
    def due(self) -> str | None:
        """When it is to be published, as printed, where no clock says so."""

    @property
    def recommendations(self) -> tuple[FollowUpAction, ...]:
        """What is to be done."""

    @property
    def themes(self) -> tuple[ReviewTheme, ...]:
        """What it was about, or showed."""

    @property
    def monitored_by(self) -> str | None:
        """Who watches over what is to be done."""

    @property
    def monitored_until(self) -> str | None:
        """Until when, as printed: `until completion`."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ReviewStep:
    """One step of a review."""

    @property
    def step(self) -> str | None:
        """What happened."""

    @property
    def date(self) -> str | None:
        """The day, month or year of it, as printed, or `undated`. Clocks want a day."""

    @property
    def recorded(self) -> datetime.date | None:
        """When it became known; the same day, or that of the document, unless given."""

    @property
    def by(self) -> str | None:
        """Who did it."""

    @property
    def text(self) -> str | None:
        """The words of print."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ReviewTheme:
    """What a review was about, or showed."""

    @property
    def text(self) -> str | None:
        """In the words of print."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Risk:
    """One risk: of a register, or of a paragraph of a paper."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def no(self) -> str | None:
        """Its number, as printed."""

    @property
    def title(self) -> str | None:
        """What it is called, as printed."""

    @property
    def cause(self) -> str | None:
        """Because of what, as printed."""

    @property
    def event(self) -> str | None:
        """What may happen."""

    @property
    def consequence(self) -> str | None:
        """What that would lead to."""

    @property
    def category(self) -> str | None:
        """Its sort, as printed."""

    @property
    def owner(self) -> str | None:
        """Who answers for it."""

    @property
    def in_(self) -> str | None:
        """The register that holds it."""

    @property
    def document(self) -> str | None:
        """The document that prints it."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, it is not known."""

    @property
    def matrix(self) -> str | None:
        """What it is scored on; that of the register unless given."""

    @property
    def inherent(self) -> str | None:
        """Its score before anything is done about it."""

    @property
    def target(self) -> str | None:
        """The score that is aimed at."""

    @property
    def target_by(self) -> datetime.date | None:
        """By when."""

    @property
    def appetite(self) -> str | None:
        """The most that is borne: a score, or a band."""

    @property
    def assessments(self) -> tuple[RiskAssessment, ...]:
        """What it was scored, and when: the residual risk."""

    @property
    def controls(self) -> tuple[str, ...]:
        """What is done about it."""

    @property
    def actions(self) -> tuple[Promise, ...]:
        """What is still to be done about it."""

    @property
    def review(self) -> str | None:
        """When or how often it is reviewed, as printed."""

    @property
    def reviewed_by(self) -> str | None:
        """By whom."""

    @property
    def period(self) -> str | None:
        """How long that runs."""

    @property
    def escalated_to(self) -> str | None:
        """Whom it was passed up to."""

    @property
    def escalated(self) -> datetime.date | None:
        """On which day."""

    @property
    def same_as(self) -> str | None:
        """The same risk in another register."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RiskAssessment:
    """The score of a risk on a day."""

    @property
    def date(self) -> datetime.date | None:
        """The day of which it is."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of the document that says so, if it is later."""

    @property
    def score(self) -> str | None:
        """Likelihood by impact, `4x3`, with or without the product; or the product alone."""

    @property
    def band(self) -> str | None:
        """Its band, as printed."""

    @property
    def was(self) -> str | None:
        """The score that it is printed to have been before."""

    @property
    def moved(self) -> str | None:
        """The direction, as printed."""

    @property
    def at_target(self) -> str | None:
        """Whether it is printed to be at its target."""

    @property
    def treatment(self) -> str | None:
        """What was settled to do about it."""

    @property
    def by(self) -> str | None:
        """Who gave it."""

    @property
    def in_(self) -> str | None:
        """The document that says so."""

    @property
    def of(self) -> str | None:
        """Which review it is, of several: `June 2019`."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RiskRegister:
    """A list of risks that somebody keeps."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """What it is called, as printed."""

    @property
    def kept_by(self) -> str | None:
        """Who keeps it."""

    @property
    def reviewed_by(self) -> str | None:
        """Who reviews it."""

    @property
    def to(self) -> str | None:
        """Whom the review is reported to."""

    @property
    def review(self) -> str | None:
        """How often, as printed: `three times per year`."""

    @property
    def period(self) -> str | None:
        """How long that runs."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of the document that says so."""

    @property
    def matrix(self) -> str | None:
        """What its risks are scored on: an id."""

    @property
    def document(self) -> str | None:
        """The document that says so."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class RollUpRule:
    """A rule for an objective, a priority or a plan, over its actions' bands and `unknown`. It may also `rate: worst`."""

    @property
    def outcome(self) -> tuple[str, str]:
        """A band of the scale, or `unknown`. `rate` decides; `at-best` limits the rules below it."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every action has one of these bands."""

    @property
    def any(self) -> tuple[str, ...]:
        """Some action has one of these bands."""

    @property
    def none(self) -> tuple[str, ...]:
        """No action has any of these bands."""

    @property
    def at_least(self) -> int | str | None:
        """Per cent, of `share-of` out of `out-of`."""

    @property
    def share_of(self) -> tuple[str, ...]:
        """The bands whose share is meant."""

    @property
    def out_of(self) -> tuple[str, ...]:
        """The bands that are the whole; all, unless given."""

    @property
    def because(self) -> str | None:
        """What the report says of it: `evidence missing`."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Scale:
    """What ratings are given on. `unknown` is a band of none."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def name(self) -> str | None:
        """What people call it."""

    @property
    def bands(self) -> tuple[Band, ...]:
        """Its steps, best first."""

    @property
    def apart(self) -> tuple[Band, ...]:
        """Words that are neither better nor worse: not begun."""

    @property
    def unrecorded(self) -> str | None:
        """The best step that silence may get; the worst of all, unless given."""

    @property
    def caution(self) -> str | None:
        """What a reader is apt to mistake; printed with the key."""

    @property
    def certainty(self) -> str | None:
        """How sure it is: `stated` by what `source` names, `customary`, or from knowledge of the guidance with no page to hand."""

    @property
    def source(self) -> str | None:
        """Where it is defined."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Scope:
    """Which obligations an escalation is of: `from` and `to` are a line."""

    @property
    def from_(self) -> str | None:
        """Those that this body owes."""

    @property
    def to(self) -> str | None:
        """Those that this body receives."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Seat:
    """A place in a body, held by a body."""

    @property
    def body(self) -> str | None:
        """The body that holds the place."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day on which it holds; always, unless given."""

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it holds; for good, unless given."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Stage:
    """One stage of an escalation."""

    @property
    def to(self) -> str | None:
        """To whom it goes."""

    @property
    def name(self) -> str | None:
        """What it is called: `informal`."""

    @property
    def after(self) -> str | None:
        """After how many misses: `1 missed`, `2 missed in a row`; not in a dispute."""

    @property
    def within(self) -> str | None:
        """Its time limit: `5 working days`, `2 days`, `1 week`, `24 hours`. From the miss; in a dispute, from when the stage began to when the next is due."""

    @property
    def bypass(self) -> str | None:
        """When it may be passed over, as printed."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Statement:
    """What one document says of a fact."""

    @property
    def text(self) -> str | None:
        """Its words; none if it says nothing of it."""

    @property
    def value(self) -> str | None:
        """What they come to, where the words themselves cannot be compared."""

    @property
    def of(self) -> str | None:
        """The time for which it says so; always, unless given."""

    @property
    def names(self) -> tuple[str, ...]:
        """Bodies that it speaks of as being there in that time."""

    @property
    def in_(self) -> str | None:
        """The document."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nobody knew."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Succession:
    """A body whose duties another took over."""

    @property
    def body(self) -> str | None:
        """The body that came before."""

    @property
    def from_(self) -> datetime.date | None:
        """The first day of the new one; the day after the other's last, unless given."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class SumTolerance:
    """How far a printed sum may be from what is summed."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def name(self) -> str | None:
        """What it allows, in a sentence."""

    @property
    def units(self) -> str | None:
        """How many units of the last printed place, for each figure and for the sum."""

    @property
    def pounds(self) -> str | None:
        """How many pounds, for each figure that is summed."""

    @property
    def certainty(self) -> str | None:
        """How sure it is: `stated` by what `source` names, `customary`, or from knowledge of the guidance with no page to hand."""

    @property
    def source(self) -> str | None:
        """Who says so."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class TermUse:
    """A term that a document uses."""

    @property
    def term(self) -> str | None:
        """As printed."""

    @property
    def count(self) -> int | str | None:
        """How often the text has it; not counted, unless given."""

    @property
    def entry(self) -> str | None:
        """The term under which the glossary has it, if it prints another."""

    @property
    def expansion(self) -> str | None:
        """The words by which the text itself explains it."""

    @property
    def explained_at(self) -> str | None:
        """Where it does so, as `source` is written."""

    @property
    def source(self) -> str | None:
        """Where it is used first: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class TimedDuty:
    """A clock that was started, and what it asks for."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def text(self) -> str | None:
        """What is owed; the duty of the clock, unless given."""

    @property
    def clock(self) -> str | None:
        """Which clock runs: `rapid-review` (clocks.md)."""

    @property
    def from_(self) -> datetime.date | None:
        """The day of the event that starts it."""

    @property
    def events(self) -> tuple[ClockEvent, ...]:
        """Days of other events, for other readings of the rule."""

    @property
    def known(self) -> datetime.date | None:
        """The day from which it is owed; that of the event, or always where it counts back."""

    @property
    def owed_by(self) -> str | None:
        """Who owes it."""

    @property
    def to(self) -> str | None:
        """Who receives it."""

    @property
    def done(self) -> datetime.date | None:
        """The day on which it was done."""

    @property
    def recorded(self) -> datetime.date | None:
        """When that was written down; the same day, unless given."""

    @property
    def reference(self) -> str | None:
        """What shows it."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ToleranceBand:
    """A step of a rule: the first that holds gives its band."""

    @property
    def band(self) -> str | None:
        """The band of the scale that it gives."""

    @property
    def if_(self) -> str | None:
        """When; `always` unless given."""

    @property
    def off(self) -> str | None:
        """Of `within`: how far on the worse side of the target."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ToleranceRule:
    """How a value is rated against its target."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def title(self) -> str | None:
        """What people call it."""

    @property
    def scale(self) -> str | None:
        """The scale of its bands; `rag-performance`."""

    @property
    def off_by(self) -> str | None:
        """In what `off` is: per cent of the target, or points (the unit of the value)."""

    @property
    def bands(self) -> tuple[ToleranceBand, ...]:
        """Its steps: the first that holds gives its band."""

    @property
    def certainty(self) -> str | None:
        """How sure it is: `stated` by what `source` names, `customary`, or from knowledge of the guidance with no page to hand."""

    @property
    def source(self) -> str | None:
        """Where it is defined."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class TriggerRule:
    """So many of something within so long, and what it leads to."""

    @property
    def id(self) -> str | None:
        """Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by."""

    @property
    def text(self) -> str | None:
        """The rule, as printed."""

    @property
    def counts(self) -> str | None:
        """What is counted: `missing episodes`, `late returns`."""

    @property
    def of(self) -> str | None:
        """Whose: what bodies do, or what happens to persons. Nothing is kept here of persons, not even a day."""

    @property
    def times(self) -> int | str | None:
        """How many are enough."""

    @property
    def within(self) -> int | str | None:
        """Within how long a stretch."""

    @property
    def unit(self) -> str | None:
        """What that is counted in; days, unless given."""

    @property
    def ends(self) -> str | None:
        """`both-ends`, unless given: 90 days, the first and the last among them; `after-first`: 90 days from the first."""

    @property
    def leads_to(self) -> tuple[Promise, ...]:
        """What is then owed; its words count from the day on which the rule is first met."""

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """Of what bodies do: the days on which it happened, and nothing else."""

    @property
    def in_(self) -> str | None:
        """The document that prints it."""

    @property
    def dated(self) -> datetime.date | None:
        """The day of that document: before it, nobody knew of the rule."""

    @property
    def certainty(self) -> str | None:
        """How sure it is: `stated` by what `source` names, `customary`, or from knowledge of the guidance with no page to hand."""

    @property
    def source(self) -> str | None:
        """Where it is printed: document and line, `002:113`."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    @property
    def audience(self) -> str | None:
        """Who may see it."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Votes:
    """How the parties voted."""

    @property
    def for_(self) -> tuple[str, ...]:
        """Who voted for it."""

    @property
    def against(self) -> tuple[str, ...]:
        """Who voted against it."""

    @property
    def abstained(self) -> tuple[str, ...]:
        """Who did neither."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class WhatIf:
    """A change that is only thought of. It changes nothing by itself."""

    @property
    def what_if(self) -> str | None:
        """What is thought of, in a few words."""

    @property
    def records(self) -> tuple[Record, ...]:
        """What could come to be recorded."""

    @property
    def hand_overs(self) -> tuple[HandOver, ...]:
        """Who could owe what others owe."""

    @property
    def note(self) -> str | None:
        """A remark for whoever keeps the file."""

    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
