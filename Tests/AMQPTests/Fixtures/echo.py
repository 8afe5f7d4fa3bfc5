"""Takes one message off a queue and publishes it to another, unchanged, with another AMQP library.

Usage: echo.py FROM TO    with the variables AMONT_TEST_AMQP_* of Tests/run; needs pika.
"""

import os
import sys

import pika

setting = {name: os.environ["AMONT_TEST_AMQP_" + name] for name in
           ("HOST", "PORT", "USER", "PASSWORD", "VHOST")}
connection = pika.BlockingConnection(pika.ConnectionParameters(
    setting["HOST"], int(setting["PORT"]), setting["VHOST"],
    pika.PlainCredentials(setting["USER"], setting["PASSWORD"])))
channel = connection.channel()
channel.confirm_delivery()
method, properties, body = channel.basic_get(sys.argv[1], auto_ack=True)
channel.basic_publish("", sys.argv[2], body, properties, mandatory=True)
connection.close()
