"""Findings and figures as text for people and machines; every report is a pure function that returns what to print."""
