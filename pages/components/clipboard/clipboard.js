// A link that can be read, selected and copied, also where the browser lends no clipboard (plain http).

export async function draw({ data, parentElement }) {
  const [label, field, button, said] = ["label", "input", "button", "[role=status]"].map((s) => parentElement.querySelector(s))
  label.querySelector("span").textContent = data.label
  field.value = data.tekst
  said.textContent = ""
  field.onfocus = () => field.select()
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.tekst)
    } catch {
      field.select()
      document.execCommand("copy")
    }
    said.textContent = "Kopieret"
  }
}
