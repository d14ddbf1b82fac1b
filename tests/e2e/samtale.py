"""Streamlit's own protocol, spoken without a browser: what somebody says who is no browser, and what is answered."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.e2e.server import PATIENCE, Server

FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class Answer:
    """What a run sent: its elements by kind, and whether the script came to its end."""

    elements: list[tuple[str, Message]] = field(default_factory=list)
    finished: bool = False

    def of(self, kind: str) -> list[Message]:
        """The elements of a kind, e.g. "alert"."""
        return [each for of, each in self.elements if of == kind]

    def widgets(self) -> list[str]:
        """The ids of everything on the page that can be set."""
        found = [str(getattr(each, "id", "")) for _, each in self.elements]
        return list(dict.fromkeys(each for each in found if each.startswith("$$ID")))


class Conversation:
    """One session on a server, at an address with a query."""

    def __init__(self, server: Server, address: str, query: str = "") -> None:
        self._address, self._query, self._url = address, query, server.url
        self._entered = ExitStack()
        self._socket: ClientConnection = self._entered.enter_context(
            connect(
                f"{server.url}/_stcore/stream".replace("http", "ws", 1),
                origin=Origin(server.url),
                subprotocols=[Subprotocol("streamlit")],
                max_size=None,
                proxy=None,
                open_timeout=PATIENCE,
            )
        )

    def run(self, states: Iterable[WidgetState] = ()) -> Answer:
        """Ask for a run with those states of widgets, and wait until it has ended."""
        said = BackMsg()
        said.rerun_script.query_string = self._query
        said.rerun_script.page_name = self._address
        said.rerun_script.widget_states.widgets.extend(states)
        said.rerun_script.context_info.url = f"{self._url}/{self._address}"
        said.rerun_script.context_info.timezone = "Europe/Copenhagen"
        said.rerun_script.context_info.locale = "da-DK"
        self._socket.send(said.SerializeToString())
        answer, message = Answer(), ForwardMsg()
        while True:
            message.ParseFromString(self._socket.recv(PATIENCE, decode=False))
            if message.HasField("delta") and message.delta.HasField("new_element"):
                kind = message.delta.new_element.WhichOneof("type")
                element = type(getattr(message.delta.new_element, kind))()
                element.CopyFrom(getattr(message.delta.new_element, kind))
                answer.elements.append((kind, element))
            if message.WhichOneof("type") == "script_finished":
                answer.finished = message.script_finished in FINISHED
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return answer

    def close(self) -> None:
        """Leave."""
        self._entered.close()

    def __enter__(self) -> Conversation:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
