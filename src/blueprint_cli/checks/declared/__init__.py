"""Rules without code, declared in TOML in the format's own words, checked against the model when they are read."""
