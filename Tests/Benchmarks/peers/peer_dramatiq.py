"""dramatiq: acknowledged after the actor, confirmed publishing, processes of several threads."""

import threading

import dramatiq
from dramatiq.brokers.rabbitmq import RabbitmqBroker

import hop


class QuorumBroker(RabbitmqBroker):
    """The library has no setting for it."""

    def _build_queue_arguments(self, queue_name):
        return {**super()._build_queue_arguments(queue_name), **hop.QUORUM}


broker = QuorumBroker(url=hop.AMQP, confirm_delivery=True, middleware=[])
dramatiq.set_broker(broker)
local = threading.local()


@dramatiq.actor(queue_name=hop.TAKEN)
def take(number):
    if not hasattr(local, "connection"):
        local.connection = hop.connect()
    hop.commit(local.connection, number)
    answer.send(hop.BODY)


@dramatiq.actor(queue_name=hop.ANSWERED)
def answer(body):
    """Nobody takes answers: workers are told to serve the other queue alone."""


def fill(count):
    for queue in (hop.TAKEN, hop.ANSWERED):
        broker.declare_queue(queue, ensure=True)
    for number in range(count):
        take.send(number)
