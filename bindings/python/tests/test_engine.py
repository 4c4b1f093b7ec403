"""The verbs: the same answers as the command line gives, and what is said of wrong arguments."""

import concurrent.futures
import datetime
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import safegov
from support import EXAMPLES, NOTTINGHAM, RECORDS, needs, texts

DAY = datetime.date(2019, 11, 1)


def assessed(day=DAY):
    return safegov.assess(safegov.expand_obligations(safegov.read_texts(texts())), as_at=day)


def others_ran_during(call):
    """Whether another thread got on in the middle of a call; at its ends, Python itself lets it."""
    seen = []
    done = threading.Event()

    def count():
        while not done.is_set():
            seen.append(time.perf_counter())
            time.sleep(0)

    other = threading.Thread(target=count)
    other.start()
    begun = time.perf_counter()
    call()
    took = time.perf_counter() - begun
    done.set()
    other.join()
    return any(begun + took / 4 < moment < begun + took / 2 for moment in seen)


class Engine(unittest.TestCase):
    def test_states_are_those_of_the_definition(self):
        state = assessed()
        self.assertEqual([(row.id, row.state) for row in (state[i] for i in range(len(state)))],
                         [("p/1.1/bmg@2019-06", "received_late"), ("p/1.1/bmg@2019-10", "overdue"),
                          ("p/1.1/review@open", "open")])
        self.assertEqual(state["p/1.1/bmg of Oct 2019"].days_overdue, 1)
        self.assertEqual([row.closed_on for row in state], [datetime.date(2019, 7, 2), None, None])
        self.assertEqual(state[-1].state, "open")
        self.assertEqual(state.counts["overdue"], 1)
        self.assertEqual([row.id for row in state], [state[i].id for i in range(3)])
        self.assertIn("p/1.1/bmg of Oct 2019", state)
        self.assertNotIn("p/9", state)
        self.assertEqual(state[1].last, datetime.date(2019, 10, 31))

    def test_an_extension_moves_the_day_in_force_and_not_what_was_promised(self):
        moved = safegov.add_records(safegov.read_texts(texts()), [
            {"event": "extended", "obligation": "p/1.1/bmg@2019-10", "date": "2019-10-20", "until": "2019-11-30", "by": "bmg"}])
        row = safegov.assess(safegov.expand_obligations(moved), as_at=DAY)["p/1.1/bmg@2019-10"]
        self.assertEqual((row.first, row.last), (datetime.date(2019, 10, 1), datetime.date(2019, 10, 31)))
        self.assertEqual((row.last_in_force, row.state), (datetime.date(2019, 11, 30), "due_soon"))
        table = safegov.to_dicts(safegov.assess(safegov.expand_obligations(moved), as_at=DAY), "id", "last", "last_in_force")
        self.assertIn({"id": row.id, "last": row.last, "last_in_force": row.last_in_force}, table)

    def test_the_same_numbers_as_json(self):
        partnership = safegov.read_partnership(NOTTINGHAM)
        state = safegov.assess(safegov.expand_obligations(partnership, of=["bp-2019"]), as_at="2019-11-01")
        told = json.loads(safegov.render(state, "json"))
        self.assertEqual({k: v for k, v in told["counts"].items() if k in state.counts}, state.counts)
        self.assertEqual([row["state"] for row in told["obligations"]], [state[i].state for i in range(len(state))])

    def test_a_reason_has_its_rule_and_its_facts(self):
        reason = assessed().explain("p/1.1/bmg of June 2019")
        self.assertEqual(reason.state, "received_late")
        self.assertIn("received", [kind for kind, _, _ in reason.facts])

    def test_a_timeline_is_what_assess_says_each_day(self):
        owed = safegov.expand_obligations(safegov.read_texts(texts()))
        line = safegov.timeline(owed, "2019-04-01", datetime.date(2019, 12, 31))
        self.assertEqual(len(line), 275)
        for day in ("2019-04-01", "2019-07-01", "2019-07-02", "2019-11-01"):
            self.assertEqual(line.on(day), safegov.assess(owed, as_at=day).counts)

    def test_the_network_and_lint_answer(self):
        partnership = safegov.read_texts(texts())
        structure = safegov.network(safegov.expand_obligations(partnership), as_at=DAY)
        self.assertEqual(structure.route("qa"), ("qa", "bmg", "board"))
        self.assertEqual(structure.top, "board")
        found = safegov.lint(partnership, as_at=DAY, only=["never-due"])
        self.assertEqual([f.rule for f in found], ["never-due"])
        with self.assertRaises(KeyError):
            structure.route("nobody")
        with self.assertRaises(ValueError):
            safegov.lint(partnership, as_at=DAY, only=["no-such-rule"])

    def test_wrong_dates_name_the_argument(self):
        owed = safegov.expand_obligations(safegov.read_texts(texts()))
        aware = datetime.datetime(2019, 11, 1, tzinfo=datetime.timezone.utc)
        for wrong, error in ((3, TypeError), (None, TypeError), (aware, TypeError), (datetime.datetime(2019, 11, 1), TypeError),
                             ("2019-02-30", ValueError), ("", ValueError), (10**30, TypeError), (b"2019-11-01", TypeError)):
            with self.assertRaisesRegex(error, "as_at"):
                safegov.assess(owed, as_at=wrong)
        with self.assertRaises(TypeError):
            safegov.assess(owed, DAY)
        with self.assertRaises(TypeError):
            safegov.assess(owed)  # nothing asks what today is
        with self.assertRaises(ValueError):
            safegov.timeline(owed, "2020-01-01", "2019-01-01")
        with self.assertRaises(ValueError):
            safegov.assess(owed, as_at=DAY, due_soon_days=-1)

    def test_a_missing_date_of_pandas_is_refused(self):
        (pandas,) = needs("pandas")
        with self.assertRaisesRegex(TypeError, "as_at"):
            safegov.assess(safegov.expand_obligations(safegov.read_texts(texts())), as_at=pandas.NaT)

    def test_what_there_is_not_is_a_key_or_index_error(self):
        state = assessed()
        for which, error in ((3, IndexError), (-4, IndexError), ("p/9", KeyError), (10**30, IndexError),
                             (-10**30, IndexError), (1.0, TypeError), (None, TypeError), (b"p/1.1/bmg@2019-06", TypeError)):
            with self.assertRaises(error):
                state[which]
        with self.assertRaises(KeyError):
            safegov.expand_obligations(safegov.read_texts(texts()), of=["none"])
        with self.assertRaises(ValueError):
            safegov.render(state, "pdf")
        with self.assertRaises(ValueError):
            state.by("colour")

    def test_eight_threads_give_the_same_bytes_as_one(self):
        def answer(_):
            partnership = safegov.read_partnership(NOTTINGHAM)
            state = safegov.assess(safegov.expand_obligations(partnership), as_at=DAY)
            return safegov.render(state, "json")

        alone = answer(0)
        with concurrent.futures.ThreadPoolExecutor(8) as threads:
            for text in threads.map(answer, range(16)):
                self.assertEqual(text, alone)

    def test_eight_threads_on_fifty_partnerships_give_the_same_bytes_as_one(self):
        def made(number):
            # Each has its own names, dates and records, so that nothing mixed up could go unseen.
            named = [(name, text.replace("example", f"area-{number}").replace("June 2019", f"June {2015 + number % 7}")
                      .replace("2019-07-02", f"2019-07-{1 + number % 28:02}").replace("2019-22", f"{2015 + number % 7}-22"))
                     for name, text in texts()]
            partnership = safegov.read_texts(named)
            owed = safegov.expand_obligations(partnership)
            what = [owed, safegov.assess(owed, as_at=DAY), safegov.network(owed, as_at=DAY)]
            told = [repr(safegov.lint(partnership, as_at=DAY)), repr(partnership.to_dict())]
            for one in what:
                for form in ("text", "json", "csv", "markdown", "dot"):
                    try:
                        told.append(safegov.render(one, form))
                    except ValueError as error:  # some have no picture
                        told.append(str(error))
            return told

        alone = [made(number) for number in range(50)]
        self.assertEqual(len({str(told) for told in alone}), 50)
        with concurrent.futures.ThreadPoolExecutor(8) as threads:
            together = list(threads.map(made, [number for number in range(50) for _ in range(8)]))
        for number, told in enumerate(alone):
            for again in together[8 * number:8 * number + 8]:
                self.assertEqual(again, told)

    def test_others_go_on_while_one_reads(self):
        long = [(name, text) for name, text in texts()[:1]] + [
            (f"plan-{i}.yaml", texts()[1][1].replace("plan: p", f"plan: p{i}")) for i in range(400)]
        self.assertTrue(others_ran_during(lambda: safegov.read_texts(long)))
        # What keeps the lock is told apart.
        self.assertFalse(others_ran_during(lambda: sum(range(10**7))))

    def test_the_command_line_is_the_same(self):
        ran = subprocess.run([sys.executable, "-m", "safegov", "assess", str(NOTTINGHAM), "--as-at", "2019-11-01", "--format", "json"],
                             stdout=subprocess.PIPE, encoding="utf-8", check=False)
        self.assertEqual(ran.returncode, 0)
        partnership = safegov.read_partnership(NOTTINGHAM)
        state = safegov.assess(safegov.expand_obligations(partnership, promised_by=DAY), as_at=DAY)
        self.assertEqual(json.loads(ran.stdout), json.loads(safegov.render(state, "json")))
        self.assertEqual(subprocess.run([sys.executable, "-m", "safegov", "no-such-command"], stderr=subprocess.DEVNULL, check=False).returncode, 2)

    def test_a_plan_comes_in_by_standard_input(self):
        (name, text), *_ = texts()
        ran = subprocess.run([sys.executable, "-m", "safegov", "check", "-"], input=text, stdout=subprocess.PIPE,
                             encoding="utf-8", check=False)
        self.assertEqual((ran.returncode, ran.stdout), safegov.run(["check", "-"], input=text)[:2], name)
        self.assertIn("Example\nsound: ", ran.stdout)

    def test_the_command_line_takes_whatever_names_files_have(self):
        code, _, said = safegov.run([b"check", b"no-such-\xff.yaml"])
        self.assertEqual(code, 2)
        self.assertIn("no-such-", said)
        self.assertNotEqual(safegov.run(["check", str(NOTTINGHAM)], colour=True)[1], safegov.run(["check", str(NOTTINGHAM)])[1])

    def test_many_partnerships_are_read_in_their_order(self):
        paths = safegov.find_partnerships(EXAMPLES)
        self.assertIn(str(NOTTINGHAM), paths)
        heard = []
        read = safegov.read_each(paths, threads=3, progress=lambda done, of: heard.append((done, of)))
        self.assertEqual([p.arrangements.partnership for p in read], [safegov.read_partnership(path).arrangements.partnership for path in paths])
        self.assertEqual(heard, [(i + 1, len(paths)) for i in range(len(paths))])
        self.assertEqual(safegov.read_each(paths, lambda p: len(p.bodies)), [len(p.bodies) for p in read])
        (wrong, right) = safegov.read_each(["no-such-file.yaml", NOTTINGHAM])
        self.assertIsInstance(wrong, safegov.InputError)
        self.assertEqual(right.arrangements.partnership, "ncscp")
        self.assertEqual(safegov.read_each([]), [])

    def test_what_is_raised_while_many_are_read_comes_out(self):
        def refuse(*_):
            raise OSError("no room")

        for how in ({"then": refuse}, {"progress": refuse}):
            with self.assertRaisesRegex(OSError, "no room"):
                safegov.read_each([EXAMPLES / "county"] * 20, **how)
        with self.assertRaisesRegex(ValueError, "threads"):
            safegov.read_each([], threads=-1)
        with self.assertRaisesRegex(OSError, "no room"):
            safegov.read_partnership(EXAMPLES / "county", progress=refuse)
        with self.assertRaisesRegex(TypeError, "progress"):
            safegov.read_partnership(EXAMPLES / "county", progress=3)

    def test_reading_says_how_far_it_is(self):
        heard = []
        safegov.read_partnership(EXAMPLES / "county", progress=lambda *how: heard.append(how))
        self.assertEqual(heard, [(1, 2), (2, 2)])

    def test_control_c_ends_long_work(self):
        reading = "import safegov, sys; print('begun', flush=True); "
        for work in ("safegov.read_partnership(*sys.argv[1:])", "safegov.read_each(sys.argv[1:] * 2000)"):
            with tempfile.TemporaryDirectory() as room:
                # Enough to read for many seconds: one partnership in thousands of files, or thousands of partnerships.
                for name, text in texts():
                    pathlib.Path(room, name).write_text(text, encoding="utf-8")
                rows = "".join(f"  - {{received: p/1.1/bmg of June 2019, date: 2019-07-02, note: '{i}'}}\n" for i in range(200))
                for number in range(2000 if "partnership(" in work else 1):
                    pathlib.Path(room, f"records-{number}.yaml").write_text(RECORDS + rows, encoding="utf-8")
                ran = subprocess.Popen([sys.executable, "-c", reading + work, room], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                       encoding="utf-8")
                self.assertEqual(ran.stdout.readline(), "begun\n")
                time.sleep(0.3)
                asked = time.monotonic()
                ran.send_signal(signal.SIGINT)
                _, said = ran.communicate(timeout=60)
                self.assertIn("KeyboardInterrupt", said)
                self.assertEqual(ran.returncode, -signal.SIGINT)
                self.assertLess(time.monotonic() - asked, 5)


if __name__ == "__main__":
    unittest.main()
