"""Workbooks from outside, read within bounds: whatever the file, little memory, little time, clear words."""
