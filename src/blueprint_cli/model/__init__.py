"""The vocabulary: what a blueprint is, as frozen pydantic models; no input or output, no YAML."""
