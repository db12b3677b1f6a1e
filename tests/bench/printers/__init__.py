"""Who prints the same cards: ours, by one process and by two, and three that print anything.

Each is imported only where it is measured.

All have the fonts of static/vendor, a page of A6 for each side (ours: four cards on an A4), heading and QR
code on the front, and on the back the message at 11 points (ours: at the size that fits) and its sender.
"""
