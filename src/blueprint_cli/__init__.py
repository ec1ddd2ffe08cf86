"""Service blueprints as plain YAML: checked, timed, drawn, and filled into a grid that comes back."""

__version__ = "0.1.0"
