// The pages work without this. It opens the note beside the text without moving the text; Escape leads back to the mark.
"use strict";
let last = null;
for (const mark of document.querySelectorAll("a.mark")) {
  mark.addEventListener("click", (event) => {
    const card = document.getElementById(mark.hash.slice(1));
    const notes = document.querySelector(".notes");
    last = mark;
    if (!card || !notes || getComputedStyle(notes).position !== "sticky") return;
    event.preventDefault();
    history.replaceState(null, "", mark.hash);
    for (const other of document.querySelectorAll(".card.chosen")) other.classList.remove("chosen");
    card.classList.add("chosen");
    notes.scrollTop += card.getBoundingClientRect().top - notes.getBoundingClientRect().top - 8;
    card.focus({ preventScroll: true });
  });
}
document.addEventListener("keydown", (event) => {
  const card = event.key === "Escape" && document.activeElement.closest(".card");
  if (!card) return;
  const mark = last && last.hash === `#${card.id}` ? last : document.querySelector(`a.mark[href="#${card.id}"]`);
  if (mark) mark.focus();
});
// A reference is copied with one click; without this it is marked and copied as any text.
for (const words of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () =>
    navigator.clipboard.writeText(words.dataset.copy).then(
      () => { button.textContent = "Copied"; },
      () => { getSelection().selectAllChildren(words); button.textContent = "Marked: copy it"; },
    ));
  words.before(button);
}
