"""The server under load: start, fifty clients at once, memory. Run by hand: `python tests/benchmarks/load.py`."""

import asyncio
import json
import re
import time
from pathlib import Path

import httpx
from serving import ROOT, served

CLIENTS, SECONDS, QUESTIONS = 50, 60.0, 5000


def gold():
    """The questions of the gold files without a history: those that have a figure, and all of them."""
    lines = [
        line for file in sorted((ROOT / "tests/gold").glob("*.jsonl")) for line in file.open(encoding="utf-8")
    ]
    asked = [question for question in map(json.loads, lines) if not question.get("history")]
    return [q["question"] for q in asked if q["expect"]["kind"] == "number"], [q["question"] for q in asked]


def memory(process):
    """The resident memory of the server in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


async def load(address, questions, until):
    """Latencies and errors of all clients, each asking one question after the other until it is told to stop."""
    taken, errors = [], []

    async def client(number):
        async with httpx.AsyncClient(base_url=address, timeout=60) as http:
            at = number * 37
            while not until(len(taken)):
                start = time.perf_counter()
                answer = await http.post("/api/ask", json={"question": questions[at % len(questions)]})
                taken.append(time.perf_counter() - start)
                errors.extend([answer.text] if answer.status_code != 200 else [])
                at += 1

    start = time.perf_counter()
    await asyncio.gather(*map(client, range(CLIENTS)))
    return sorted(taken), errors, time.perf_counter() - start


def tell(name, taken, errors, seconds):
    p95 = taken[int(len(taken) * 0.95)]
    print(
        f"{name}: {len(taken) / seconds:.0f} answers a second, p95 {p95 * 1000:.0f} ms, {len(errors)} errors"
    )


def main():
    figures, mixed = gold()
    start = time.perf_counter()
    with served() as (server, address):
        answer = httpx.post(f"{address}/api/ask", json={"question": figures[0]}, timeout=60)
        print(f"start to the first answer: {time.perf_counter() - start:.1f} s ({answer.json()['status']})")
        page = httpx.get(address, timeout=60)
        print(f"start to the page: {time.perf_counter() - start:.1f} s ({page.status_code})")
        for name, questions in (("figures", figures), ("all questions", mixed)):
            end = time.perf_counter() + SECONDS
            tell(name, *asyncio.run(load(address, questions, lambda _, end=end: time.perf_counter() > end)))
        before = memory(server)
        asyncio.run(load(address, mixed, lambda done: done >= QUESTIONS))
        after = memory(server)
        print(
            f"memory: {before:.0f} MB, after {QUESTIONS} more questions {after:.0f} MB ({after / before - 1:+.1%})"
        )


if __name__ == "__main__":
    main()
