"""What a client did to a workbook, found by comparing three sides, and written into the file by small edits."""
