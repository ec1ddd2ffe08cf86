"""From a path to a blueprint: text with exact places, then the model, then its catalogues."""
