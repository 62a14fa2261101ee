// Her last plan on this phone, kept only where she asks for it, until she deletes it. It is never sent anywhere.

const PLAN = "carrywell.plan";

/** Her answers, the way through them and the day; null where nothing is kept, or the browser keeps nothing. */
function keptPlan() {
  try {
    return JSON.parse(localStorage[PLAN] ?? "null");
  } catch {
    return null;
  }
}

function deletePlan() {
  delete localStorage[PLAN];
}

/** Whether it could be kept. */
function keepPlan(state) {
  try {
    localStorage[PLAN] = JSON.stringify({ case: state.case, trail: state.trail, on: new Date().toISOString() });
    return true;
  } catch {
    return false;
  }
}

globalThis.document?.addEventListener("click", ({ target }) => {
  const pressed = target.closest?.("[data-keep-plan]");
  if (!pressed) return;
  const kept = keepPlan(JSON.parse(document.querySelector("main input[name=state]").value));
  const said = document.querySelector(kept ? "[data-kept]" : "[data-not-kept]");
  // On a page of the site: to where it is kept, which shows it.
  if (!said) return location.assign(`${document.documentElement.dataset.root}/offline?${kept ? "kept" : "not-kept"}`);
  said.hidden = false;
  pressed.hidden = kept;
});

/** Offered where it can be read again without a network: where the worker looks after this page. */
function offerToKeep() {
  if (!globalThis.navigator?.serviceWorker?.controller) return;
  for (const offered of document.querySelectorAll("[data-script]:has([data-keep-plan])")) offered.hidden = false;
}

globalThis.document?.addEventListener("shown", offerToKeep);
if (globalThis.document) offerToKeep();
