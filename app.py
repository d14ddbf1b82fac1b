"""The web application: `streamlit run app.py` serves the script `ramme.py` on http://localhost:8501."""

import streamlit as st
from starlette.middleware import Middleware

from pages.server import hooks, last_resort, routes, warmup
from pages.server.document import DanishDocument
from pages.server.scripts import DanishScripts
from pages.server.security import SecurityHeaders

hooks.install()

app = st.App(
    "ramme.py",
    middleware=[Middleware(SecurityHeaders), Middleware(DanishScripts), Middleware(DanishDocument)],
    routes=routes.routes(),
    lifespan=warmup.lifespan,
    on_script_error=last_resort.word,
)
