"""Items of lists put in, taken out and carried elsewhere with their comments; the text around them stays as it is."""
