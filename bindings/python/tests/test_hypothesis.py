"""Whatever is passed, in whatever order things go: a value or an exception that says what is wrong, and never a crash.

The tests run in a process of their own: if it is killed, this one tells what it was about to do. SAFEGOV_HYPOTHESIS=100 tries a
hundred times as much, at random; without it, every run is the same.
"""

from __future__ import annotations

import contextlib
import copy
import ctypes
import datetime
import gc
import inspect
import os
import pathlib
import pickle
import random
import re
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from typing import Any

import safegov
from support import NOTTINGHAM, needs, texts

try:
    needs("hypothesis")
except unittest.SkipTest as missing:
    print(f"{missing}: ./dev test installs it, or: pip install hypothesis")
    sys.exit(77)
import arrow_by_hand as by_hand  # noqa: E402
import strategies as draw  # noqa: E402
from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

TIMES = int(os.environ.get("SAFEGOV_HYPOTHESIS", "1"))
settings.register_profile("safegov", derandomize=TIMES == 1, deadline=None, database=None,
                          suppress_health_check=list(HealthCheck), print_blob=False)
settings.load_profile("safegov")

NAMES = ["id", "plan", "objective", "action", "promise", "what", "due", "number", "from", "to", "lead", "kind", "first", "last",
         "state", "last_in_force", "days_overdue", "closed_on"]
FITTING = (TypeError, ValueError, KeyError, IndexError, OverflowError, OSError, draw.Own)
ABOUT_ATTRIBUTES = (*FITTING, AttributeError, BufferError)


def some(count: int) -> Any:
    return settings(max_examples=count * TIMES)


def doing(what: str) -> None:
    """Left behind for the parent: what was about to be done."""
    if LAST is not None:
        LAST.seek(0)
        LAST.write(what.encode("utf-8", "backslashreplace")[:4000])
        LAST.truncate()
        LAST.flush()


LAST: Any = None


def samples() -> dict[str, Any]:
    """One object of each class that can be had."""
    partnership = safegov.read_texts(texts())
    owed = safegov.expand_obligations(partnership)
    state = safegov.assess(owed, as_at="2019-11-01")
    table = state.table(*NAMES)
    line = safegov.timeline(owed, "2019-04-01", "2019-12-31")
    network = safegov.network(owed, as_at="2019-11-01")
    found = safegov.lint(partnership, as_at="2019-11-01")
    try:
        safegov.read_texts([("a.yaml", "nothing")])
    except safegov.InputError as error:
        problem = error
    # What holds registers and ratings goes by another partnership; of that, nothing but its parts is kept here.
    larger = safegov.assess(safegov.expand_obligations(safegov.read_partnership(NOTTINGHAM)), as_at="2019-11-01")
    ratings, report = safegov.rate(larger), safegov.report_on(larger, "indicators")
    (measure, *_) = [one for row in report for one in row.measures if one.points]
    out = safegov.publish(larger.obligations.partnership)
    words = safegov.parse_deadlines("June 2019, Jnue 2019")
    things = [ratings, ratings[0], ratings.explain(0), report, report[0], measure, measure.points[0], words, words.deadlines[0],
              words.problems[0], partnership, owed, state, table, line, network, found[0], state[0], state.explain(0), table.column("id"),
              table.column("last"), table.column("plan"), problem, problem.diagnostics[0], partnership.arrangements,
              partnership.bodies[0], partnership.plans[0], partnership.records[0], safegov.chase(larger), out, out.withheld[0]]
    SOUND.update({"assessment": larger, "findings": found, "withheld": out.withheld})
    return {type(thing).__name__: thing for thing in things}


SOUND: dict[str, Any] = {}
SAMPLES = samples()
for own in SAMPLES.values():
    name = type(own).__name__
    draw.FIXED[f"a {name}"] = lambda own=own: own
    draw.FIXED[f"what says it is a {name}"] = lambda own=own: type("Lies", (), {"__class__": property(lambda self: type(own))})()
SOUND |= {
    "register": "decisions", "partnership": SAMPLES["Partnership"], "obligations": SAMPLES["Obligations"], "what": SAMPLES["Assessment"],
    "as_at": datetime.date(2019, 11, 1), "known_at": None, "promised_by": "2019-11-01", "due_soon_days": 30, "of": ["p"],
    "first": "2019-04-01", "last": "2019-12-31", "day": "2019-06-01", "only": ["never-due"], "allow": ["never-due"],
    "group": "lead", "which": "p/1.1/bmg@2019-10", "name": "id", "body": "qa", "format": "json", "texts": texts(),
    "words": ["version"], "parts": SAMPLES["Partnership"].to_dict(), "requested_schema": None, "paths": NOTTINGHAM / "bp-2019.yaml",
    "table": [{"event": "received", "obligation": "p/1.1/bmg@2019-10", "date": "2019-11-12"}], "names": "id", "columns": "id", "input": "", "width": 80, "colour": False,
    "text": "June 2019", "anchor": None, "period": None, "progress": None, "threads": 1, "then": None,
    "since": "2019-08-01", "audience": "open", "open_registers": ["risks"], "suppress_under": 5, "one_table": False, "size": 3, "seed": "s",
}


def parameters(call: Any) -> list[tuple[str, str]]:
    """Of what can be called: names, and whether each is `plain`, `named` or `many`."""
    try:
        known = inspect.signature(call).parameters.values()
        kinds = {inspect.Parameter.KEYWORD_ONLY: "named", inspect.Parameter.VAR_POSITIONAL: "many"}
        return [(one.name, kinds.get(one.kind, "plain")) for one in known if one.name != "self"]
    except (TypeError, ValueError):
        said = re.search(r"^(?:\d+\. )?\w+\((.*)\)", call.__doc__ or "", re.M)
    found, kind = [], "plain"
    for part in re.findall(r"(\*?\w*)(?:: [^,*]+)?(?:, |$)", said.group(1) if said else ""):
        if part == "*":
            kind = "named"
        elif part.startswith("*"):
            found.append((MANY.get(call.__name__, "names"), "many"))
            kind = "named"
        elif part and part != "self":
            found.append((part, kind))
    return found


MANY = {"read_partnership": "paths", "find_partnerships": "paths", "check": "paths"}


def calls() -> list[tuple[str, Any, list[tuple[str, str]]]]:
    """Every function, and every method of an object of each class, that takes something."""
    # What reads and writes files of its own is held to the same by test_exchange.
    found = {f"safegov.{name}": getattr(safegov, name) for name in dir(safegov)
             if not name.startswith("_") and name not in ("import_plan", "export_plan")}
    for kind, own in SAMPLES.items():
        found |= {f"{kind}.{name}": getattr(own, name) for name in dir(own)
                  if not name.startswith("_") or name in ("__getitem__", "__arrow_c_stream__", "__arrow_c_array__")}
    return [(name, call, wants) for name, call in sorted(found.items())
            if callable(call) and not isinstance(call, type) and (wants := parameters(call))]


CALLS = calls()


def tell(values: Any) -> str:
    return ", ".join(map(repr, values))


class Inside(unittest.TestCase):
    def outcome(self, call: Any, fitting: tuple[type[BaseException], ...]) -> BaseException | None:
        try:
            repr(call())
        except fitting as error:
            self.assertNotIsInstance(error, (RecursionError, SystemError))
            if not isinstance(error, draw.Own):
                str(error)
            return error
        return None

    def test_every_function_is_tried(self) -> None:
        tried = {name for name, _, _ in CALLS}
        for name in ("safegov.assess", "safegov.from_dict", "safegov.read_partnership", "safegov.run", "Assessment.__getitem__",
                     "Network.route", "Table.column", "Timeline.on", "Assessment.table"):
            self.assertIn(name, tried)
        public = {name for name in dir(safegov._core) if not name.startswith("_")
                  and not isinstance(getattr(safegov._core, name), type)}
        self.assertEqual({name for name in public if f"safegov.{name}" not in tried}, set())
        classes = {name for name in dir(safegov._core) if isinstance(getattr(safegov._core, name), type)}
        self.assertEqual(classes - set(safegov._core._described_types()) - set(SAMPLES), set())
        self.assertEqual(dict(parameters(safegov.assess)), {"obligations": "plain", "as_at": "named", "known_at": "named",
                                                           "due_soon_days": "named"})

    @some(700)
    @given(st.sampled_from(CALLS), draw.anything, st.integers(0, 5))
    def test_one_wrong_argument_is_named(self, call: Any, thing: draw.Thing, position: int) -> None:
        name, function, wants = call
        wrong, kind = wants[position % len(wants)]
        given_ = {parameter: SOUND.get(parameter) for parameter, _ in wants}
        if name == "safegov.read_each":
            given_["paths"] = [SOUND["paths"]]
        doing(f"{name}({wrong} = {thing!r})")
        given_[wrong] = thing.make()
        plain = [given_[parameter] for parameter, kind in wants if kind != "named"]
        named = {parameter: given_[parameter] for parameter, kind in wants if kind == "named"}
        error = self.outcome(lambda: function(*plain, **named), FITTING)
        if error is None or isinstance(error, (draw.Own, safegov.InputError)) or "says it is" in thing.label or "lies" in thing.label:
            return
        self.assertRegex(str(error.args[0]), rf"^{wrong}\b", f"{name}({wrong} = {thing!r}): {error!r}")

    @some(300)
    @given(st.sampled_from(CALLS), st.lists(draw.anything, max_size=4), st.dictionaries(st.sampled_from(sorted(SOUND)), draw.anything, max_size=2))
    def test_any_arguments_at_all(self, call: Any, plain: list[draw.Thing], named: dict[str, draw.Thing]) -> None:
        doing(f"{call[0]}({tell(plain)}, **{named})")
        values = [thing.make() for thing in plain], {key: thing.make() for key, thing in named.items()}
        self.outcome(lambda: call[1](*values[0], **values[1]), FITTING + ((AttributeError,) if "says it is" in tell(plain) else ()))

    @some(500)
    @given(st.sampled_from(sorted(SAMPLES)), st.data())
    def test_every_attribute_of_every_class(self, kind: str, data: Any) -> None:
        own = SAMPLES[kind]
        holder = data.draw(st.sampled_from([own, type(own), type(type(own)), type(own).__mro__[1]]))
        attribute = data.draw(st.sampled_from(sorted({*dir(holder), "__class__", "__new__", "__init__", "__reduce_ex__"})))
        if holder is Exception or holder is ValueError or holder is type or attribute in ("__abstractmethods__", "mro"):
            return  # Python's own
        plain = data.draw(st.lists(draw.anything | st.sampled_from(sorted(SAMPLES)).map(
            lambda name: draw.Thing(f"class {name}", lambda: type(SAMPLES[name]))), max_size=3))
        how = data.draw(st.sampled_from(["call", "set", "delete", "copy", "pickle", "derive"]))
        doing(f"{how} {holder!r}.{attribute} of a {kind} with {tell(plain)}")
        values = [thing.make() for thing in plain]
        if how == "call":
            with contextlib.suppress(Exception):
                getattr(holder, attribute)
            made = self.outcome(lambda: getattr(holder, attribute)(*values), (*ABOUT_ATTRIBUTES, NotImplementedError))
            del made
        elif isinstance(own, safegov.InputError) or holder is not own and kind == "InputError":
            return  # an exception like any other
        elif how == "set" and holder is own or how == "set" and kind in dir(safegov):
            self.outcome(lambda: setattr(holder, attribute, *values[:1]), ABOUT_ATTRIBUTES)
        elif how == "delete":
            self.outcome(lambda: delattr(holder, attribute), ABOUT_ATTRIBUTES)
        elif how == "copy":
            self.outcome(lambda: copy.copy(own), (TypeError,))
            self.outcome(lambda: copy.deepcopy(own), (TypeError,))
        elif how == "pickle":
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                self.outcome(lambda: pickle.loads(pickle.dumps(own, protocol)), (TypeError, pickle.PicklingError))
        else:
            self.outcome(lambda: type("Derived", (type(own),), {})(), (TypeError,))
        for sample in SAMPLES.values():  # all is as it was
            repr(sample)

    def check_columns(self, state: safegov.Assessment) -> None:
        (pa, polars) = needs("pyarrow", "polars")
        table = pa.table(state.table(*NAMES))
        table.validate(full=True)
        columns = {name: table.column(name).to_pylist() for name in NAMES}
        rows = list(state)
        self.assertEqual(len(rows), len(state))
        for name in ("id", "what", "due", "to", "lead", "plan", "state", "days_overdue", "from"):
            self.assertEqual(columns[name], [getattr(row, {"from": "from_"}.get(name, name)) for row in rows], name)
        # No record here moves a date, so the interval in force is that of the words.
        for name in ("first", "last"):
            self.assertEqual(columns[name], [getattr(row, name) for row in rows], name)
        self.assertEqual([kind == "dated" for kind in columns["kind"]], [last is not None for last in columns["last"]])
        counts = {name: count for name, count in state.counts.items() if count}
        self.assertEqual(Counter(columns["state"]), counts)
        self.assertEqual({one["values"]: one["counts"] for one in table.column("state").value_counts().to_pylist()}, counts)
        frame = polars.DataFrame(state)
        self.assertEqual(dict(frame.group_by("state").len().iter_rows()), counts)
        self.assertEqual(frame["last"].to_list(), columns["last"])
        for number, row in enumerate(rows):
            again = state[number - len(rows)]
            self.assertEqual((row, hash(row), row.row), (again, hash(again), number))
            self.assertEqual(state[row.id].row, number)
            self.assertEqual(state.explain(number).state, row.state)
            repr((row, state.explain(row.id)))
        for part in (slice(None), slice(1, None, 2), slice(-1, None, -1), slice(5, 2)):
            with self.assertRaisesRegex(TypeError, "^which: "):
                state[part]  # type: ignore[index]

    @some(25)
    @given(draw.dicts(), st.data())
    def test_a_sound_partnership(self, parts: Any, data: Any) -> None:
        doing(f"from_dict({parts!r})")
        bare = safegov.from_dict(parts)
        owed = safegov.expand_obligations(bare)
        own = data.draw(draw.records(owed.table("id").column("id").texts))
        days = sorted(data.draw(st.lists(draw.DAYS, min_size=2, max_size=3, unique=True)))
        doing(f"from_dict({parts!r}), records {own!r}, as at {days}")
        partnership = safegov.from_dict({**parts, "records": own})
        again = safegov.from_dict(partnership.to_dict())
        self.assertEqual(again, partnership)
        self.assertEqual(hash(again), hash(partnership))
        self.assertEqual(again.to_dict(), partnership.to_dict())
        self.assertEqual([body.id for body in partnership.bodies], [body["id"] for body in parts["partnership"]["bodies"]])
        self.assertEqual(partnership.arrangements.name, parts["partnership"]["name"])
        for values, others in ((partnership.bodies, again.bodies), (partnership.plans, again.plans),
                               (partnership.records, again.records)):
            self.assertEqual(len(values), len(others))
            for one, other in zip(values, others):
                self.assertEqual((one, hash(one), repr(one)), (other, hash(other), repr(other)))
        rank = {"not_due": 0, "due_soon": 1, "due": 2, "overdue": 3}
        closed = {"received", "received_late", "waived", "cancelled"}
        silent, told = [], []
        with_records = safegov.expand_obligations(partnership)
        for day in days:
            silent.append([row.state for row in safegov.assess(owed, as_at=day)])
            state = safegov.assess(with_records, as_at=day)
            told.append([row.state for row in state])
            self.check_columns(state)
        for before, after in zip(silent, silent[1:]):
            for one, other in zip(before, after):
                self.assertEqual(one in rank, other in rank)
                self.assertLessEqual(rank.get(one, 0), rank.get(other, 0), "without a record, it only gets later")
        for before, after in zip(told, told[1:]):
            for one, other in zip(before, after):
                if one in closed:
                    self.assertEqual(other, one, "what is closed stays so")
        line = safegov.timeline(with_records, days[0], days[-1])
        for day in days:
            self.assertEqual(line.on(day), safegov.assess(with_records, as_at=day).counts)
        self.assertEqual(len(safegov.to_pandas(state, *NAMES)), len(state))
        self.assertIsInstance(safegov.lint(partnership, as_at=day), list)
        self.assertEqual(safegov.network(with_records, as_at=day).top, parts["partnership"]["top"])

    @some(120)
    @given(draw.spoilt())
    def test_an_unsound_partnership(self, parts: Any) -> None:
        doing("from_dict of a spoilt partnership")
        with contextlib.suppress(Exception):
            doing(f"from_dict({parts!r})")
        made = []
        error = self.outcome(lambda: made.append(safegov.from_dict(parts)), (TypeError, ValueError, draw.Own))
        if isinstance(error, safegov.InputError):
            self.assertTrue(any(one.severity == "error" for one in error.diagnostics))
            for one in error.diagnostics:
                repr((one, one.where, one.help, one.path, str(one)))
        elif error is not None and not isinstance(error, draw.Own):
            self.assertRegex(str(error), r"^parts(\[|:)")
        for partnership in made:
            self.assertEqual(safegov.from_dict(partnership.to_dict()), partnership)
            self.check_columns(safegov.assess(safegov.expand_obligations(partnership), as_at="2020-06-30"))

    @some(60)
    @given(st.integers(0, 2**32), st.integers(20, 80))
    def test_columns_outlive_whatever_goes(self, seed: int, length: int) -> None:
        """A consumer by hand takes, moves, keeps and releases, in any order; what it still holds has the bytes that it had."""
        (numpy,) = needs("numpy")
        # Not drawn one by one: hypothesis likes short lists, in which little is held when something goes.
        chance = random.Random(seed)
        steps = [(chance.choice((0, 1, 1, 2, 2, 2, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 11)), chance.randrange(1000)) for _ in range(length)]
        partnership = safegov.read_texts(texts())
        owed = safegov.expand_obligations(partnership)
        state = safegov.assess(owed, as_at="2019-11-01")
        owners = [partnership, owed, state, state.table(*NAMES), safegov.timeline(owed, "2019-04-01", "2019-12-31"), state.by("lead")]
        del partnership, owed, state
        expected: dict[int, Any] = {}
        capsules: list[Any] = []
        held: list[Any] = []  # batches, with their letters
        views: list[Any] = []

        def keep(kind: str, array: Any, letters: list[str]) -> None:
            held.append((array, letters, by_hand.bytes_of(array, letters), kind))

        def letters_of(schema: Any) -> list[str]:
            return [schema.children[i].contents.format.decode() for i in range(schema.n_children)]

        for number, (step, at) in enumerate(steps):
            doing(f"columns: {steps[:number + 1]}")
            speaking = [one for one in owners if hasattr(one, "__arrow_c_stream__")]
            if step == 0 and len(owners) > (number < length // 2):
                owners.pop(at % len(owners))
            elif step == 1 and speaking:  # a stream, consumed wholly, partly or not at all
                capsule = speaking[at % len(speaking)].__arrow_c_stream__()
                stream = by_hand.inside(capsule, by_hand.Stream, b"arrow_array_stream")
                if at % 3 == 0:
                    stream = by_hand.moved(stream)
                    capsule = None
                if at % 2:
                    failed, schema = by_hand.schema_of(stream)
                    self.assertEqual(failed, 0)
                    letters = letters_of(schema)
                    failed, array = by_hand.batch(stream)
                    self.assertEqual((failed, bool(array.release)), (0, True))
                    keep("of a stream", array, letters)
                    by_hand.release(schema, at % 3)
                    failed, end = by_hand.batch(stream)
                    self.assertEqual((failed, end.release, by_hand.last_error(stream)), (0, None, None))
                    self.assertFalse(by_hand.batch(stream)[1].release)
                if at % 5 == 0:
                    after = stream.get_next, stream.get_schema
                    by_hand.release(stream, 1 + at % 2)
                    self.assertFalse(stream.release)
                    self.assertNotEqual(by_hand.batch(stream, after[0])[0], 0)
                    self.assertNotEqual(by_hand.schema_of(stream, after[1])[0], 0)
                elif at % 3 == 0:
                    by_hand.release(stream)
                capsules.append(capsule)
            elif step == 2 and speaking:  # schema and array, moved out of their capsules or left there
                one, other = speaking[at % len(speaking)].__arrow_c_array__(None)
                schema = by_hand.inside(one, by_hand.Schema, b"arrow_schema")
                array = by_hand.inside(other, by_hand.Array, b"arrow_array")
                letters = letters_of(schema)
                if at % 2:
                    keep("moved", by_hand.moved(array), letters)
                if at % 3 == 0:
                    schema = by_hand.moved(schema)
                    by_hand.release(schema, 2)
                capsules += [one, other]
            elif step == 3 and capsules:
                capsules.pop(at % len(capsules))
            elif step == 4 and held:  # a batch is released, once or twice
                array = held.pop(at % len(held))[0]
                by_hand.release(array, 1 + at % 2)
                self.assertFalse(array.release)
            elif step == 5 and held:  # a child goes on by itself, and its batch is released
                array, letters, _, kind = held.pop(at % len(held))
                if array.n_children and kind != "child":
                    child = at % array.n_children
                    mine = by_hand.moved(array.children[child].contents)
                    by_hand.release(array)
                    alone = by_hand.Array(n_children=1, length=mine.length, release=None)
                    pointer = ctypes.pointer(mine)
                    alone.children = ctypes.pointer(pointer)
                    views.append((pointer, mine))
                    before = by_hand.bytes_of(alone, [letters[child]])
                    held.append((alone, [letters[child]], before, "child"))
                    expected[id(alone)] = mine
            elif step == 6 and owners:
                tables = [one for one in owners if isinstance(one, safegov.Table) and "last" in one.names]
                for table in tables:
                    column = table.column(("last", "state", "plan", "to", "number")[at % 5])
                    view = numpy.asarray(column)
                    views.append((view, view.tobytes()))
                    if (valid := column.valid) is not None:
                        bits = memoryview(valid)
                        views.append((bits, bits.tobytes()))
            elif step == 7 and views:
                views.pop(at % len(views))
            elif step == 8:
                gc.collect(at % 3)
            elif step == 9 and capsules:
                random.Random(at).shuffle(capsules)
                del capsules[at % len(capsules):]
            elif step == 10 and owners:
                owners.append(copy.copy([owners[at % len(owners)]])[0])
            elif step == 11 and speaking:
                with contextlib.suppress(ImportError):
                    import pyarrow as pa

                    got = pa.table(speaking[at % len(speaking)])
                    views.append((got, got.to_pydict().__repr__().encode()))
            for array, letters, before, _ in held:
                self.assertEqual(by_hand.bytes_of(array, letters), before)
            for view, before in views:
                if hasattr(view, "tobytes"):
                    self.assertEqual(view.tobytes(), before)
                elif hasattr(view, "to_pydict"):
                    self.assertEqual(repr(view.to_pydict()).encode(), before)
        for array, _, _, kind in held:
            by_hand.release(expected.pop(id(array)) if kind == "child" else array)
        # Children whose batch was let go still want their release.
        for mine in expected.values():
            by_hand.release(mine)


class Hypothesis(unittest.TestCase):
    def test_nothing_crashes_in_a_process_of_its_own(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            last = pathlib.Path(folder, "last")
            empty = pathlib.Path(folder, "inside")
            empty.mkdir()
            last.write_bytes(b"(had not begun)")
            names = sys.argv[1:] or ["Inside"]
            ran = subprocess.run([sys.executable, "-X", "faulthandler", __file__, "--inside", str(last), *names], cwd=empty,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="backslashreplace", check=False,
                                 env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, os.environ["PYTHONPATH"].split(os.pathsep))),
                                      "SAFEGOV_EXAMPLES": os.path.abspath(os.environ["SAFEGOV_EXAMPLES"])})
            said = last.read_text(encoding="utf-8", errors="backslashreplace")
        self.assertEqual(ran.returncode, 0, f"\nthe last thing done: {said}\n{ran.stdout[:4000]}\n…\n{ran.stdout[-4000:]}")
        print(ran.stdout)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        LAST = open(sys.argv[2], "r+b")  # noqa: SIM115
        unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
    unittest.main(argv=sys.argv[:1], defaultTest="Hypothesis")
