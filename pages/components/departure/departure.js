// Leave for the address, as a link does.

export function draw({ data }) {
  location.assign(new URL(data.til, document.baseURI))
}
