"""From findings or a workbook to changes of the YAML text, each verified by reloading."""
