"""Reads API paths from standard input as a JSON list, and writes those that this Python lacks.

A path is a module, then member names, `#` standing for an instance: `sqlite3.Connection#cursor`.
"""

import importlib
import json
import sys

# What is called like a class and makes an instance of another one, or what only an instance has.
INSTANCES = {
    "threading.Lock": lambda load: load("threading").Lock(),
    "threading.RLock": lambda load: load("threading").RLock(),
    "threading.Condition": lambda load: load("threading").Condition(),
    "csv.reader": lambda load: load("csv").reader([]),
    "csv.writer": lambda load: load("csv").writer(sys.stderr),
    "select.poll": lambda load: load("select").poll(),
    "subprocess.Popen.stdout": lambda load: load("io").BufferedReader,
    "asyncio.run_coroutine_threadsafe": lambda load: load("concurrent.futures").Future,
    "multiprocessing.Connection": lambda load: load("multiprocessing.connection").Connection,
    **{
        f"multiprocessing.{name}": lambda load, name=name: getattr(load("multiprocessing"), name)()
        for name in ("Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Queue", "SimpleQueue", "JoinableQueue")
    },
    "multiprocessing.Barrier": lambda load: load("multiprocessing").Barrier(2),
}

# Members that only an instance shows: set when it is made, or passed on to what it wraps.
OF_INSTANCES = {
    "io.TextIOWrapper": {"raw", "readinto", "readall", "file"},
    "io.FileIO": {"raw", "file", "buffer"},
    "subprocess.Popen": {"stdout", "stderr"},
}

MISSING = object()


def attribute(owner, names):
    for name in names:
        owner = getattr(owner, name, MISSING)
    return owner


def resolve(path):
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        try:
            module = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        return attribute(module, parts[length:])
    return MISSING


def exists(path):
    owner, _, member = path.partition("#")
    found = INSTANCES[owner](importlib.import_module) if owner in INSTANCES else resolve(owner)
    if found is MISSING or member in ("", "*"):
        return found is not MISSING
    if member in OF_INSTANCES.get(owner, ()):
        return True
    # What a function gives can be iterated over, which only calling it would show.
    return hasattr(found, member) or (callable(found) and member in ("__iter__", "__next__"))


def main():
    asked = json.load(sys.stdin)
    own = [path for path in asked if path.split(".")[0] in sys.stdlib_module_names or path.startswith("builtins.")]
    missing = [path for path in own if not exists(path)]
    json.dump({"minor": sys.version_info[1], "asked": len(own), "missing": missing}, sys.stdout)


main()
