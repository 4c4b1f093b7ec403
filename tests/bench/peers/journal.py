"""Makes a ledger journal of 60 transactions from `safegov obligations --format json` on its input.

ledger adds up amounts, and knows nothing of what is due: it stands for the time in which a good
program with plain text data answers a question about as many entries.
"""
import json
import sys

owed = [o for o in json.load(sys.stdin)["obligations"] if o["due"]["last"]]
for n in range(60):
    o = owed[n % len(owed)]
    print(f"{o['due']['last'].replace('-', '/')} {o['what']}\n"
          f"    Owed:{o['to'] or 'nobody'}:{o['id'].replace(' ', '-')}-{n}  1 report\n"
          f"    Owing:{o['from'] or 'nobody'}\n")
