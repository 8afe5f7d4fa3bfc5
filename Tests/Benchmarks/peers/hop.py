"""What every peer does with a message: inbox, state and outbox in one durable commit.

The tables are those of the C program of deploy/bench. Statements go to the server together (pipeline
mode), as psycopg's documentation says for speed; each is prepared once a connection.
"""

import os
import sys
import time

import pika
import psycopg

AMQP = os.environ["BENCH_AMQP"]
POSTGRES = os.environ["BENCH_POSTGRES"]
TAKEN, ANSWERED = "bench-peer-in", "bench-peer-out"
QUORUM = {"x-queue-type": "quorum"}
BODY = "x" * 1024
# How often the far end is looked at, and for how long it may stand still, in seconds.
LOOK, PATIENCE = 0.05, 60

INBOX = "INSERT INTO inbox (consumer, message_id) VALUES ('loop', %s) ON CONFLICT DO NOTHING"
LOCK = "SELECT id, version, state FROM saga WHERE id = %s FOR UPDATE"
STATE = "UPDATE saga SET version = version + 1, state = 'running' WHERE id = %s"
OUTBOX = (
    "INSERT INTO outbox (message_id, exchange, routing_key, body) VALUES (%s, 'ex', 'rk', %s)"
)


def statements(number):
    """The statements of one message, with their values."""
    identifier, household = f"m-{number:010d}", 1 + number % 10_000
    return [
        (INBOX, (identifier,)),
        (LOCK, (household,)),
        (STATE, (household,)),
        (OUTBOX, (identifier, BODY.encode())),
    ]


def commit(connection, number):
    """One message in one transaction, in one round trip."""
    with connection.pipeline(), connection.transaction():
        for statement, values in statements(number):
            connection.execute(statement, values, prepare=True)


async def commit_async(connection, number):
    """The same for programs that wait by `await`."""
    async with connection.pipeline(), connection.transaction():
        for statement, values in statements(number):
            await connection.execute(statement, values, prepare=True)


def connect():
    """A connection to the database that commits where `commit` says so."""
    return psycopg.connect(POSTGRES, autocommit=True)


def counter():
    """A function that says how many answers the broker's queue holds."""
    channel = _channel()
    return lambda: channel.queue_declare(ANSWERED, passive=True).method.message_count


def wait_for_answers(count, answers):
    """Waits until so many have come; returns the seconds from the first, and how many came in them.

    `answers` says how many there are.
    """
    begun, last, moved = None, 0, time.monotonic()
    while True:
        held, now = answers(), time.monotonic()
        if held and begun is None:
            begun, first = now, held
        if held >= count:
            return now - begun, count - first
        if held != last:
            last, moved = held, now
        if now - moved > PATIENCE:
            sys.exit(f"stands still at {held} of {count}")
        time.sleep(LOOK)


def delete_queues():
    """Whatever an earlier round left, those of retries among them."""
    channel = _channel()
    for name in (TAKEN, ANSWERED):
        for suffix in ("", ".DQ", ".XQ"):
            channel.queue_delete(name + suffix)


def declare_queues():
    """Quorum queues, for those that do not declare theirs themselves."""
    channel = _channel()
    for name in (TAKEN, ANSWERED):
        channel.queue_declare(name, durable=True, arguments=QUORUM)


def _channel():
    return pika.BlockingConnection(pika.URLParameters(AMQP)).channel()
