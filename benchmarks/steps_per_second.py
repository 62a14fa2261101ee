"""How many interview steps the real server answers a second: `python -m benchmarks.steps_per_second`, or `make bench`.

Two workers, the full list of middleware, and this client on the same cores, so the server has a little less than it
would by itself. Twice: many ways that part from each other and that nobody went before (pages that are the same for
everyone are kept), and three whole ways through. First as many steps as it can take, then at half the rate how long a
step takes: steps come then at their own time, whether or not earlier ones are answered, and a step that had to wait
counts with its waiting.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.real_server import RealServer, many_ways, real_server, whole_ways

WORKERS = 2
CONNECTIONS = 16
EARLIER, WAYS = 300, 60  # women who answer each in her own way: those before, and those who are measured
STEPS_TARGET = 1_500
P99_LIMIT_MS = 50.0
WARMING_SECONDS, SECONDS = 2.0, 6.0


def steps_per_second() -> None:
    with real_server(WORKERS) as server:
        many_ways(server.port, range(EARLIER))
        many = [_request(body, server.port) for body in many_ways(server.port, range(EARLIER, EARLIER + WAYS))]
        asyncio.run(as_many_as_it_takes(server.port, many, WARMING_SECONDS))
        _most(server, many)
        requests = [_request(body, server.port) for _, body in whole_ways(server.port)]
        asyncio.run(as_many_as_it_takes(server.port, requests, WARMING_SECONDS))
        rate = _most(server, requests)
        half = min(rate, STEPS_TARGET) / 2
        times = asyncio.run(_at_a_rate(server.port, requests, half))
        p99 = statistics.quantiles(times, n=100)[98]
        print(
            f"at {half:.0f} steps a second: median {statistics.median(times):.1f} ms, 99th percentile {p99:.1f} ms = "
            f"{p99 / P99_LIMIT_MS:.0%} of {P99_LIMIT_MS:g} ms"
        )


def _most(server: RealServer, requests: list[bytes]) -> float:
    own, its, begin = time.process_time(), server.processor_seconds(), time.perf_counter()
    steps = asyncio.run(as_many_as_it_takes(server.port, requests, SECONDS))
    seconds = time.perf_counter() - begin
    own, its = time.process_time() - own, server.processor_seconds() - its
    print(
        f"interview steps: {steps / seconds:.0f} a second with {WORKERS} workers = "
        f"{steps / seconds / STEPS_TARGET:.0%} of {STEPS_TARGET} ({len(requests)} different steps by turns)"
    )
    print(
        f"a step takes {its / steps * 1000:.2f} ms of the processor: at most {WORKERS * steps / its:.0f} a second on "
        f"{WORKERS} cores of their own (the server had {its / seconds:.1f} cores here, this client {own / seconds:.2f})"
    )
    return steps / seconds


def _request(body: str, port: int) -> bytes:
    head = (
        f"POST /check HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\naccept-encoding: gzip\r\n"
        f"content-type: application/x-www-form-urlencoded\r\ncontent-length: {len(body.encode())}\r\n\r\n"
    )
    return (head + body).encode()


async def as_many_as_it_takes(
    port: int, requests: Sequence[bytes], seconds: float, connections: int = CONNECTIONS
) -> int:
    """Each connection sends its next step as soon as the last one is answered. The number of steps answered."""
    until = time.perf_counter() + seconds

    async def client(start: int) -> int:
        connection, count = await _Connection.to(port), 0
        while time.perf_counter() < until:
            await connection.send(requests[(start + count) % len(requests)])
            count += 1
        connection.close()
        return count

    spread = len(requests) / connections
    return sum(await asyncio.gather(*(client(round(number * spread)) for number in range(connections))))


async def _at_a_rate(port: int, requests: list[bytes], rate: float) -> list[float]:
    """How long each step took in ms, from the moment at which it was due."""
    begin, times = time.perf_counter() + 0.1, list[float]()
    dues = ((begin + number / rate, request) for number, request in enumerate(itertools.cycle(requests)))
    due_steps: Iterator[tuple[float, bytes]] = itertools.takewhile(lambda step: step[0] < begin + SECONDS, dues)

    async def client() -> None:
        connection = await _Connection.to(port)
        for due, request in due_steps:  # shared by all: whoever is free takes the next
            if (early := due - time.perf_counter()) > 0:
                await asyncio.sleep(early)
            await connection.send(request)
            times.append((time.perf_counter() - due) * 1000)
        connection.close()

    await asyncio.gather(*(client() for _ in range(CONNECTIONS)))
    return times


@dataclass
class _Connection(asyncio.Protocol):
    """One kept-open connection; knows as much of HTTP as it takes to see where an answer ends."""

    received: bytearray = field(default_factory=bytearray)
    answered: asyncio.Future[None] | None = None

    @classmethod
    async def to(cls, port: int) -> _Connection:
        _, made = await asyncio.get_running_loop().create_connection(cls, "127.0.0.1", port)
        return made

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.received += data
        head, _, body = bytes(self.received).partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0] or -1)
        if len(body) == length and self.answered is not None:
            ok = head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 302"))
            self.received.clear()
            self.answered.set_result(None) if ok else self.answered.set_exception(AssertionError(head.decode()))

    async def send(self, request: bytes) -> None:
        self.answered = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        await self.answered

    def close(self) -> None:
        self.transport.close()


if __name__ == "__main__":
    steps_per_second()
