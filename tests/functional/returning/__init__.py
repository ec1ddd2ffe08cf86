"""A map, and LibreOffice as the client who edits its workbook."""
