"""The views of one blueprint: a module has `compose(blueprint, options) -> Scene`, and its name is what `--view` takes."""
