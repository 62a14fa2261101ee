// The print button is hidden until a script makes it work.

function showPrint() {
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
}

showPrint();
document.addEventListener("shown", showPrint);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
