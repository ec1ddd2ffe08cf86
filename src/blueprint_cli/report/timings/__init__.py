"""One file a format of `timings`: `json.py` is `--format json`."""
