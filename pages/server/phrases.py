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
        "`${i.flat().length} more`": "`${i.flat().length} flere`",
        '"aria-label":`Sidebar`': '"aria-label":`Menu`',
        '"aria-label":`Expand sidebar`': '"aria-label":`Åbn menuen`',
        '"aria-label":`Collapse sidebar`': '"aria-label":`Luk menuen`',
        '"aria-label":`Main menu`': '"aria-label":`Hovedmenu`',
        '"aria-label":`Notifications`': '"aria-label":`Beskeder`',
        '"aria-label":`Running...`': '"aria-label":`Arbejder …`',
        # Below a button whose file does not come.
        "`Connection closed`": "`Forbindelsen blev afbrudt. Prøv igen.`",
        "`Request timed out`": "`Filen tog for lang tid. Prøv igen.`",
        "`Cannot send backend operation request: not connected to server`": "`Ingen forbindelse. Prøv igen.`",
    },
    "DownloadButton": {
        "`Download failed`": "`Filen kunne ikke hentes. Prøv igen.`",
        "`Deferred download not properly configured`": "`Filen kunne ikke hentes. Prøv igen.`",
    },
    "StreamlitMarkdown": {
        # A sign in a text stands beside the words that say the same; read aloud it has only its English name.
        "role:`img`,ariaLabel:n+` icon`": "ariaHidden:`true`",
        "`Help`": "`Hjælp`",
        "`Help for ${": "`Hjælp til ${",
    },
    "DeckGlJsonChart": {
        "zoomInLabel:`Zoom In`": "zoomInLabel:`Zoom ind`",
        "zoomOutLabel:`Zoom Out`": "zoomOutLabel:`Zoom ud`",
        "compassLabel:`Reset North`": "compassLabel:`Nord opad`",
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

MARKUP: Mapping[str, Mapping[str, str]] = {
    "index": {
        # On a phone the menu's links are items (<li>) in <div>s, and those in a <ul>: they are links, and no list.
        '"data-testid":`stSidebarNavItems`,children:': '"data-testid":`stSidebarNavItems`,role:`none`,children:',
        "let a=t.pageName;return c(VC,{children:": "let a=t.pageName;return c(VC,{role:`none`,children:",
    },
    # How many there are to choose of is read aloud in this language.
    "Multiselect": {"{locale:`en-US`,": "{locale:`da-DK`,"},
    "Selectbox": {"{locale:`en-US`,": "{locale:`da-DK`,"},
}
"""What Streamlit tells a screen reader wrongly, by its script as above, and what is told here."""


def danish(script: str, text: str) -> str:
    """Return a script's text with its phrases in Danish; `script` is the file's name, e.g. `index.DormvYxC.js`."""
    name = script.partition(".")[0]
    for written, ours in (*PHRASES.get(name, {}).items(), *MARKUP.get(name, {}).items()):
        text = text.replace(written, ours)
    return text
