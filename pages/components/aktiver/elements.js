// The elements that the components' scripts are made of.

export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value)
  made.append(...children.filter((child) => child !== undefined && child !== null))
  return made
}
