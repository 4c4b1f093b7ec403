"""Every example in the package's own words, and on its page, runs."""

import doctest
import importlib
import inspect
import os
import pathlib
import pkgutil
import unittest

import safegov
from support import EXAMPLES, needs


def own_modules():
    """What of the package is written in Python."""
    for found in pkgutil.iter_modules(safegov.__path__):
        module = importlib.import_module(f"safegov.{found.name}")
        if pathlib.Path(module.__file__).suffix == ".py":
            yield module


def load_tests(loader, tests, ignore):
    os.chdir(EXAMPLES.parent)
    needs("pandas")
    for module in (safegov, *own_modules()):
        tests.addTests(doctest.DocTestSuite(module, extraglobs={"safegov": safegov}, optionflags=doctest.ELLIPSIS))
    for name, thing in sorted(vars(safegov).items()):
        if getattr(thing, "__module__", "") == "safegov._core" and not isinstance(thing, type):
            found = doctest.DocTestParser().get_doctest(thing.__doc__, {}, f"safegov.{name}", None, 0)
            tests.addTest(doctest.DocTestCase(found, optionflags=doctest.ELLIPSIS))
    for page in ("docs/python.md", "docs/import.md", "README.md"):
        tests.addTests(doctest.DocFileSuite(str(EXAMPLES.parent / page), module_relative=False,
                                            optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL))
    return tests


class Docstrings(unittest.TestCase):
    def test_every_public_thing_has_one(self):
        for name in dir(safegov):
            thing = getattr(safegov, name)
            if not name.startswith("_") and getattr(thing, "__module__", "").startswith("safegov"):
                self.assertTrue(thing.__doc__, name)

    def test_every_function_has_an_example(self):
        public = [(name, thing) for name, thing in vars(safegov).items()
                  if not name.startswith("_") and inspect.isroutine(thing) and thing.__module__.startswith("safegov")]
        self.assertLessEqual({"to_dicts", "assess"}, {name for name, _ in public})
        for name, function in public:
            self.assertRegex(inspect.getdoc(function), r"(?m)^Examples\n--------\n>>> ", name)


if __name__ == "__main__":
    unittest.main()
