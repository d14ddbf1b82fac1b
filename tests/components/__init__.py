"""The components' scripts, each alone in Chromium: no server, and what it fetches comes from the project."""
