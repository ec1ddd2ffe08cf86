"""One file a format of `diff`: `json.py` is `--format json`; pictures and workbooks of it stand in `render/differences`."""
