// A small table from a file or from the clipboard, in Danish.

const LONGEST = 200000

// A file from an older Excel is in Windows-1252.
const decoded = (bytes) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

export async function draw({ data, parentElement, setTriggerValue }) {
  const [forFile, forText] = parentElement.querySelectorAll("label span")
  const [file, text, button] = ["input", "textarea", "button"].map((s) => parentElement.querySelector(s))
  forFile.textContent = data.fil
  forText.textContent = data.indsaet
  button.textContent = data.knap
  file.onchange = async () => {
    const chosen = file.files[0]
    if (!chosen) return
    forText.textContent = chosen.size > LONGEST ? data.forLang : data.indsaet
    text.value = chosen.size > LONGEST ? "" : decoded(await chosen.arrayBuffer())
    file.value = ""
    if (text.value) setTriggerValue("laest", text.value)
  }
  button.onclick = () => setTriggerValue("laest", text.value.slice(0, LONGEST))
}
