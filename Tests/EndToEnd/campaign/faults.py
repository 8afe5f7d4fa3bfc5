"""Disturbs a running Amont at random until it is told to stop: what the campaign of faults is made of.

Usage: faults.py SEED SECONDS RUN_FOLDER ORDERS SERVER_PORT     PGPASSWORD, AMONT_RABBITMQCTL are set
Each fault is a method below; one line is printed for each that really happened. It ends after so many
seconds, or with SIGTERM; what it stopped or blocked runs again by then. ORDERS is the pipe of the proxy (proxy.py).
"""

import os
import pathlib
import random
import signal
import subprocess
import sys
import time

SERVICES = [
    "intake", "social-diagnosis", "debt-settlement", "rehousing", "court-liaison",
    "saga-orchestrator"]
PAUSE_SECONDS = (0.5, 3.0)  # between two faults
FREEZE_SECONDS = (0.5, 3.0)
ALARM_SECONDS = (0.5, 2.5)
MOST_SWALLOWED = 4  # answers to COMMIT lost in one fault
COMMAND_SECONDS = 30
AWAY_SECONDS = (0.0, 3.0)  # between the end of the broker's node and its next start
BOOT_SECONDS = 120


class Faults:
    def __init__(self, seed, run, orders, server_port):
        self.random = random.Random(seed)
        self.run, self.server_port = pathlib.Path(run), server_port
        self.orders = open(orders, "w", encoding="ascii", buffering=1)
        self.deck = []
        # Beside its tool lie the program that starts the node and the file of its process id.
        self.node = pathlib.Path(os.environ["AMONT_RABBITMQCTL"]).parent

    def pid(self):
        """A service that runs now."""
        name = self.random.choice(SERVICES) + "-1"
        try:
            return name, int((self.run / (name + ".pid")).read_text())
        except (OSError, ValueError):
            return name, None

    def signal(self, pid, number):
        try:
            os.kill(pid, number)
            return True
        except ProcessLookupError:
            return False

    def sql(self, statement):
        answer = subprocess.run(
            ["psql", "-X", "-q", "-A", "-t", "-h", "127.0.0.1", "-p", self.server_port, "-U",
             "postgres", "-d", "postgres", "-c", statement],
            capture_output=True, text=True, check=False, timeout=COMMAND_SECONDS)
        return answer.stdout.strip() if answer.returncode == 0 else ""

    def broker(self, *words, seconds=COMMAND_SECONDS):
        return subprocess.run(
            [os.environ["AMONT_RABBITMQCTL"], "-q", *words], capture_output=True, check=False,
            timeout=seconds).returncode == 0

    # --- the faults: each tells what it did, or nothing where it found nothing to disturb ------------

    def kill_a_service(self):
        name, pid = self.pid()
        return name if pid and self.signal(pid, signal.SIGKILL) else None

    def freeze_a_service(self):
        name, pid = self.pid()
        if not pid or not self.signal(pid, signal.SIGSTOP):
            return None
        time.sleep(self.random.uniform(*FREEZE_SECONDS))
        self.signal(pid, signal.SIGCONT)
        return name

    def cut_sessions_of_the_database(self):
        count = self.sql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename NOT IN ('postgres', 'amont_auditor')"
            f" AND backend_type = 'client backend' AND random() < {self.random.uniform(0.2, 1):.2f}")
        return count if count not in ("", "0") else None

    def crash_the_database(self):
        pid = self.sql(
            "SELECT pid FROM pg_stat_activity WHERE usename NOT IN ('postgres', 'amont_auditor')"
            " AND backend_type = 'client backend' ORDER BY random() LIMIT 1")
        return "backend" if pid and self.signal(int(pid), signal.SIGKILL) else None

    def cut_connections_of_the_broker(self):
        name = self.random.choice(SERVICES)
        return name if self.broker("close_all_user_connections", name, "campaign") else None

    def raise_an_alarm(self):
        if not self.broker("set_vm_memory_high_watermark", "absolute", "1MB"):
            return None
        time.sleep(self.random.uniform(*ALARM_SECONDS))
        return "memory" if self.broker("set_vm_memory_high_watermark", "0.4") else None

    def kill_the_broker(self):
        """The node itself, which starts again on what its disk has; it is ended by whoever started it first."""
        pid = int((self.node / "node.pid").read_text())
        if not self.signal(pid, signal.SIGKILL):
            return None
        time.sleep(self.random.uniform(*AWAY_SECONDS))
        with open(self.node / "again.log", "ab") as log:
            subprocess.Popen(
                [self.node / "rabbitmq-server"], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True)
        end = time.monotonic() + BOOT_SECONDS
        while not self.broker("await_startup", seconds=BOOT_SECONDS):
            if time.monotonic() > end:
                sys.exit("the broker did not start again")
            time.sleep(0.5)
        return "node"

    def swallow_answers_to_commits(self):
        self.orders.write(f"{self.random.randint(1, MOST_SWALLOWED)}\n")
        return "asked"

    def once(self):
        """The next of a shuffled deck, so that each kind comes before one comes again."""
        if not self.deck:
            self.deck = [
                self.kill_a_service, self.freeze_a_service, self.cut_sessions_of_the_database,
                self.crash_the_database, self.cut_connections_of_the_broker, self.raise_an_alarm,
                self.kill_the_broker,
                self.swallow_answers_to_commits, self.swallow_answers_to_commits]
            self.random.shuffle(self.deck)
        fault = self.deck.pop()
        done = fault()
        if done is not None:
            print(f"{fault.__name__}: {done}", flush=True)


def main():
    faults = Faults(sys.argv[1], *sys.argv[3:6])
    end = time.monotonic() + float(sys.argv[2])
    stopping = []
    signal.signal(signal.SIGTERM, lambda *_: stopping.append(True))
    while not stopping and time.monotonic() < end:
        time.sleep(faults.random.uniform(*PAUSE_SECONDS))
        faults.once()


main()
