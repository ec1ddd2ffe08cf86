"""One file a picture of `diff`: `svg.py` is `--format svg`; texts of it stand in `report/differences`."""
