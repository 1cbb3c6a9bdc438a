"""The training loop: mixed batches, AdamW, a warm-up and a straight fall of the rate, checkpoints on the way."""

import json
import random
import time
from collections.abc import Callable, Iterator
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
    """How long and how fast to learn. `minutes` ends a run early, with the rate fallen to nothing all the same."""

    stage: str
    epochs: int
    tokens: int = 2048
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
    for done, (epoch, place, count, one) in enumerate(_stream(plan, draw, epoch_batches), 1):
        spent = (time.monotonic() - began) / 60
        progress = max((epoch + place / count) / plan.epochs, spent / plan.minutes if plan.minutes else 0.0)
        if progress >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * min(progress / plan.warm_up, (1 - progress) / (1 - plan.warm_up), 1.0)
        _step(reader, optimizer, one, plan, sums)
        pieces += int(one.mask.sum())
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
) -> Iterator[tuple[int, int, int, Batch]]:
    for epoch in range(plan.epochs):
        all_of_it = epoch_batches(epoch, draw)
        for place, one in enumerate(all_of_it):
            yield epoch, place, len(all_of_it), one


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
    reader: Reader, optimizer: torch.optim.Optimizer, one: Batch, plan: Plan, sums: dict[str, list[float]]
) -> None:
    with torch.autocast("cpu", torch.bfloat16, enabled=plan.half):
        found = losses.loss(reader, one)
    optimizer.zero_grad()
    losses.total(found).backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    for name, value in found.items():
        sums.setdefault(name, []).append(value.item())


def save(
    reader: Reader, plan: Plan, folder: Path, log: list[dict[str, float]], before: tuple[dict[str, object], ...] = ()
) -> None:
    """Write weights, plan and log; a stop in the midst leaves the old file whole."""
    part = folder / "weights.part"
    torch.save(reader.state_dict(), part)
    part.replace(folder / "weights.pt")
    (folder / "log.json").write_text(json.dumps({"before": before, "plan": asdict(plan), "log": log}), encoding="utf-8")
