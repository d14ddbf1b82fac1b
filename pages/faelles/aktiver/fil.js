// A small table from a file or from the clipboard, in Danish.

const LONGEST = 200000

export async function draw({ data, parentElement, setTriggerValue }) {
  const [forFile, forText] = parentElement.querySelectorAll("label span")
  const [file, text, button] = ["input", "textarea", "button"].map((s) => parentElement.querySelector(s))
  forFile.textContent = data.fil
  forText.textContent = data.indsaet
  button.textContent = data.knap
  file.onchange = async () => {
    const chosen = file.files[0]
    if (!chosen) return
    text.value = chosen.size > LONGEST ? "" : await chosen.text()
    if (chosen.size > LONGEST) forText.textContent = data.forLang
    else setTriggerValue("laest", text.value)
  }
  button.onclick = () => setTriggerValue("laest", text.value.slice(0, LONGEST))
}
