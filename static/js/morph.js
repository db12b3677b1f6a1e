// Changes what an element shows into new HTML of the server, touching only what differs: what stays keeps its
// place, so that a bar grows and does not jump.

/** @param {HTMLElement} element @param {string} html */
export function morph(element, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  morphChildren(element, template.content);
}

function morphChildren(here, there) {
  const wanted = [...there.childNodes];
  for (const [index, node] of wanted.entries()) {
    const present = here.childNodes[index];
    if (!present) here.append(node);
    else if (isAlike(present, node)) morphNode(present, node);
    else present.replaceWith(node);
  }
  while (here.childNodes.length > wanted.length) here.lastChild.remove();
}

function isAlike(present, node) {
  return present.nodeName === node.nodeName && present.dataset?.key === node.dataset?.key;
}

function morphNode(present, node) {
  if (present.nodeType === Node.TEXT_NODE) {
    if (present.data !== node.data) present.data = node.data;
    return;
  }
  for (const { name } of [...present.attributes]) if (!node.hasAttribute(name)) present.removeAttribute(name);
  for (const { name, value } of node.attributes) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
  morphChildren(present, node);
}
