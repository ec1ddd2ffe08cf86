"""The built-in themes: a module has a `THEME`, and its name is what `--theme` takes."""
