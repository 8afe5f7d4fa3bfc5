"""FastStream: handlers run as many at once as the broker may have in flight; confirms are on."""

from faststream import ContextRepo, FastStream
from faststream.rabbit import Channel, QueueType, RabbitBroker, RabbitQueue
from psycopg_pool import AsyncConnectionPool

import hop

CONNECTIONS = 20
broker = RabbitBroker(hop.AMQP, default_channel=Channel(prefetch_count=5 * CONNECTIONS))
app = FastStream(broker)
taken = RabbitQueue(hop.TAKEN, queue_type=QueueType.QUORUM, durable=True)
pool = AsyncConnectionPool(
    hop.POSTGRES, min_size=CONNECTIONS, max_size=CONNECTIONS, kwargs={"autocommit": True}, open=False
)


@app.on_startup
async def open_pool(context: ContextRepo):
    await pool.open(wait=True)


@broker.subscriber(taken)
async def take(number: int):
    async with pool.connection() as connection:
        await hop.commit_async(connection, number)
    await broker.publish(hop.BODY, queue=hop.ANSWERED, persist=True, mandatory=True)


async def fill(count):
    hop.declare_queues()
    await broker.connect()
    for number in range(count):
        await broker.publish(number, queue=hop.TAKEN, persist=True)
    await broker.stop()
