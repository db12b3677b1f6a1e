"""The live connections. Handlers sit on the Socket.IO server itself: Flask's request context would cost
two thirds of an answer. Each does little: see who asks, call one function, answer."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import gevent
import msgspec
from flask import Flask
from flask_socketio import SocketIO
from socketio import packet
from socketio.exceptions import ConnectionRefusedError as Unwelcome
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header, parse_cookie

from workshop import language
from workshop.kinds.shared import Shared
from workshop.live.orders import MOST_BYTES, decoded, phone_command, presenter_command
from workshop.live.remotes import cookie_name
from workshop.live.rooms import SHARE_EVERY_SECONDS, LiveRoom, News
from workshop.live.seen import beside, is_thinking
from workshop.live.stage import Stage
from workshop.live.told import said_news
from workshop.live.websocket import WebSocket
from workshop.rate import Rate
from workshop.refused import Refused
from workshop.tongue import Tongue, told, tongue

PAUSE = 0.005
"""Seconds before the next message is read of a page that was just refused one, so that a page gone wild takes
two hundred refusals a second of everybody's time and no more."""
LOOKS_PER_MINUTE = 120
"""How often a page may ask for all that it shows, before it has to wait for it."""


@dataclass(slots=True)
class Phone:
    """A connected phone."""

    live: LiveRoom
    participant: str
    tongue: Tongue


@dataclass(slots=True)
class Screen:
    """A connected projector, presenter's page, remote control or preview."""

    live: LiveRoom
    presents: bool
    language: str
    """In which whoever looks is answered."""
    remote: str = ""
    """Which remote control it is; its pairing is looked at again with each command."""
    preview: str = ""
    """The key with which it looks along: it is told no more than which slide is on."""


class Sockets:
    """Who is connected, what they may ask, and what they are told."""

    def __init__(self, app: Flask, stage: Stage, may_present: "MayPresent") -> None:
        self.stage = stage
        self._may_present = may_present
        self._app = app
        self._here: dict[str, Phone | Screen] = {}
        self._looks = Rate(LOOKS_PER_MINUTE)
        self._tongues: defaultdict[int, Counter[Tongue]] = defaultdict(Counter)
        """How many phones of a workshop read the same languages: a slide is drawn once for all of them."""
        self.socketio = SocketIO(
            app,
            async_mode="gevent",
            async_handlers=False,  # a greenlet a message would cost more than the message
            transports=["websocket"],
            cors_allowed_origins=self._is_our_origin,
            max_http_buffer_size=MOST_BYTES,
            ping_interval=20,
            ping_timeout=20,
            serializer=_Packet,
            logger=False,
        )
        self.server = self.socketio.server
        self.server.eio._async["websocket"] = WebSocket
        self.server.on("connect", self._connect)
        self.server.on("disconnect", self._disconnect)
        self.server.on("submit", self._submit)
        self.server.on("direct", self._direct)
        self.server.on("state", self._state)
        self.server.on("slides", self._slides)
        stage.rooms.tell = self.tell
        stage.address_changed = self.tell_address
        stage.turn_out = self.turn_out

    def tell(self, live: LiveRoom, news: News) -> None:
        """Sends the news of a room to those who show it."""
        if news.slide:
            for reads, _phones_here in self._tongues[live.id].most_common():
                self._emit("slide", self.stage.screens.phone(live, reads), _phones(live.id, reads))
                gevent.sleep(0)  # these messages are on their way before the next are drawn
            self._emit("slide", self.stage.screens.projector(live), _projectors(live.id))
            self._emit("slide", self.stage.screens.presenter(live), _presenters(live.id))
            self._emit("slide", self.stage.screens.preview(live), _previews(live.id))
            return
        projector, presenter = self.stage.screens.news(live, news)
        self._emit("news", projector, _projectors(live.id))
        self._emit("news", presenter, _presenters(live.id))
        self._share_soon(live, news)

    def tell_address(self) -> None:
        """Sends the new address to projectors and presenters; phones on the old one are cut off."""
        for live in {id(who.live): who.live for who in self._here.values()}.values():
            message = self.stage.join_data(live)
            self._emit("address", message, _projectors(live.id))
            self._emit("address", message, _presenters(live.id))

    def turn_out(self, workshop_id: int) -> None:
        """Cuts off the remotes and the previews of a workshop that may not be here any more."""
        for sid, who in list(self._here.items()):
            if isinstance(who, Screen) and who.live.id == workshop_id and not self._may_stay(who):
                self.server.disconnect(sid)

    def _may_stay(self, who: Screen) -> bool:
        if who.remote:
            return self.stage.is_paired(who.live.id, who.remote)
        try:
            return not who.preview or bool(self.stage.preview(who.preview))
        except Refused:
            return False

    def _share_soon(self, live: LiveRoom, news: News) -> None:
        shared = {
            id_: answer for id_, answer in news.answers.items() if live.deck.asked(answer.slide, Shared)
        }
        if shared and not live.unshared:
            gevent.spawn_later(SHARE_EVERY_SECONDS, self._share, live)
        live.unshared.update(shared)

    def _share(self, live: LiveRoom) -> None:
        """Tells phones of the answers that everybody may see, of the slides that they show."""
        answers, live.unshared = live.unshared, {}
        for number in dict.fromkeys(answer.slide for answer in answers.values()):
            if not self._is_shared(live, number):
                continue
            of_slide = [answer for answer in answers.values() if answer.slide == number]
            if of_slide and not (number == live.room.slide and is_thinking(live)):
                said = said_news(live, number, of_slide)
                for reads in list(self._tongues[live.id]):
                    self._emit("said", said, _phones(live.id, reads))

    def _is_shared(self, live: LiveRoom, number: int) -> bool:
        """Whether phones show what people say on a slide."""
        return live.is_free or number in (live.room.slide, beside(live, live.room.slide))

    def _is_our_origin(self, origin: str | None, environ: dict[str, Any]) -> bool:
        if origin is None:
            return True  # no browser: it has no cookies of ours either
        forwarded = environ.get("HTTP_X_FORWARDED_HOST", "") if self.stage.settings.proxies else ""
        hosts = {environ.get("HTTP_HOST", ""), forwarded} - {""}
        public = self.stage.settings.public_url
        return origin == public or urlsplit(origin).netloc in hosts

    def _connect(self, sid: str, environ: dict[str, Any], auth: Any) -> None:
        if not isinstance(auth, dict):
            raise Unwelcome("token")
        try:
            if "token" in auth:
                self._connect_phone(sid, auth)
            elif "projector" in auth:
                self._connect_projector(sid, str(auth["projector"]))
            elif "preview" in auth:
                self._connect_preview(sid, str(auth["preview"]))
            elif "remote" in auth:
                self._connect_remote(sid, environ, auth["remote"])
            else:
                self._connect_presenter(sid, environ, auth.get("presenter"))
        except Refused as refused:
            raise Unwelcome(refused.code) from refused

    def _connect_phone(self, sid: str, auth: dict[str, Any]) -> None:
        live, participant = self.stage.phone(str(auth["token"]))
        reads = told(live.deck.languages, str(auth.get("words", "")), str(auth.get("interface", "")))
        before = live.people.get(participant)
        live.people[participant] = sid
        self._here[sid] = Phone(live, participant, reads)
        self._tongues[live.id][reads] += 1
        self.server.enter_room(sid, _phones(live.id, reads))
        if before is not None:
            # The newest wins: the old one is another tab, or a line that is dead without knowing it.
            gevent.spawn(self._move, before)
        self.stage.join(live, participant)
        live.people_changed()

    def _connect_projector(self, sid: str, key: str) -> None:
        live = self.stage.projected(key)
        self._here[sid] = Screen(live, presents=False, language=live.deck.language)
        self.server.enter_room(sid, _projectors(live.id))

    def _connect_preview(self, sid: str, key: str) -> None:
        live, _with_notes = self.stage.preview(key)
        self._here[sid] = Screen(live, presents=False, language=live.deck.language, preview=key)
        self.server.enter_room(sid, _previews(live.id))

    def _connect_remote(self, sid: str, environ: dict[str, Any], workshop_id: Any) -> None:
        if not isinstance(workshop_id, int):
            raise Unwelcome("token")
        badge = parse_cookie(environ).get(cookie_name(workshop_id), "")
        live, remote = self.stage.remote(workshop_id, badge)
        speaks = _asked_for(environ, live.deck.language)
        self._here[sid] = Screen(live, presents=True, language=speaks, remote=remote)
        self.server.enter_room(sid, _presenters(live.id))
        live.remotes += 1
        live.people_changed()

    def _connect_presenter(self, sid: str, environ: dict[str, Any], workshop_id: Any) -> None:
        if not isinstance(workshop_id, int) or not self._may_present(environ, workshop_id):
            raise Unwelcome("token")
        live = self.stage.rooms.by_id(workshop_id)
        self._here[sid] = Screen(live, presents=True, language=_asked_for(environ, live.deck.language))
        self.server.enter_room(sid, _presenters(live.id))

    def _move(self, sid: str) -> None:
        self.server.emit("moved", to=sid)
        gevent.sleep(1)  # lets the message go out before the line is closed
        self.server.disconnect(sid)

    def _disconnect(self, sid: str, _reason: str) -> None:
        who = self._here.pop(sid, None)
        if isinstance(who, Phone):
            self._leave(who.live.id, who.tongue)
        if isinstance(who, Phone) and who.live.people.get(who.participant) == sid:
            del who.live.people[who.participant]
            who.live.people_changed()
        elif isinstance(who, Screen) and who.remote:
            who.live.remotes -= 1
            who.live.people_changed()

    def _leave(self, workshop_id: int, reads: Tongue) -> None:
        phones = self._tongues[workshop_id]
        phones[reads] -= 1
        if not phones[reads]:
            del phones[reads]

    def _submit(self, sid: str, data: Any = None) -> dict[str, Any]:
        who = self._here.get(sid)
        if not isinstance(who, Phone):
            return {"error": "token"}
        words, interface = who.tongue
        language.speak(interface, among=words)
        said = answered(lambda: self.stage.submit(who.live, who.participant, phone_command(data), words))
        if "error" in said:
            gevent.sleep(PAUSE)
        return said

    def _direct(self, sid: str, data: Any = None) -> dict[str, Any]:
        who = self._here.get(sid)
        if not isinstance(who, Screen) or not who.presents or not self._may_stay(who):
            return {"error": "token"}
        language.speak(who.language)
        return answered(lambda: self.stage.direct(who.live, presenter_command(data)))

    def _state(self, sid: str, data: Any = None) -> dict[str, Any]:
        who = self._here.get(sid)
        if who is None:
            return {"error": "token"}
        while not self._looks.allows(sid):
            gevent.sleep(1)
        if isinstance(who, Phone):
            return self.stage.phone_state(who.live, who.participant, who.tongue, _own_slide(data))
        if who.presents:
            return self.stage.presenter_state(who.live)
        if who.preview:
            return self.stage.screens.preview(who.live)
        return self.stage.projector_state(who.live)

    def _slides(self, sid: str, data: Any = None) -> dict[str, Any]:
        who = self._here.get(sid)
        if not isinstance(who, Screen) or not who.presents:
            return {"error": "token"}
        pictures = isinstance(data, dict) and bool(data.get("pictures"))
        return {"slides": self.stage.screens.overview(who.live, pictures=pictures)}

    def _emit(self, event: str, data: dict[str, Any], audience: str) -> None:
        self.server.emit(event, data, room=audience)


MayPresent = Callable[[dict[str, Any], int], bool]
"""Whether the signed-in person of a handshake may direct a workshop."""


def answered(act: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What `act` gives, or the refusal, as a page expects it."""
    try:
        return act()
    except Refused as refused:
        return refusal(refused)


def refusal(refused: Refused) -> dict[str, Any]:
    """A refusal as a page expects it."""
    fields = getattr(refused, "fields", None)
    return {
        "error": refused.code,
        "text": refused.text,
        "again": refused.again,
        **({"fields": fields} if fields else {}),
    }


def _own_slide(data: Any) -> int | None:
    """Where a phone is that goes at its own pace."""
    slide = data.get("slide") if isinstance(data, dict) else None
    return slide if isinstance(slide, int) else None


def _asked_for(environ: dict[str, Any], otherwise: str) -> str:
    """The language of ours that a browser asks for in its handshake."""
    asked = parse_accept_header(environ.get("HTTP_ACCEPT_LANGUAGE"), LanguageAccept)
    return tongue([otherwise], "", asked.values()).interface


def _phones(workshop_id: int, reads: Tongue) -> str:
    return f"phones:{workshop_id}:{reads.words}:{reads.interface}"


def _projectors(workshop_id: int) -> str:
    return f"projectors:{workshop_id}"


def _presenters(workshop_id: int) -> str:
    return f"presenters:{workshop_id}"


def _previews(workshop_id: int) -> str:
    return f"previews:{workshop_id}"


class _Json:
    """msgspec's JSON, in the form that Socket.IO asks for."""

    _encode = msgspec.json.Encoder().encode

    @classmethod
    def dumps(cls, data: Any, **_options: Any) -> str:
        return cls._encode(data).decode()

    @classmethod
    def loads(cls, text: str | bytes, **_options: Any) -> Any:
        return decoded(text)


class _Packet(packet.Packet):  # type: ignore[misc]
    uses_binary_events = False  # nothing of ours is binary: no need to look for it in each message
    json = _Json
