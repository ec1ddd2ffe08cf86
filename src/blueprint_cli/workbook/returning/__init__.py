"""A workbook of ours that comes back: what was sent, and where each fact stands now."""
