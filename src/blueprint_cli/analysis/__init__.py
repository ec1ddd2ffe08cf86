"""From a blueprint to numbers: times, order, ways through, hand-overs; no input or output, whole seconds or exact fractions."""
