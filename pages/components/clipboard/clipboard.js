// A link that can be read, selected and copied, also where the browser lends no clipboard (plain http).

export async function draw({ data, parentElement }) {
  const [field, button, said] = ["input", "button", "[role=status]"].map((s) => parentElement.querySelector(s))
  field.value = data.link
  said.textContent = ""
  field.onfocus = () => field.select()
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.link)
    } catch {
      field.select()
      document.execCommand("copy")
    }
    said.textContent = "Kopieret"
  }
}
