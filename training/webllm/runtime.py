"""TVM's web runtime as object files, from the sources inside the wheel: runtime and compiler therefore match.

Compiled once a version and kept in build/; the library's link (library.py) takes them from there.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
BUILD = HERE / "build"
STAND_INS = HERE / "stand_ins"
UNITS = ["wasm_runtime", "webgpu_runtime", "tvmjs_support"]
# Remote calls and sorting on the processor: web-llm uses neither.
LEFT_OUT = ("src/runtime/rpc/", "src/runtime/extra/contrib/sort/")
FLAGS = ["-O3", "-std=c++17", "-w", "-DDMLC_USE_LOGGING_LIBRARY=<tvm/runtime/logging.h>"]


def package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is missing: pip install -r training/webllm/requirements.txt")
    return Path(spec.origin).parent


def header_package(name: str) -> Path:
    """A package that is never imported: only its headers are used."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is missing: pip install --no-deps apache-tvm-tirx==0.1.0a4")
    return Path(next(iter(spec.submodule_search_locations)))


def source_tree(folder: Path) -> Path:
    """The wheel's sources laid out as the repository's, with the parts left out that are not needed."""
    tvm, ffi = package("tvm"), package("tvm_ffi")
    # Copied, not linked: the sources include one another by relative paths, which a linked folder would lead astray.
    for copy, source in ((folder / "src/runtime", tvm / "src/runtime"), (folder / "3rdparty/tvm-ffi/src", ffi / "src"),
                         (folder / "src/support", STAND_INS / "support")):
        shutil.copytree(source, copy, dirs_exist_ok=True)
    emcc = folder / "web/emcc"
    emcc.mkdir(parents=True, exist_ok=True)
    for unit in UNITS:
        text = (tvm / f"web/emcc/{unit}.cc").read_text()
        if unit == "tvmjs_support":
            text = text[: text.index("\nnamespace tvm {")]  # from there on it is all about remote sessions
        kept = [line for line in text.splitlines() if not (line.startswith("#include") and any(part in line for part in LEFT_OUT))]
        (emcc / f"{unit}.cc").write_text("\n".join(kept) + "\n")
    return folder


def include_flags(tree: Path) -> list[str]:
    ffi = package("tvm_ffi")
    folders = [tree, STAND_INS, package("tvm") / "include", header_package("tvm_tirx") / "include", ffi / "include",
               ffi / "3rdparty/dlpack/include"]
    return [f"-I{folder}" for folder in folders]


def runtime_objects() -> list[Path]:
    stand_ins = b"".join(path.read_bytes() for path in sorted(STAND_INS.rglob("*.h")))
    key = hashlib.sha256(f"{version('apache-tvm')} {version('apache-tvm-ffi')} {FLAGS}".encode() + stand_ins).hexdigest()[:12]
    folder = BUILD / f"runtime-{key}"
    tree = source_tree(folder / "tree")
    objects = []
    for unit in UNITS:
        output = folder / f"{unit}.o"
        if not output.exists():
            print(f"compiling {unit}")
            beside = output.with_suffix(".tmp.o")
            subprocess.run(["emcc", *FLAGS, *include_flags(tree), "-c", str(tree / f"web/emcc/{unit}.cc"), "-o", str(beside)], check=True)
            beside.rename(output)
        objects.append(output)
    return objects


if __name__ == "__main__":
    print(*runtime_objects(), sep="\n")
