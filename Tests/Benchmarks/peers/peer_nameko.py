"""nameko: a service of workers by eventlet; acknowledged after the handler, confirms are on."""

import os
import threading

os.environ["PSYCOPG_WAIT_FUNC"] = "wait_select"  # The one that eventlet makes cooperative.

from kombu import Connection, Queue
from nameko.messaging import Publisher, consume
from psycopg_pool import ConnectionPool

import hop

CONNECTIONS = 20
AMQP_URI = hop.AMQP.replace("amqp://", "pyamqp://")
taken = Queue(hop.TAKEN, queue_arguments=hop.QUORUM)
answered = Queue(hop.ANSWERED, queue_arguments=hop.QUORUM)
_pool, _opening = [], threading.Lock()


def pool():
    """Opened once, where it is used first: after eventlet has replaced what waits."""
    with _opening:
        if not _pool:
            _pool.append(
                ConnectionPool(hop.POSTGRES, min_size=CONNECTIONS, max_size=CONNECTIONS, kwargs={"autocommit": True})
            )
    return _pool[0]


class Hop:
    name = "peer"
    publish = Publisher(declare=[answered], delivery_mode=2, mandatory=False, use_confirms=True)

    @consume(queue=taken)
    def take(self, number):
        with pool().connection() as connection:
            hop.commit(connection, number)
        self.publish(hop.BODY, routing_key=hop.ANSWERED)


def fill(count):
    hop.declare_queues()
    with Connection(AMQP_URI) as connection:
        producer = connection.Producer()
        for number in range(count):
            producer.publish(number, routing_key=hop.TAKEN, delivery_mode=2, serializer="json")
