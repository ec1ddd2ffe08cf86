"""One file a format: `svg.py` is `--to svg`. A format has `render(blueprint, options) -> bytes`; its docstring is its help."""
