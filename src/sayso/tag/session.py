"""The network of one process: opened at first use, one thread, one window at a time."""

import functools
import os
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.tag.labels import OUTPUTS
from sayso.tag.model_files import ANEW, NETWORK, ModelError, ModelFiles

Answer = dict[str, NDArray[np.float32]]
"""The network's outputs by name, each [pieces, ...], with [CLS] first and [SEP] last."""


class Network:
    """Reads windows of pieces. Make it with `network`."""

    def __init__(self, files: ModelFiles) -> None:
        """Checks the file against its hash, then opens it. Raises ModelError saying what to do."""
        import onnxruntime  # type: ignore[import-untyped,unused-ignore] # ships no types

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = 3
        options.use_deterministic_compute = True
        data, path = files.data(NETWORK), files.path(NETWORK)
        try:
            self._session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the library's errors share no base class
            raise ModelError(f"{path} does not open ({error}); {ANEW}") from error
        given = {one.name for one in self._session.get_outputs()}
        missing = [name for name in OUTPUTS if name not in given]
        if missing:
            raise ModelError(f"{path} gives no {', '.join(missing)}; it is no model for this version of sayso")

    def read(self, ids: list[int]) -> Answer:
        """What the network says of one window. `ids` carry [CLS] and [SEP]."""
        row = np.asarray([ids], np.int64)
        found: list[Any] = self._session.run(list(OUTPUTS), {"input_ids": row, "attention_mask": np.ones_like(row)})
        return {name: value[0] for name, value in zip(OUTPUTS, found, strict=True)}


def network(files: ModelFiles) -> Network:
    """The network of this process, opened once. Raises ModelError."""
    return _opened(files, os.getpid())


@functools.lru_cache(maxsize=4)
def _opened(files: ModelFiles, process: int) -> Network:  # noqa: ARG001 - the cache's key
    """A child that was forked opens its own: threads do not cross a fork."""
    return Network(files)
