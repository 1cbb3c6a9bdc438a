"""`python -m bench NAME`: one bench a file; each has `configure(parser)` and `run(options) -> exit code`."""

import argparse
import importlib
import sys

from bench.files import DataMissing

BENCHES = {
    "claims": "attributed claims against gold: found, tight, sourced, denials, figures",
    "seed": "the same on the seed page",
    "fakes": "whole articles against crowd answers: where, who, how, how many, when",
    "dates": "date and time expressions and their values",
    "attribution": "source, cue and content spans against gold, of the rules or of a tagger",
    "names": "names with their types against gold, of the rules or of a tagger",
    "linear": "time of every rule on hostile text: n, 4n, 16n",
    "speed": "articles per second of the whole path",
    "gate": "every figure against its floor; --raise lifts the floors",
}

MODULES = {"dates": "dates_command", "names": "names_command"}
"""Where the command is not in the file of the bench's name."""


def main(argv: list[str] | None = None) -> int:
    """Run one bench. Exit codes: 0 good, 1 below a floor or a bound, 2 usage or data missing."""
    words = sys.argv[1:] if argv is None else argv
    if not words or words[0] not in BENCHES:
        asked = words[:1] in (["-h"], ["--help"])
        known = "\n".join(f"  {name:12s}{what}" for name, what in BENCHES.items())
        print(f"python -m bench NAME [--help], where NAME is one of\n{known}", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    name, *others = words
    bench = importlib.import_module(f"bench.{MODULES.get(name, name)}")
    parser = argparse.ArgumentParser(prog=f"python -m bench {name}", description=BENCHES[name])
    bench.configure(parser)
    options = parser.parse_args(others)
    try:
        return int(bench.run(options))
    except BrokenPipeError:  # the reader of a pipe had enough
        sys.stdout = None  # nothing more to flush at exit
        return 0
    except DataMissing as missing:
        print(f"bench {name}: {missing}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
