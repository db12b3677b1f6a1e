// From the workshop to the page of a card that this phone sent: with its token in a form, which no address shows.

/** @param {HTMLElement|null} button @param {string} token @param {string|undefined} id the card's; one that an older
 *  page sent has none */
export function leadToCard(button, token, id) {
  if (!button) return;
  button.hidden = !id;
  button.onclick = () => post(button.dataset.card, { token, id });
}

/** @param {string} action @param {Record<string, string>} fields */
function post(action, fields) {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action, hidden: true });
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    Object.assign(field, { name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
