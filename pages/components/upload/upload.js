// A small table from a file or from the clipboard, in Danish.

// The text is shown before it is read, so it is decoded here, by the rule of `data.rows.text_of`: a file from an older
// Excel is in Windows-1252.
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
  const fits = (size) => {
    const small = size <= data.hoejst
    forText.textContent = small ? data.indsaet : data.forStor
    return small
  }
  file.onchange = async () => {
    const chosen = file.files[0]
    if (!chosen) return
    text.value = fits(chosen.size) ? decoded(await chosen.arrayBuffer()) : ""
    file.value = ""
    if (text.value) setTriggerValue("laest", text.value)
  }
  button.onclick = () => {
    if (fits(text.value.length)) setTriggerValue("laest", text.value)
  }
}
