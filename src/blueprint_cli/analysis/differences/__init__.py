"""What changed in the service between two maps, each edit once, and the figures that follow from it."""
