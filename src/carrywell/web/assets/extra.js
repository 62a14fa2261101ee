// A script that only some pages need. It looks by itself at each page shown after that.

function loadExtra() {
  const wanted = document.querySelector("[data-script]");
  if (wanted) import(wanted.dataset.script);
}

loadExtra();
document.addEventListener("shown", loadExtra);
