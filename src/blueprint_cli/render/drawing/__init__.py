"""From a blueprint to a scene: cards and links, a grid, routes, labels; writers make svg and dot of it."""
