// What the tab keeps, so that nothing is lost: the pages she has seen, as sent, with her marks on them.
// In sessionStorage alone, which the browser drops with the tab. Pages for her alone never come here.

const ROOT = document.documentElement.dataset.root; // what the addresses of her language begin with
const CHECK = `${ROOT}/check`;
const START = `${ROOT}/`;
const PAGE = "carrywell.page.";
const LAST = "carrywell.last"; // the last page that holds answers of hers
const SAVED = "carrywell.saved"; // when something was kept last
const MOST_PAGES = 40;
const LONGEST_MS = 2 * 60 * 60 * 1000; // longer than a phone call or a feed; not until tomorrow

const store = tabStore();
if (Date.now() - Number(store[SAVED] ?? 0) > LONGEST_MS) forget();

/** sessionStorage, or where refused an object that lives as long as the document. */
function tabStore() {
  try {
    sessionStorage[PAGE] = ""; // refused by some browsers, and by some settings
    delete sessionStorage[PAGE];
    return sessionStorage;
  } catch {
    return {};
  }
}

function pageKeys() {
  return Object.keys(store).filter((key) => key.startsWith(PAGE)).sort(); // oldest first, as newId makes them
}

function newId() {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

function keptPage(id) {
  const text = store[PAGE + id];
  return text && JSON.parse(text);
}

function keep(id, page) {
  const text = JSON.stringify(page);
  const older = pageKeys().filter((key) => key !== PAGE + id);
  for (const key of older.splice(0, older.length - MOST_PAGES)) delete store[key];
  for (;;) {
    try {
      store[PAGE + id] = text;
      store[SAVED] = Date.now();
      return;
    } catch {
      if (!older.length) return; // too large even alone: going back will ask the server
      delete store[older.shift()];
    }
  }
}

function lastId() {
  return store[PAGE + store[LAST]] && store[LAST];
}

function setLast(id) {
  store[LAST] = id;
}

function forget() {
  for (const key of [...pageKeys(), LAST, SAVED]) delete store[key];
}
