"""Reading: what comes out, and what is said of what cannot be read."""

import pathlib
import tempfile
import unittest

import safegov
from support import NOTTINGHAM, PARTNERSHIP, texts


class Reading(unittest.TestCase):
    def test_reads_files_and_folders_by_text_or_path(self):
        by_path = safegov.read_partnership(NOTTINGHAM)
        self.assertEqual(by_path, safegov.read_partnership(str(NOTTINGHAM)))
        self.assertEqual(by_path.arrangements.partnership, "ncscp")

    def test_what_is_not_sound_raises_with_every_problem(self):
        broken = PARTNERSHIP.replace("top: board", "top: bord").replace("reports-to: bmg", "reports-too: bmg")
        with self.assertRaises(safegov.InputError) as raised:
            safegov.read_texts([("a.yaml", broken)])
        problems = raised.exception.diagnostics
        self.assertEqual([d.code for d in problems], ["SG102", "SG015"])
        self.assertEqual(problems[0].where, ("a.yaml", 4, 6))
        self.assertEqual(problems[0].severity, "error")
        self.assertIn("did you mean 'board'?", problems[0].help)
        self.assertIn("a.yaml:4:6: error: no body is called 'bord' [SG102]", str(problems[0]))
        self.assertIsInstance(raised.exception, ValueError)

    def test_a_second_file_in_one_process_is_as_the_first(self):
        for _ in range(3):
            self.assertEqual(len(safegov.read_partnership(NOTTINGHAM).plans), 1)
            with self.assertRaises(safegov.InputError):
                safegov.read_texts([("a.yaml", "nothing")])

    def test_check_says_everything_and_never_raises_for_the_contents(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "p.yaml")
            path.write_bytes(b"\xff\xfe\x00")
            self.assertTrue(safegov.check(path))
        self.assertEqual([d for d in safegov.check(NOTTINGHAM) if d.severity == "error"], [])
        self.assertTrue(safegov.check("/no/such/folder"))

    def test_wrong_arguments_are_type_errors(self):
        for call in (lambda: safegov.read_partnership(3), lambda: safegov.read_texts([3]), lambda: safegov.read_texts("a")):
            with self.assertRaises(TypeError):
                call()


class Values(unittest.TestCase):
    def setUp(self):
        self.partnership = safegov.read_texts(texts())

    def test_a_field_is_an_attribute_and_what_is_absent_is_none(self):
        body = self.partnership.bodies[1]
        self.assertEqual(body.id, "bmg")
        self.assertIsNone(body.name)
        self.assertEqual(body.reports_to[0].to, "board")
        self.assertEqual(body.members, ())
        self.assertIsNone(body.from_)
        self.assertEqual(self.partnership.records[0].date.isoformat(), "2019-07-02")
        self.assertEqual(self.partnership.records[0].event, ("received", "p/1.1/bmg of June 2019"))

    def test_nothing_can_be_set_deleted_or_made(self):
        body = self.partnership.bodies[1]
        for change in (lambda: setattr(body, "name", "x"), lambda: setattr(body, "other", 1), lambda: delattr(body, "name")):
            with self.assertRaises(AttributeError):
                change()
        with self.assertRaises(TypeError):
            safegov.Body()
        self.assertEqual(self.partnership.bodies[1].id, "bmg")

    def test_values_are_equal_by_what_they_say(self):
        again = safegov.read_texts([(name, "# moved\n" + text) for name, text in texts()])
        self.assertEqual(self.partnership, again)
        self.assertEqual(self.partnership.plans[0], again.plans[0])
        self.assertEqual(hash(self.partnership.plans[0]), hash(again.plans[0]))
        self.assertNotEqual(self.partnership.bodies[0], self.partnership.bodies[1])
        self.assertNotEqual(self.partnership.bodies[0], self.partnership.plans[0])
        self.assertNotEqual(self.partnership, 3)

    def test_a_value_outlives_its_partnership(self):
        promise = safegov.read_texts(texts()).plans[0].objectives[0].actions[0].promises[0]
        self.assertEqual(promise.what, "Report")
        self.assertIn("Report", repr(promise))

    def test_markup_comes_out_inert(self):
        hostile = "<script>alert(1)</script>&\"'"
        text = PARTNERSHIP.replace("name: Example", "name: " + repr(hostile).replace("\\'", "''"))
        shown = safegov.read_texts([("a.yaml", text)]).arrangements._repr_html_()
        self.assertNotIn("<script>", shown)

    def test_dicts_go_round(self):
        for partnership in (self.partnership, safegov.read_partnership(NOTTINGHAM)):
            again = safegov.from_dict(partnership.to_dict())
            self.assertEqual(again, partnership)
            self.assertEqual(again.to_dict(), partnership.to_dict())

    def test_a_partnership_is_made_from_dicts(self):
        made = safegov.from_dict({
            "partnership": {"partnership": "x", "name": "X", "top": "board", "bodies": [{"id": "board"}, {"id": "qa"}]},
            "plans": [{"plan": "p", "objectives": [{"no": 1, "actions": [
                {"no": "1.1", "lead": "qa", "promises": [{"what": 'A "report":\n# two lines', "to": "board", "due": "June 2019"}]}]}]}],
        })
        self.assertEqual(made.plans[0].objectives[0].actions[0].promises[0].what, 'A "report":\n# two lines')
        for wrong in (3, {}, {"partnership": 3}, {"partnership": {"partnership": "x", "bodies": [{"id": object()}]}}):
            with self.assertRaises(TypeError):
                safegov.from_dict(wrong)
        with self.assertRaises(safegov.InputError):
            safegov.from_dict({"partnership": {"partnership": "x", "bodies": [{"idd": "a"}]}})


if __name__ == "__main__":
    unittest.main()
