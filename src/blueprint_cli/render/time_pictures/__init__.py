"""Pictures of time: the ladder of the longest path, and the Gantt chart by lane."""
