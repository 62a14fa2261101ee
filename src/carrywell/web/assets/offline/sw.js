// Keeps on the phone what the check needs without a network. KEPT stands before this: what each language keeps, with
// the hash of its bundle, and a version that changes with any of it. While there is a network, pages come from it.

const NAME = `carrywell-${KEPT.version}`;
const RENEWED = "/offline/renewed/";
const HOUR_MS = 60 * 60 * 1000;
const PATIENCE_MS = 15000; // a page that takes longer is as good as none
const sent = new Map(); // forms that could not be sent, for the page that takes over; in memory, for a moment

/** The language of an address: that with the longest beginning; English has none. */
function languageOf(path) {
  const fitting = Object.entries(KEPT.languages).filter(([, { root }]) => path.startsWith(`${root}/`));
  return fitting.sort(([, one], [, other]) => other.root.length - one.root.length)[0][0];
}

async function hashOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** From the site, without anything that says who asks. */
async function brought(address) {
  const answer = await fetch(address, { cache: "no-cache", credentials: "omit" });
  if (!answer.ok || answer.redirected) throw new Error(`${address} answered ${answer.status}`);
  return answer;
}

/** All or nothing, and no bundle whose content has not its hash. */
async function fill(language) {
  const { pages, bundle, digest } = KEPT.languages[language];
  const cache = await caches.open(NAME);
  const addresses = [...KEPT.files, ...pages, bundle];
  const answers = await Promise.all(addresses.map(brought));
  const found = await hashOf(await answers.at(-1).clone().arrayBuffer());
  if (found !== digest) throw new Error("not the bundle of this hash");
  await Promise.all(addresses.map((address, at) => cache.put(address, answers[at])));
  await renew(language);
}

async function renew(language) {
  const cache = await caches.open(NAME);
  await cache.put(RENEWED + language, new Response(String(Date.now())));
}

/** Of a language that she reads: brought once, then only looked after whether it is still what the site has. */
async function keep(language) {
  const cache = await caches.open(NAME);
  if (!(await cache.match(KEPT.languages[language].bundle))) return fill(language);
  const last = await cache.match(RENEWED + language);
  if (last && Date.now() - Number(await last.text()) < HOUR_MS) return;
  const now = await brought("/sw.js");
  if ((await now.text()).includes(KEPT.version)) await renew(language);
  else await registration.update();
}

async function keptBefore() {
  const languages = Object.keys(KEPT.languages);
  const isKept = await Promise.all(languages.map((language) => caches.match(RENEWED + language)));
  return languages.filter((_, at) => isKept[at]);
}

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keptBefore().then((languages) => Promise.all(languages.map(fill))));
});

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith("carrywell-") && name !== NAME;
  const clean = async () => Promise.all((await caches.keys()).filter(isOld).map((name) => caches.delete(name)));
  event.waitUntil(Promise.all([clean(), clients.claim(), registration.navigationPreload?.enable()]));
});

addEventListener("message", (event) => {
  const { data, ports, source } = event;
  if (data?.asks === "sent") {
    ports[0].postMessage(sent.get(source.id) ?? null);
    sent.delete(source.id);
  }
  if (data?.reads in KEPT.languages) event.waitUntil(keep(data.reads).catch(() => undefined));
});

/** As the browser itself asks, where it can: it says whether she typed the address or followed a link of ours. */
async function asked(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

/** A page from the network; where that fails, as it is kept, or the check without a network in its place. */
async function page(event, form) {
  const { pathname } = new URL(event.request.url);
  try {
    const late = new Promise((_, fails) => setTimeout(fails, PATIENCE_MS, new Error("late")));
    const answer = await (form ? fetch(event.request) : Promise.race([asked(event), late]));
    if (![502, 504].includes(answer.status)) return answer;
  } catch {
    // no network
  }
  const cache = await caches.open(NAME);
  const { root, shell } = KEPT.languages[languageOf(pathname)];
  if (form) sent.set(event.resultingClientId, await form);
  const kept = form ? undefined : await cache.match(pathname, { ignoreSearch: true });
  return kept ?? (await cache.match(shell)) ?? (await anyShell(cache)) ?? Response.error();
}

/** That of a language that she did read. */
async function anyShell(cache) {
  for (const { shell } of Object.values(KEPT.languages)) {
    const found = await cache.match(shell);
    if (found) return found;
  }
  return undefined;
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === "navigate") {
    const form = request.method === "POST" ? request.clone().formData().then((fields) => [...fields], () => []) : null;
    event.respondWith(page(event, form));
  } else if (request.method === "GET" && KEPT.kept.includes(pathname + search)) {
    event.respondWith(caches.open(NAME).then(async (cache) => (await cache.match(request)) ?? fetch(request)));
  }
});
