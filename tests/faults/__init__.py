"""What goes wrong in a room: the server is killed, the disk fills up, a write fails."""
