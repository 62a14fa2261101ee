// Opens the check on the page that the phone keeps: only from a bundle whose content has the hash that the page names.

// Beside the pages that the tab keeps (assets/kept.js), under their name, so that it is forgotten with them: when she
// starts over, when she leaves quickly, and after two hours.
const [TAB, SAVED_AT] = ["carrywell.page.offline", "carrywell.saved"];

// At an address of her diary or account this page has taken the place of an answer that did not come.
const HERS = /^(\/[^/]+)?\/(diary|account)(\/|$)/;

function keepInTab(kept) {
  try {
    sessionStorage[TAB] = JSON.stringify(kept);
    sessionStorage[SAVED_AT] = Date.now();
  } catch {
    // the browser keeps nothing: a reload starts anew
  }
}

function keptInTab() {
  try {
    const kept = JSON.parse(sessionStorage[TAB] ?? "null");
    return kept?.state.case ? kept : null;
  } catch {
    return null;
  }
}

async function hashOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What she had just sent when the network failed, as the worker has it: the fields of her form, or null. */
function sentJustNow() {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return Promise.resolve(null);
  return new Promise((told) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => told(data);
    worker.postMessage({ asks: "sent" }, [port2]);
    setTimeout(told, 1000, null);
  });
}

/** Where an interrupted check goes on. False where there was none. */
function goesOn(check, fields) {
  const form = new FormData();
  for (const [name, value] of fields ?? []) form.append(name, value);
  if (!form.has("page")) return false;
  try {
    check.state = { case: null, trail: [], ...JSON.parse(form.get("state") || "{}") };
    const seen = form.get("page");
    check.opens({ page: check.state.case || ABOUT.includes(seen) ? seen : "status", state: check.state });
    if (!form.has("again")) check.answer(seen, form);
    return true;
  } catch {
    check.state = { case: null, trail: [] };
    return false;
  }
}

/** How old what the phone keeps is: in days since it was last found to be what the site has. */
async function sayAge(note) {
  const renewed = await caches.match(note.dataset.renewed);
  if (!renewed) return;
  const days = Math.floor((Date.now() - Number(await renewed.text())) / DAY_MS);
  const key = days < 1 ? "today" : days < OLD_DAYS ? "days" : "old";
  note.textContent = note.dataset[key].replace("{days}", days);
}

async function openOffline(place) {
  const [answer, fields] = await Promise.all([fetch(place.dataset.bundle), sentJustNow()]);
  const bytes = await answer.arrayBuffer();
  if ((await hashOf(bytes)) !== place.dataset.digest) throw new Error("not the bundle that this page names");
  const rules = prepare(JSON.parse(new TextDecoder().decode(bytes)));
  const check = new OfflineCheck(document.getElementById("offline-page"), rules);
  const isReload = performance.getEntriesByType("navigation")[0]?.type === "reload";
  if (!isReload && goesOn(check, fields)) return;
  const said = ["?kept", "?not-kept"].includes(location.search);
  check.opens((!said && keptInTab()) || { page: "status", state: check.state });
  if (!said) return;
  const words = check.voice.t(`offline.keep.${keptPlan() ? "kept" : "not_kept"}`);
  place.append(el("p", { role: "status" }, words));
}

const offline = globalThis.document?.getElementById("offline");
if (offline) {
  document.getElementById("offline-diary").hidden = !HERS.test(location.pathname);
  sayAge(document.getElementById("offline-age"));
  openOffline(offline).catch(() => {
    document.getElementById("offline-damaged").hidden = false;
  });
  addEventListener("online", () => {
    document.getElementById("offline-back").hidden = false;
    navigator.serviceWorker?.getRegistration().then((registration) => registration?.update());
  });
}
