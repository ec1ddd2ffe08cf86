"""Telling a feeling or a judgement from a fact, by documented lists of words in English and French."""
