// A script that only some pages need is loaded only there. It looks by itself at each page that is shown after that.

function loadExtra() {
  const wanted = document.querySelector("[data-script]");
  if (wanted) import(wanted.dataset.script);
}

loadExtra();
document.addEventListener("shown", loadExtra);
