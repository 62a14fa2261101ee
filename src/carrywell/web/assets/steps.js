// The next page without a page load: a form for /check goes by fetch, the answer takes this page's place.
// The browser's Back goes one step back, with her marks. Whatever goes wrong, the form is sent as without a script.

const PARTS = [".cw-header", "main", ".cw-footer"];
const WORDS_AFTER_MS = 300; // a quicker answer needs no word of waiting
const LONGEST_WAIT_MS = 20000;

let shown = null; // the kept page that is on the screen; null on a page that is no step
let asking = null; // ends the request under way

// Nothing of her diary goes into the tab: it must be gone when she signs out or deletes it.
const inDiary = () => /^(diary|account)\b/.test(location.pathname.slice(START.length));
const field = (name) => document.querySelector(`main input[name=${name}]`);
const isForHerAlone = () => field("page")?.value === "private";
const hasAnswers = () => Boolean(JSON.parse(field("state")?.value || "{}").case);

/** Her marks, the open folds, and how far down she is. */
function marks() {
  const inputs = [...document.querySelectorAll("main input:not([type=hidden])")];
  return {
    typed: inputs.map((input) => [input.id, input.type === "text" ? input.value : input.checked]),
    open: [...document.querySelectorAll("main details")].map((fold) => fold.open),
    down: scrollY,
  };
}

function putMarks({ typed = [], open = [], down = 0 }) {
  for (const [id, value] of typed) {
    const input = document.getElementById(id);
    if (input) input[input.type === "text" ? "value" : "checked"] = value;
  }
  document.querySelectorAll("main details").forEach((fold, at) => (fold.open = open[at] ?? fold.open));
  scrollTo(0, down);
}

/** Her marks, before the page goes. */
function keepMarks() {
  const page = shown && !isForHerAlone() && keptPage(shown);
  if (page) keep(shown, { ...page, ...marks() });
}

function keepShown(html) {
  if (isForHerAlone()) return;
  keep(shown, { html });
  if (hasAnswers()) setLast(shown);
}

function parsed(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!PARTS.every((part) => page.querySelector(part))) throw new Error("not a page of ours");
  return page;
}

function draw(page) {
  for (const part of PARTS) document.querySelector(part).replaceWith(page.querySelector(part));
  document.title = page.title;
  const place = document.querySelector(".nhsuk-error-summary") ?? document.querySelector("main h1");
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  document.dispatchEvent(new Event("shown"));
}

/** A kept page again; in place of one for her alone, or dropped, the last; where all is forgotten, the start. */
function reopen(id) {
  const from = keptPage(id) ? id : lastId();
  if (!from) return location.replace(START);
  history.replaceState({ step: from }, "");
  if (from === shown) return;
  const page = keptPage(from);
  shown = from;
  draw(parsed(page.html));
  putMarks(page);
  if (hasAnswers()) setLast(shown);
}

/** A page for her alone leaves no place in the history: the next takes it. */
function arrive(page, html, again) {
  const wasForHerAlone = isForHerAlone();
  keepMarks();
  if (!again) {
    shown = newId();
    history[wasForHerAlone ? "replaceState" : "pushState"]({ step: shown }, "", CHECK);
  }
  draw(page);
  if (!again) keepShown(html);
  scrollTo(0, 0);
}

async function step(form, button) {
  const fields = new URLSearchParams(new FormData(form));
  if (button?.name) fields.append(button.name, button.value);
  const mine = (asking = new AbortController());
  const done = waits(form, button);
  const patience = setTimeout(() => mine.abort(), LONGEST_WAIT_MS);
  try {
    const answer = await fetch(CHECK, { method: "POST", body: fields, signal: mine.signal });
    const html = await answer.text();
    if (![200, 422].includes(answer.status)) throw new Error(`answered ${answer.status}`);
    if (asking === mine) arrive(parsed(html), html, answer.status === 422);
  } catch {
    if (asking === mine) sendPlainly(form, button);
  } finally {
    clearTimeout(patience);
    done();
    if (asking === mine) asking = null;
  }
}

function stopAsking() {
  asking?.abort();
  asking = null;
}

function sendPlainly(form, button) {
  const pressed = Object.assign(document.createElement("input"), { type: "hidden" });
  if (button?.name) form.append(Object.assign(pressed, { name: button.name, value: button.value }));
  form.submit();
  pressed.remove();
}

/** Words of waiting, once the answer takes long enough to notice. Gives what takes them back. */
function waits(form, pressed) {
  const main = document.querySelector("main");
  const status = document.querySelector("[data-waiting]");
  const button = pressed?.matches(".cw-enter") ? form.querySelector("button:not(.cw-enter, .cw-back)") : pressed;
  const before = button && [...button.childNodes];
  main.setAttribute("aria-busy", "true");
  const timer = setTimeout(() => {
    status.textContent = status.dataset.waiting;
    button?.setAttribute("aria-busy", "true");
    button?.replaceChildren(status.dataset.waiting);
  }, WORDS_AFTER_MS);
  return () => {
    clearTimeout(timer);
    main.removeAttribute("aria-busy");
    status.textContent = "";
    button?.removeAttribute("aria-busy");
    button?.replaceChildren(...before);
  };
}

document.addEventListener("submit", (event) => {
  const to = event.submitter?.getAttribute("formaction") ?? event.target.getAttribute("action");
  if (to !== CHECK || event.target.method !== "post" || inDiary()) return;
  event.preventDefault();
  if (!asking) step(event.target, event.submitter);
});

addEventListener("popstate", ({ state }) => {
  if (!shown) return;
  if (!state?.step) return history.replaceState({ step: shown }, ""); // a jump within the page
  stopAsking();
  if (state.step === shown) return;
  keepMarks();
  reopen(state.step);
});

// The phone rings, or she follows a link: the browser may drop the page from here on.
document.addEventListener("visibilitychange", keepMarks);
addEventListener("pagehide", () => {
  keepMarks();
  if (isForHerAlone()) document.querySelector("main").replaceChildren();
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && shown && !keptPage(shown)) location.replace(START);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("a:not([href^='#'])")) stopAsking(); // she leads elsewhere: no late answer may lead her back
  // From the list of errors to the field, with no step in the history.
  const place = document.getElementById(event.target.closest(".nhsuk-error-summary a")?.hash.slice(1));
  if (!place) return;
  event.preventDefault();
  place.focus();
});

if (field("state") && !inDiary()) {
  history.scrollRestoration = "manual";
  const before = history.state?.step;
  if (before && location.pathname === CHECK && (keptPage(before) || lastId())) {
    reopen(before);
  } else {
    shown = before ?? newId();
    history.replaceState({ step: shown }, "");
    keepShown(document.documentElement.outerHTML);
  }
}
