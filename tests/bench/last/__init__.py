"""
Load: many visitors at once over the app's own web socket, each opening a shared link and then moving a slider.

`skabelon` takes a browser's own messages as the template, `besoegende` is the process that plays the visitors, `maal`
starts server and visitors and reads what came of it, and `idiomatisk` is the same page in plain Streamlit.
`udholdenhed` lets visitors come and go for as long as one likes, before a server that `tjener` gives a window into.
"""
