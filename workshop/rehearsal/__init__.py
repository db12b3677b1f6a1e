"""Rehearsal: simulated attendees who come in, follow the slides and answer, as strangers to the server."""
