"""The grid and the flat sheets as a workbook."""
