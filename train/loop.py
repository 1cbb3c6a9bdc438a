"""The training loop: mixed batches, AdamW, a warm-up and a straight fall of the rate, checkpoints on the way."""

import json
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from train import losses
from train.batches import Batch
from train.network import Reader

SAVE_EVERY = 600
"""Seconds between checkpoints within an epoch."""
LOG_EVERY = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn. A step reads `parts` batches of `tokens` places, dealt to `workers` threads.

    `minutes` ends a run early, with the rate fallen to nothing all the same: then the run depends on the clock, and
    the card says how many steps it had. Dropout's draws fall to the threads as they come, so that two runs of one
    plan differ in the last digits.
    """

    stage: str
    epochs: int
    tokens: int = 512
    parts: int = 4
    workers: int = 2
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    seed: int = 20261125
    minutes: float = 0.0
    half: bool = True


def train(
    reader: Reader,
    plan: Plan,
    epoch_batches: Callable[[int, random.Random], list[Batch]],
    folder: Path,
    before: tuple[dict[str, object], ...] = (),
) -> list[dict[str, float]]:
    """Train in place; a checkpoint after every epoch and every SAVE_EVERY seconds. Gives the log's rows.

    `before` are the plans of the stages that made the weights one starts from.
    """
    draw = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    folder.mkdir(parents=True, exist_ok=True)
    optimizer = _optimizer(reader, plan)
    log: list[dict[str, float]] = []
    began = saved = time.monotonic()
    sums: dict[str, list[float]] = {}
    pieces = 0
    pool = ThreadPoolExecutor(plan.workers)
    for done, (epoch, place, count, parts) in enumerate(_stream(plan, draw, epoch_batches), 1):
        spent = (time.monotonic() - began) / 60
        progress = max((epoch + place / count) / plan.epochs, spent / plan.minutes if plan.minutes else 0.0)
        if progress >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * min(progress / plan.warm_up, (1 - progress) / (1 - plan.warm_up), 1.0)
        _step(reader, optimizer, parts, plan, pool, sums)
        pieces += sum(int(one.mask.sum()) for one in parts)
        if done % LOG_EVERY == 0:
            row = {"step": done, "progress": progress, "pieces_per_s": pieces / (time.monotonic() - began)}
            log.append(row | {name: sum(values) / len(values) for name, values in sums.items()})
            print(json.dumps({name: round(value, 4) for name, value in log[-1].items()}), flush=True)
            sums = {}
        if place + 1 == count or time.monotonic() - saved > SAVE_EVERY:
            save(reader, plan, folder, log, before)
            saved = time.monotonic()
    save(reader, plan, folder, log, before)
    return log


def _stream(
    plan: Plan, draw: random.Random, epoch_batches: Callable[[int, random.Random], list[Batch]]
) -> Iterator[tuple[int, int, int, list[Batch]]]:
    for epoch in range(plan.epochs):
        whole = epoch_batches(epoch, draw)
        steps = [whole[n : n + plan.parts] for n in range(0, len(whole), plan.parts)]
        for place, parts in enumerate(steps):
            yield epoch, place, len(steps), parts


def _optimizer(reader: Reader, plan: Plan) -> torch.optim.Optimizer:
    """Word and position vectors stay frozen: most words of other wars never occur in training."""
    reader.train()
    for frozen in (reader.encoder.words, reader.encoder.positions):
        frozen.weight.requires_grad_(False)
    groups = []
    for part, rate in ((reader.encoder, plan.rate), (reader.heads, plan.head_rate)):
        for decay in (0.01, 0.0):
            some = [p for p in part.parameters() if p.requires_grad and (p.dim() > 1) == (decay > 0)]
            groups.append({"params": some, "full": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, lr=plan.rate)


def _step(
    reader: Reader,
    optimizer: torch.optim.Optimizer,
    parts: list[Batch],
    plan: Plan,
    pool: ThreadPoolExecutor,
    sums: dict[str, list[float]],
) -> None:
    """One step over some parts, each worker taking the next: a core that others use slows one part, not all."""
    learned = [p for p in reader.parameters() if p.requires_grad]
    answers = list(pool.map(lambda one: _gradients(reader, learned, one, plan.half), parts))
    for n, parameter in enumerate(learned):
        given = [gradients[n] for gradients, _ in answers if gradients[n] is not None]
        parameter.grad = torch.stack(given).sum(0).div_(len(parts)) if given else None
    torch.nn.utils.clip_grad_norm_(learned, 1.0)
    optimizer.step()
    for _, found in answers:
        for name, value in found.items():
            sums.setdefault(name, []).append(value)


def _gradients(
    reader: Reader, learned: list[torch.nn.Parameter], one: Batch, half: bool
) -> tuple[tuple[torch.Tensor | None, ...], dict[str, float]]:
    found = losses.loss(reader, one, half)
    gradients = torch.autograd.grad(losses.total(found), learned, allow_unused=True)
    return gradients, {name: value.item() for name, value in found.items()}


def save(
    reader: Reader, plan: Plan, folder: Path, log: list[dict[str, float]], before: tuple[dict[str, object], ...] = ()
) -> None:
    """Write weights, plan and log; a stop in the midst leaves the old file whole."""
    part = folder / "weights.part"
    torch.save(reader.state_dict(), part)
    part.replace(folder / "weights.pt")
    (folder / "log.json").write_text(json.dumps({"before": before, "plan": asdict(plan), "log": log}), encoding="utf-8")
