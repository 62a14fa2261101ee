// The print button needs a script, so it is hidden until there is one.

function showPrint() {
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
}

showPrint();
document.addEventListener("shown", showPrint);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
