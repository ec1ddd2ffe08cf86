"""The map of systems: which step hangs on which system, and who feeds whom."""
