"""From a blueprint to findings: rules are pure functions that yield problems by route; places come late."""
