"""measure.py PEER COUNT: empties all, publishes COUNT messages as PEER does; then, while the caller's
workers take them, prints how many a second came through."""

import asyncio
import importlib
import inspect
import sys

import hop

peer, count = sys.argv[1], int(sys.argv[2])
hop.delete_queues()
module = importlib.import_module(f"peer_{peer}")
filled = module.fill(count)
if inspect.iscoroutine(filled):
    asyncio.run(filled)
print("filled", flush=True)
seconds, came = hop.wait_for_answers(count, getattr(module, "answers", None) or hop.counter())
with hop.connect() as connection:
    for table, wanted in (("inbox", count), ("outbox", count)):
        found = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        if found != wanted:
            sys.exit(f"the round says nothing: {found} rows in {table}, not {wanted}")
print(f"rate={came / seconds:.0f}/s", flush=True)
