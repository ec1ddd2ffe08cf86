"""How long a map of 200 steps takes to lay out and to write, against what `dot` needs to draw the result.

    python tests/benchmarks/drawing.py

CPU seconds, minima of several runs taken in turn; needs Graphviz's `dot` on the PATH.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.properties.test_drawing import synthetic

from blueprint_cli.model.blueprint import Blueprint
from blueprint_cli.model.routes import tell_routes
from blueprint_cli.render.drawing.arrows import arrows_of
from blueprint_cli.render.drawing.compose import compose
from blueprint_cli.render.drawing.content import content_of
from blueprint_cli.render.drawing.dot import dot_text
from blueprint_cli.render.drawing.layout import lay_out
from blueprint_cli.render.drawing.svg import svg_text
from blueprint_cli.render.drawing.theme import LIGHT

RUNS = 7


def drawn_by_dot(graph: Path) -> float:
    """CPU seconds of `dot -Tsvg`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["dot", "-Tsvg", str(graph), "-o", "/dev/null"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(steps: int) -> dict[str, float]:
    """The least time of each part."""
    blueprint = Blueprint.model_validate(synthetic(steps))
    tell_routes(blueprint)
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "map.gv"
        for _ in range(RUNS):
            content = content_of(blueprint, "en")
            links = arrows_of(content).links
            marks = [time.process_time()]
            lay_out(content, links)
            marks.append(time.process_time())
            scene = compose(blueprint)
            marks.append(time.process_time())
            svg_text(scene, LIGHT)
            marks.append(time.process_time())
            graph.write_text(dot_text(scene, LIGHT), encoding="utf-8")
            times = {
                "layout": marks[1] - marks[0],
                "whole scene": marks[2] - marks[1],
                "svg": marks[3] - marks[2],
            }
            times["dot"] = drawn_by_dot(graph)
            found = {name: min(found.get(name, 1e9), value) for name, value in times.items()}
    return found


def main() -> None:
    """Print a line for each size."""
    for steps in (10, 50, 200):
        times = measured(steps)
        told = ", ".join(f"{name} {value * 1000:.0f} ms" for name, value in times.items())
        print(f"{steps} steps: {told}; layout / dot {times['layout'] / times['dot']:.2f}")


if __name__ == "__main__":
    main()
