"""Sheets as plain data: what stands in which row and column, whatever writes or reads it."""
