"""Where a plan stands, in three pictures: the source of where-it-stands.ipynb."""

# %% [markdown]
# # Where it stands
#
# Nottingham's business plan 2019-22, as at 1 March 2020, when all but two of its reports had fallen due: how its objectives
# rate month by month, what was promised beside what came in, and which body owes what to which meeting.
#
# **What is declared and what is derived.** The plan prints a column "RAG rating" that is empty in all 30 rows, so nobody
# *declared* any rating. Every rating here is *derived*, by the rules in `nottingham/partnership.yaml`. The **records of what
# came in are invented**, as that example says: the pictures show what `safegov` makes of records, not what any body did.

# %%
import datetime
import pathlib
import textwrap
from collections import Counter

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import safegov

AS_AT = datetime.date(2020, 3, 1)
FILES = sorted(str(path) for path in pathlib.Path("nottingham").glob("*.yaml"))  # without the registers beside them
SOURCE = "Source: NCSCP Business Plan 2019-22 (examples/nottingham). Records of what came in are invented."

plt.rcParams.update({"font.size": 11, "figure.dpi": 90, "hatch.linewidth": 0.6})


def headline(figure: Figure, finding: str) -> None:
    """What a picture says, above it and from its left edge."""
    figure.suptitle(finding, x=0.01, ha="left", fontsize=14, weight="bold")


partnership = safegov.read_partnership(*FILES)
owed = safegov.expand_obligations(partnership, of=["bp-2019"])
state = safegov.assess(owed, as_at=AS_AT)
names = {str(body.id): str(body.name or body.id) for body in partnership.bodies}
for word, number in state.counts.items():
    if number:
        print(f"{word:15} {number:3}")


# %% [markdown]
# ## A rating for each objective, month by month
#
# An objective rates as the worst of its actions. Each band has its letter, and a tone or hatch of its own, so that the strip
# reads the same without colour.

# %%
LETTERS = {"blue": "B", "green": "G", "amber": "A", "red": "R", "grey": "N", None: "?"}


def letters_of(day: datetime.date) -> dict[str, str]:
    """How each objective rates as at a day."""
    ratings = safegov.rate(safegov.assess(owed, as_at=day))
    return {each.id: LETTERS[each.derived] for each in ratings if each.kind == "objective"}


def month_ends(first: datetime.date, months: int) -> list[datetime.date]:
    """The last days of so many months."""
    following = [(first.month + number, first.year) for number in range(1, months + 1)]
    return [datetime.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1) - datetime.timedelta(1)
            for month, year in following]


ends = month_ends(datetime.date(2019, 4, 1), 11)
strips = {day: letters_of(day) for day in ends}
for objective in partnership.plans[0].objectives:
    letters = "  ".join(strips[day][f"bp-2019/{objective.no}"] for day in ends)
    print(f"{objective.no:>3}  {letters}")

# %%
#         fill       ink      hatch and its tone   what it says
BANDS = {"B": ("#2b5c9e", "white", "...", "white", "blue: done, with evidence"),
         "G": ("#cfe8c3", "black", "", "black", "green: coming in as due"),
         "A": ("#f2b134", "black", "", "black", "amber: part is late, or nothing is in"),
         "R": ("#8f1414", "white", "///", "#c98a8a", "red: all is over that was due, and not done"),
         "N": ("#ffffff", "black", "", "black", "grey: nothing is due yet"),
         "?": ("#ffffff", "black", "xxx", "#cccccc", "unknown: cannot be rated")}


def rated_cell(axes: Axes, x: float, y: float, letter: str) -> None:
    """One band: tone, hatch and letter."""
    fill, ink, hatch, tone, _ = BANDS[letter]
    axes.add_patch(Rectangle((x, y), 1, 1, facecolor=fill, edgecolor=tone, linewidth=0, hatch=hatch))
    axes.add_patch(Rectangle((x, y), 1, 1, fill=False, edgecolor="#777777", linewidth=0.8))
    box = {"boxstyle": "round,pad=0.15", "facecolor": fill, "edgecolor": "none"}
    axes.text(x + 0.5, y + 0.5, letter, ha="center", va="center", color=ink, weight="bold", bbox=box)


objectives = partnership.plans[0].objectives
at_the_end = Counter(strips[ends[-1]].values())
figure, axes = plt.subplots(figsize=(11.5, 8.6), layout="constrained")
for row, objective in enumerate(objectives):
    for column, day in enumerate(ends):
        rated_cell(axes, column, row, strips[day][f"bp-2019/{objective.no}"])
axes.set(xlim=(0, len(ends)), ylim=(len(objectives), 0))
axes.set_xticks([column + 0.5 for column in range(len(ends))], [f"{day:%b}\n{day:%Y}" for day in ends])
axes.set_yticks([row + 0.5 for row in range(len(objectives))],
                [f"{each.no}  " + textwrap.fill(textwrap.shorten(each.text or "", 92, placeholder=" …"), 48)
                 for each in objectives], fontsize=9.5)
axes.tick_params(length=0)
axes.spines[:].set_visible(False)
headline(figure, f"By {ends[-1]:%B %Y}, {at_the_end['R']} of {len(objectives)} objectives are red, {at_the_end['A']} amber "
         f"and {at_the_end['G'] + at_the_end['B'] or 'none'} green or blue;\n{at_the_end['?']} cannot be rated, having no lead "
         "or no date")
keys = [Rectangle((0, 0), 1, 1, facecolor=fill, hatch=hatch, edgecolor=tone if hatch else "#777777")
        for fill, _, hatch, tone, _ in BANDS.values()]
axes.legend(keys, [f"{letter}  {said}" for letter, (*_, said) in BANDS.items()], loc="upper right", ncols=2, frameon=False,
            bbox_to_anchor=(1, -0.09), handlelength=1.4, handleheight=1.2)
figure.supxlabel(f"Derived by rule as at each month's end; none was declared. {SOURCE}", fontsize=9.5)
plt.show()

# %% [markdown]
# ## What was promised, and what came in
#
# The promised line is the plan as written: no record moves it. What came in counts on the day on which it came, late or not.

# %%
line = safegov.timeline(owed, "2019-04-01", AS_AT)
daily = safegov.to_dicts(line)
days = [row["day"] for row in daily]
came_in = [row["received"] + row["received_late"] for row in daily]
closed = [row["waived"] + row["cancelled"] + row["superseded"] for row in daily]
due_days = sorted(row["last"] for row in safegov.to_dicts(owed, "last") if row["last"])
promised = [sum(each < day for each in due_days) for day in days]
for day in (datetime.date(2019, 7, 1), datetime.date(2019, 11, 1), AS_AT):
    at = days.index(day)
    print(f"{day}: {promised[at]:2} promised before that day, {came_in[at]} came in, {closed[at]} waived or cancelled")

# %%
figure, axes = plt.subplots(figsize=(10, 5.2), layout="constrained")
x = [day.toordinal() for day in days]
more = [there > here for there, here in zip(promised, came_in)]
axes.fill_between(x, came_in, promised, where=more, step="post", facecolor="#f3f3f3", edgecolor="#bbbbbb", hatch="///", linewidth=0)
axes.step(x, promised, where="post", color="black", linewidth=2.2, linestyle="--")
axes.step(x, came_in, where="post", color="#2b5c9e", linewidth=3)
after = x[-1] + 4  # where words stand beside the lines
axes.text(after, promised[-1], f"{promised[-1]} promised", va="center", weight="bold")
axes.text(after, came_in[-1], f"{came_in[-1]} came in", va="center", weight="bold", color="#2b5c9e")
axes.annotate(f"{promised[-1] - came_in[-1] - closed[-1]} outstanding,\n{closed[-1]} waived or\ncancelled",
              (after, (promised[-1] + came_in[-1]) / 2), va="center", annotation_clip=False)
axes.set(xlim=(x[0], after + 56), ylim=(0, promised[-1] + 6), ylabel="obligations")
firsts = [day for day in days if day.day == 1]
axes.set_xticks([day.toordinal() for day in firsts],
                [f"{day:%b}\n{day:%Y}" if day.month in (1, 4) else f"{day:%b}" for day in firsts])
axes.spines[["top", "right"]].set_visible(False)
axes.yaxis.grid(True, color="#dddddd")
axes.set_axisbelow(True)
latest = max(day for day, before, now in zip(days[1:], came_in, came_in[1:]) if now > before)
headline(figure, f"{came_in[-1]} of the {promised[-1]} reports promised by {AS_AT:%B %Y} came in, and none after {latest:%B %Y}")
figure.supxlabel(f"As at 1 March 2020. Promised as the plan has it. {SOURCE}", fontsize=9.5)
plt.show()

# %% [markdown]
# ## Who owes what to which meeting
#
# The Business Management Group meets "three times per year" (002:166) and the plan names the months: June, October and
# February, with a few reports between. A cell says how many of the reports that a body owed to that meeting came in.

# %%
owed_to_bmg: Counter[tuple[str, str]] = Counter()
received: Counter[tuple[str, str]] = Counter()
waived: Counter[tuple[str, str]] = Counter()
months: dict[str, datetime.date] = {}
for each in safegov.to_dicts(state, "from", "to", "last", "state"):
    if each["to"] == "bmg" and each["last"] and each["last"] < AS_AT:
        month = f"{each['last']:%b %Y}"
        months[month] = each["last"]
        cell = (names.get(each["from"], "nobody stated"), month)
        owed_to_bmg[cell] += 1
        received[cell] += each["state"] in ("received", "received_late")
        waived[cell] += each["state"] in ("waived", "cancelled", "superseded")
columns = sorted(months, key=lambda month: months[month])
missing = {body: sum(number - received[cell] - waived[cell] for cell, number in owed_to_bmg.items() if cell[0] == body)
           for body, _ in owed_to_bmg}
bodies = sorted(missing, key=lambda body: (-missing[body], body))
for body in bodies:
    print(f"{missing[body]:3} missing  {body}")

# %%
most = max(owed_to_bmg.values())
figure, axes = plt.subplots(figsize=(10.5, 6.6), layout="constrained")
for row, body in enumerate(bodies):
    for column, month in enumerate(columns):
        cell = (body, month)
        number = owed_to_bmg[cell]
        if not number:
            continue
        absent = number - received[cell] - waived[cell]
        tone = 0.97 - 0.72 * absent / most
        axes.add_patch(Rectangle((column, row), 1, 1, facecolor=str(tone), edgecolor="white", linewidth=2))
        said = "waived" if waived[cell] == number else f"{received[cell]} of {number}" if absent else f"{number} of {number} ✓"
        axes.text(column + 0.5, row + 0.5, said, ha="center", va="center", color="white" if tone < 0.55 else "black")
axes.set(xlim=(0, len(columns)), ylim=(len(bodies), 0))
axes.set_xticks([column + 0.5 for column in range(len(columns))], columns)
axes.set_yticks([row + 0.5 for row in range(len(bodies))], [textwrap.shorten(body, 40, placeholder=" …") for body in bodies])
axes.xaxis.tick_top()
axes.tick_params(length=0)
axes.spines[:].set_visible(False)
total, came = sum(owed_to_bmg.values()), sum(received.values())
headline(figure, f"{came} of {total} reports reached the Business Management Group;\n{bodies[0]} owes {missing[bodies[0]]} of "
         f"the {sum(missing.values())} that are missing")
figure.supxlabel("A cell: came in, of those owed for that month; darker: more are missing; empty: nothing was owed.\n"
                 f"As at 1 March 2020. {SOURCE}", fontsize=9.5)
plt.show()
