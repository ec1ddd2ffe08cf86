"""The M/M/c queue: random arrivals, random work, c equal servers, one line, nobody leaves it.

Erlang C, as in Hillier and Lieberman, *Introduction to Operations Research*, chapter on queueing theory.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

ASSUMPTIONS = "arrivals and work at random (M/M/c), one line, first come first served, nobody gives up"
_MOST_SERVERS = 500


class Queue(NamedTuple):
    """Means of a stable queue, exact: waiting, in the system (cases); time waiting and in the system (seconds)."""

    waiting: Fraction
    inside: Fraction
    wait_s: Fraction
    stay_s: Fraction


def queue(arrivals: Fraction, services: Fraction, servers: int) -> Queue | None:
    """The queue of so many arrivals and services (of one server) a second; None where it would grow without end."""
    if not 0 < servers <= _MOST_SERVERS or arrivals <= 0 or arrivals >= servers * services:
        return None
    offered = arrivals / services
    blocked = Fraction(1)  # Erlang B, by its recursion over the number of servers
    for count in range(1, servers + 1):
        blocked = offered * blocked / (count + offered * blocked)
    busy = offered / servers
    delayed = blocked / (1 - busy * (1 - blocked))
    waiting = delayed * busy / (1 - busy)
    return Queue(waiting, waiting + offered, waiting / arrivals, waiting / arrivals + 1 / services)
