"""Words, durations, money and typography in English and French: the lowest floor, which knows no blueprint."""
