"""Grids that were made elsewhere: a workshop's, a template's, a consultant's own."""
