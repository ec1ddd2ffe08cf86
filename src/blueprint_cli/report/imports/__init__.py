"""What a client changed in a workbook, for people and for programs: `import --format`."""
