"""DBOS: no broker. Queues, steps and state are in PostgreSQL: a transaction and the note that it happened
are one commit, so DBOS keeps the inbox; the rows of ours are written for the comparison."""

import os
import signal
import subprocess
import sys
import threading

from dbos import DBOS, SQLAlchemyDatasource
from sqlalchemy import text

import hop

PROCESSES, AT_ONCE, POLL_SECONDS = 2, 15, 0.05
PARTS = dict(part.split("=", 1) for part in hop.POSTGRES.split())
URL = "postgresql+psycopg://{user}:{password}@{host}:{port}/{dbname}".format(
    password=os.environ["PGPASSWORD"], **PARTS
)
source = SQLAlchemyDatasource.create(URL, engine_kwargs={"pool_size": AT_ONCE})


@source.transaction(isolation_level="READ COMMITTED")
def state(number):
    for statement, values in hop.statements(number):
        names = {f"v{place}": value for place, value in enumerate(values)}
        for name in names:
            statement = statement.replace("%s", ":" + name, 1)
        source.sql_session().execute(text(statement), names)


@DBOS.workflow()
def answer(body):
    """Nobody takes answers: workers listen to the other queue alone."""


@DBOS.workflow()
def take(number):
    state(number)
    DBOS.enqueue_workflow(hop.ANSWERED, answer, hop.BODY)


def launch(queues):
    DBOS(
        config={
            "name": "peer", "system_database_url": URL, "sys_db_pool_size": AT_ONCE, "log_level": "ERROR",
            "application_version": "1", "executor_id": str(os.getpid()), "use_listen_notify": True,
        }
    )
    if queues:
        DBOS.listen_queues(queues)
    DBOS.launch()
    for name in (hop.TAKEN, hop.ANSWERED):
        DBOS.register_queue(name, worker_concurrency=AT_ONCE, polling_interval_sec=POLL_SECONDS)


def fill(count):
    with hop.connect() as connection:
        connection.execute("DROP SCHEMA IF EXISTS dbos CASCADE")
    SQLAlchemyDatasource.create(URL)
    launch([hop.ANSWERED + "-nobody"])
    for number in range(count):
        DBOS.enqueue_workflow(hop.TAKEN, take, number)
    DBOS.destroy()


def answers():
    """How many answers wait in the queue."""
    with hop.connect() as connection:
        return connection.execute(
            "SELECT count(*) FROM dbos.workflow_status WHERE queue_name = %s", (hop.ANSWERED,)
        ).fetchone()[0]


if __name__ == "__main__":
    others = [subprocess.Popen([sys.executable, __file__, "1"]) for _ in range(PROCESSES - 1) if len(sys.argv) == 1]
    launch([hop.TAKEN])
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    ended.wait()
    for other in others:
        other.terminate()
    os._exit(0)
