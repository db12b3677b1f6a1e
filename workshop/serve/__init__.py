"""Running it: the web process, the worker process, and both together."""
