"""The map as text for a terminal."""
