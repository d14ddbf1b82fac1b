"""What of Streamlit's own interface is written in its scripts, and meets people here, in Danish."""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, Mapping[str, str]] = {
    "index": {
        # The line of `forbindelse.js` says it, and lies over nothing.
        "this.state.connectionErrorDismissed||this.showError(`Connection error`,e,BO.CONNECTION_ERROR)": "e",
        "`Connecting`": "`Forbinder`",
        "`Connecting to Streamlit server`": "`Forbinder til serveren`",
        "`Unable to connect to Streamlit server`": "`Ingen forbindelse til serveren`",
        "Skip to main content": "Gå til indholdet",
        "Page not found": "Siden findes ikke",
        "The page that you have requested does not seem to exist": "Der er ingen side på den adresse",
        "Running the app's main page.": "Forsiden vises i stedet.",
        '"aria-label":`Close`': '"aria-label":`Luk`',
        '"aria-label":`App pages`': '"aria-label":`Sider`',
        '"aria-label":`Sidebar`': '"aria-label":`Menu`',
        '"aria-label":`Expand sidebar`': '"aria-label":`Åbn menuen`',
        '"aria-label":`Collapse sidebar`': '"aria-label":`Luk menuen`',
        '"aria-label":`Main menu`': '"aria-label":`Hovedmenu`',
        '"aria-label":`Notifications`': '"aria-label":`Beskeder`',
        '"aria-label":`Running...`': '"aria-label":`Arbejder …`',
    },
    "StreamlitMarkdown": {
        # A sign in a text stands beside the words that say the same; read aloud it has only its English name.
        "role:`img`,ariaLabel:n+` icon`": "ariaHidden:`true`",
        "`Help`": "`Hjælp`",
        "`Help for ${": "`Hjælp til ${",
    },
    "axios": {
        "`Request failed with status code `": "`Serveren tog ikke imod. Fejl `",
    },
    "FileUploader": {
        " files are not allowed.`": "-filer kan ikke bruges her.`",
        "Drag and drop a file here": "Træk en fil hertil",
        "`Upload`": "`Vælg fil`",
        " per file`": " pr. fil`",
        '"aria-label":`Add files`': '"aria-label":`Tilføj filer`',
    },
    "Multiselect": {
        "No results": "Ingen passer",
        "Select all": "Vælg alle",
        "Clear all": "Ryd alle",
        '"aria-label":`Remove ${': '"aria-label":`Fjern ${',
        '"aria-label":`Open`': '"aria-label":`Åbn`',
        '"aria-label":`Selected values`': '"aria-label":`Valgte`',
    },
    "Selectbox": {
        "No results": "Ingen passer",
        '"aria-label":`Open`': '"aria-label":`Åbn`',
        '"aria-label":`Clear value`': '"aria-label":`Ryd valget`',
    },
    "TextInput": {
        '"aria-label":`Clear entry`': '"aria-label":`Ryd feltet`',
    },
    "Toolbar": {
        "label:`Fullscreen`": "label:`Fuld skærm`",
        "`Close fullscreen`": "`Luk fuld skærm`",
    },
    "utils": {
        "Choose an option": "Vælg",
        "Choose options": "Vælg",
        "File must be ": "Filen må højst fylde ",
        " or smaller.": ".",
        "children:[`Error: `,": "children:[`Fejl: `,",
        '"aria-label":`file upload`': '"aria-label":`Vælg fil`',
    },
}
"""By the beginning of a script's name (there may be several with one): what is written there, and what we say."""


def danish(script: str, text: str) -> str:
    """Return a script's text with its phrases in Danish; `script` is the file's name, e.g. `index.DormvYxC.js`."""
    for english, ours in PHRASES.get(script.partition(".")[0], {}).items():
        text = text.replace(english, ours)
    return text
