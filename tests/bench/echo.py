"""The bare server beside which ours is measured: stock handlers, no database. Takes a port."""

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402
from typing import Any  # noqa: E402

from flask import Flask  # noqa: E402
from flask_socketio import SocketIO, emit  # noqa: E402

app = Flask(__name__)
socketio = SocketIO(app, async_mode="gevent")


@app.get("/")
def up() -> str:
    return ""


@socketio.on("submit")  # type: ignore[untyped-decorator]
def submit(answer: Any) -> Any:
    return answer


@socketio.on("direct")  # type: ignore[untyped-decorator]
def direct(slide: Any) -> None:
    emit("slide", slide, broadcast=True)


if __name__ == "__main__":
    socketio.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_output=False)
