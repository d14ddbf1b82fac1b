"""Who may read the app and add rows to it: by login, by where the request comes from, or nobody."""
