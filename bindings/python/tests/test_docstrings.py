"""Every example in the package's own words, and on its page, runs."""

import doctest
import os
import unittest

import safegov
from support import EXAMPLES


def load_tests(loader, tests, ignore):
    os.chdir(EXAMPLES.parent)
    tests.addTests(doctest.DocTestSuite(safegov, optionflags=doctest.ELLIPSIS))
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


if __name__ == "__main__":
    unittest.main()
