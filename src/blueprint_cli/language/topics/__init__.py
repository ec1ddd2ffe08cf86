"""Words of one topic, in every language: a file holds the topic's shape and its table for each of them."""
