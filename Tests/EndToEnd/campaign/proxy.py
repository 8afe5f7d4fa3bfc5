"""A relay before PostgreSQL that can lose the answer to a COMMIT.

Services connect to it as to the server. Each line on its standard input asks it to swallow that many of
the next answers to a COMMIT: the server has committed, the connection breaks, and the client cannot know.
It says so on its standard output, one line each.
"""

import asyncio
import sys

TAG = b"COMMIT\0"  # the end of CommandComplete, as the server sends it
CHUNK = 65_536


class Relay:
    def __init__(self, host, port):
        self.host, self.port, self.wanted = host, port, 0

    async def serve(self, reader, writer):
        try:
            server_reader, server_writer = await asyncio.open_connection(self.host, self.port)
        except OSError:
            writer.close()
            return
        tasks = [
            asyncio.create_task(self.forward(reader, server_writer)),
            asyncio.create_task(self.answer(server_reader, writer))]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        for end in (writer, server_writer):
            end.close()

    async def forward(self, reader, writer):
        while data := await reader.read(CHUNK):
            writer.write(data)
            await writer.drain()

    async def answer(self, reader, writer):
        tail = b""
        while data := await reader.read(CHUNK):
            if self.wanted and TAG in tail + data:
                self.wanted -= 1
                print("swallowed", flush=True)
                writer.transport.abort()
                return
            tail = data[-len(TAG):]
            writer.write(data)
            await writer.drain()

    async def orders(self):
        loop = asyncio.get_running_loop()
        lines = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        while line := await lines.readline():
            self.wanted += int(line) if line.strip().isdigit() else 0


async def main():
    port, server_port = int(sys.argv[1]), int(sys.argv[2])
    relay = Relay("127.0.0.1", server_port)
    server = await asyncio.start_server(relay.serve, "127.0.0.1", port)
    async with server:
        await relay.orders()  # until standard input ends


asyncio.run(main())
