// Lets people see the password that they type, which matters most on a phone.

const password = /** @type {HTMLInputElement} */ (document.getElementById("password"));
const show = /** @type {HTMLInputElement} */ (document.getElementById("show-password"));

/** @type {HTMLElement} */ (show.closest("label")).hidden = false;
show.addEventListener("change", () => {
  password.type = show.checked ? "text" : "password";
});
password.form?.addEventListener("submit", () => {
  password.type = "password"; // so that no browser keeps it among typed texts
});
