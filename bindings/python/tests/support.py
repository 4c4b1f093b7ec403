"""What the tests share: the example of the project, and a small partnership."""

import os
import pathlib
import unittest

EXAMPLES = pathlib.Path(os.environ["SAFEGOV_EXAMPLES"])
NOTTINGHAM = EXAMPLES / "nottingham"

PARTNERSHIP = """safegov: 1
partnership: example
name: Example
top: board
bodies:
  - {id: board}
  - {id: bmg, reports-to: board}
  - {id: qa, reports-to: bmg}
"""
PLAN = """safegov: 1
partnership: example
plan: p
period: 2019-22
objectives:
  - no: 1
    actions:
      - no: 1.1
        lead: qa
        promises:
          - {what: Report, to: bmg, due: "June 2019, Oct 2019"}
          - {what: Review, id: review, due: ongoing}
"""
RECORDS = """safegov: 1
partnership: example
records:
  - {received: p/1.1/bmg of June 2019, date: 2019-07-02}
"""


def texts():
    return [("partnership.yaml", PARTNERSHIP), ("plan.yaml", PLAN), ("records.yaml", RECORDS)]


def needs(*names):
    """The modules, or a test that is skipped; SAFEGOV_NEED_ORACLES has it fail."""
    found = []
    for name in names:
        try:
            found.append(__import__(name))
        except ImportError:
            if os.environ.get("SAFEGOV_NEED_ORACLES"):
                raise
            raise unittest.SkipTest(f"no {name} here") from None
    return found
