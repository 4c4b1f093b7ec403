"""Safeguarding partnership plans: what is due, overdue, late and received as at any date, and why.

>>> import safegov
>>> partnership = safegov.read_partnership("examples/nottingham")
>>> owed = safegov.expand_obligations(partnership, of=["bp-2019"])
>>> state = safegov.assess(owed, as_at="2019-11-01")
>>> state["bp-2019/2.1/bmg of Oct 2019"].state
'overdue'

Dates are `datetime.date`, or text such as `2019-11-01`; nothing here asks what today is. Values cannot be
changed. What cannot be read raises `InputError`, with every problem in `diagnostics`.
"""

from ._core import *  # noqa: F403
from ._core import __version__ as __version__
from ._exchange import export_plan as export_plan
from ._exchange import import_plan as import_plan
from ._frames import from_dict as from_dict
from ._frames import to_dicts as to_dicts
from ._frames import to_pandas as to_pandas
from ._many import read_each as read_each
from ._tables import add_promises as add_promises
from ._tables import add_records as add_records
