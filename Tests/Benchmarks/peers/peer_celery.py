"""Celery: acknowledged after the task, quorum queues, confirmed publishing, results ignored."""

import threading

from celery import Celery
from kombu import Queue

import hop

app = Celery("peer_celery", broker=hop.AMQP.replace("amqp://", "pyamqp://"))
app.conf.update(
    task_acks_late=True,
    task_ignore_result=True,
    task_default_queue=hop.TAKEN,
    task_queues=[Queue(hop.TAKEN, queue_arguments=hop.QUORUM)],
    task_create_missing_queues=True,
    task_create_missing_queue_type="quorum",
    broker_transport_options={"confirm_publish": True},
    worker_prefetch_multiplier=10,
    worker_enable_remote_control=False,
)
local = threading.local()


@app.task(name="take")
def take(number):
    if not hasattr(local, "connection"):
        local.connection = hop.connect()
    hop.commit(local.connection, number)
    app.send_task("answer", args=[hop.BODY], queue=hop.ANSWERED)


def fill(count):
    hop.declare_queues()
    with app.producer_pool.acquire() as producer:
        for number in range(count):
            take.apply_async(args=[number], producer=producer)
