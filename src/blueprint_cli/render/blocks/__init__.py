"""Blocks of text with pills, and what pictures made of them share: heading and legend."""
