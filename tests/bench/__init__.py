"""How fast it is, beside a bare Flask-SocketIO server: `make bench`, or `python -m tests.bench --help`."""
