"""`python -m train prepare|train|export|check|evaluate`."""

import argparse
import json
import os
import sys
from pathlib import Path

from train.places import CHECKPOINTS, EXPORT, encoder_folder


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m train", description="Train the compact reader.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("prepare", help="data files to prepared examples")
    learn = commands.add_parser("train", help="one stage of training")
    learn.add_argument("stage", choices=("polnear", "claims", "open"))
    learn.add_argument("--name", help="checkpoint to write; default: the stage")
    learn.add_argument("--start", help="checkpoint to begin from; default: the pretrained encoder")
    learn.add_argument("--epochs", type=int, default=3)
    learn.add_argument("--minutes", type=float, default=0.0, help="end within this time")
    learn.add_argument("--tokens", type=int, default=512, help="places a batch; a step has four batches")
    learn.add_argument("--rate", type=float, default=1.5e-4)
    learn.add_argument("--head-rate", type=float, default=1e-3)
    learn.add_argument("--seed", type=int, default=20261125)
    learn.add_argument("--everything", action="store_true", help="train on the held-out articles too")
    for name, what in (
        ("export", "write the int8 network, its vocabulary, labels and card"),
        ("balance", "choose how readily quotes begin, on held-out articles"),
        ("check", "compare torch, ONNX and int8"),
        ("evaluate", "measure on the dev sets"),
    ):
        command = commands.add_parser(name, help=what)
        command.add_argument("checkpoint")
        command.add_argument("--out", type=Path, default=EXPORT)
        if name == "evaluate":
            command.add_argument("--int8", action="store_true", help="measure the exported network, for its card")
            command.add_argument("--articles", type=int, default=0, help="at most so many a set; 0: all")
    given = parser.parse_args(arguments)
    return _run(given)


def _run(given: argparse.Namespace) -> int:
    if given.command == "prepare":
        from train.prepare import prepare

        print(json.dumps(prepare()))
        return 0
    if given.command == "train":
        return _train(given)
    from train import balance, card, check, evaluate, export

    checkpoint = CHECKPOINTS / given.checkpoint
    if given.command == "export":
        found = export.export(checkpoint, given.out)
    elif given.command == "balance":
        found = balance.choose(checkpoint)
    elif given.command == "check":
        found = check.check(checkpoint, given.out)
    else:
        found = evaluate.evaluate(checkpoint, given.out / "model.onnx" if given.int8 else None, given.articles)
        if given.int8 and not given.articles:
            card.write(checkpoint, given.out)
    print(json.dumps(found, indent=1))
    return 0 if found.get("passed", True) else 1


def _train(given: argparse.Namespace) -> int:
    os.environ["OMP_NUM_THREADS"] = "1"  # the loop's own workers are the only threads
    import torch

    from train import card, loop, stages
    from train.encoder import pretrained
    from train.network import Reader

    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    reader = Reader(pretrained(encoder_folder() / "model.safetensors"))
    before: tuple[dict[str, object], ...] = ()
    if given.start:
        start = CHECKPOINTS / given.start
        reader.load_state_dict(torch.load(start / "weights.pt", weights_only=True), strict=False)  # heads added since
        before = card.stages(json.loads((start / "log.json").read_text(encoding="utf-8")))
    plan = loop.Plan(
        given.stage,
        given.epochs,
        given.tokens,
        rate=given.rate,
        head_rate=given.head_rate,
        seed=given.seed,
        minutes=given.minutes,
    )
    mixer = stages.Mixer(given.stage, plan.tokens, given.everything)
    loop.train(reader, plan, mixer.epoch, CHECKPOINTS / (given.name or given.stage), before)
    return 0


if __name__ == "__main__":
    sys.exit(main())
