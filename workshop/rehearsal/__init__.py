"""Rehearsal: simulated attendees who come in, follow the slides and answer."""
