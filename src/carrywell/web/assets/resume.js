// Back after a phone call: the start offers to go on. Starting over forgets it all, and so does leaving quickly.

function offerToGoOn() {
  const id = lastId();
  if (field("page")?.value !== "status" || hasAnswers() || !id) return;
  const offer = document.getElementById("resume").content.cloneNode(true);
  offer.querySelector("button").addEventListener("click", () => {
    history.pushState({ step: id }, "", CHECK);
    reopen(id);
  });
  document.querySelector("main h1").after(offer);
}

if (document.querySelector("[data-forget]")) forget(); // signed out, deleted, or kept in the diary
offerToGoOn();
document.addEventListener("shown", () => {
  if (location.pathname === START) offerToGoOn(); // elsewhere she is in the middle of it
});

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest(`.cw-alone[href="${START}"]`)) forget(); // every "Start over" is such a link
  const out = event.target.closest(".cw-header__exit");
  if (!out) return;
  event.preventDefault();
  forget();
  document.title = out.hostname;
  document.body.replaceChildren();
  location.replace(out.href); // in place of this page, so that Back does not lead to it
});
