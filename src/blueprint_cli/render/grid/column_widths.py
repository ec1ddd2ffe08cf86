"""How many points a character of a column's width is: files count widths in digits of their font, and programs make different points of them."""

EXCEL = 5.25
"""Excel: a digit of Arial 10 is seven pixels of 96 dpi. Least of all programs: a row high enough for it is so in every other."""
LIBREOFFICE, LIBREOFFICE_PADDING = 5.55, 1.0
"""LibreOffice: what it makes of an `.xlsx`. An `.ods` says points itself: with as many its texts break alike in both files."""
WIDEST = 5.6
"""A little more than LibreOffice's: pages that are broken by hand must hold their columns in every program."""
