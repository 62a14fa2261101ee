// Counts what the page gives it, stretches of [word, seconds, set, count]. Says them aloud if she ticks that.

const TICK_MS = 200;
const JUST_BEGUN_MS = 1500; // "one back" within it goes to the one before
const TOLD = ["rest", "turn_over", "step"]; // for a screen reader; each repetition would be too much

function begin(box) {
  const phases = JSON.parse(box.dataset.timer);
  const words = JSON.parse(box.dataset.words);
  const part = (name) => box.querySelector(`[data-${name}]`);
  const most = (place) => Math.max(...phases.map((phase) => phase[place]));
  let at, whole, left, since, ticking, awake;

  const now = () => phases[at] ?? ["done", 0];
  const isOver = () => at === phases.length;

  /** `over`: how long ago it should have begun, in ms below zero. */
  function enter(to, over = 0) {
    at = to;
    whole = now()[1] * 1000;
    left = whole + over;
  }

  function show() {
    const [word, , set, count] = now();
    const seconds = Math.ceil(left / 1000);
    const short = String(seconds % 60).padStart(2, "0");
    const values = { set, sets: most(2), count, counts: most(3) };
    part("digits").textContent = whole < 60000 ? Math.max(0, seconds) : `${Math.floor(seconds / 60)}:${short}`;
    part("word").textContent = words[word];
    part("says").textContent = words.steps?.[count - 1] ?? "";
    part("count").textContent = count
      ? words[values.sets > 1 ? "set_of" : "time_of"].replace(/\{(\w+)\}/g, (_, name) => values[name])
      : "";
    const fresh = isOver() || (at === 0 && left === whole);
    part("run").textContent = words[ticking ? "pause" : fresh ? "start" : "go_on"];
    for (const place of document.querySelectorAll("[data-at]")) {
      place.classList.toggle("cw-now", Boolean(ticking) && [word, String(count)].includes(place.dataset.at));
    }
  }

  function say() {
    const [word, , , count] = now();
    const numbered = word === "move" || word === "step" ? `${words[word]} ${count}` : words[word];
    const says = `${numbered}. ${words.steps?.[count - 1] ?? ""}`;
    if (isOver() || TOLD.includes(word)) part("told").textContent = says;
    if (!part("speak").checked) return;
    const spoken = new SpeechSynthesisUtterance(says);
    spoken.lang = document.documentElement.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(spoken);
  }

  function run() {
    if (isOver()) enter(0);
    since = performance.now();
    ticking = setInterval(tick, TICK_MS);
    navigator.wakeLock?.request("screen").then((lock) => (ticking ? (awake = lock) : lock.release()), () => {});
    say();
  }

  function pause() {
    clearInterval(ticking);
    ticking = null;
    awake?.release();
  }

  function tick() {
    if (!box.isConnected) return pause(); // she has gone on to another page
    const before = at;
    left -= performance.now() - since;
    since = performance.now();
    while (left <= 0 && !isOver()) enter(at + 1, left);
    if (at !== before) say();
    if (isOver()) pause();
    show();
  }

  function back() {
    const begun = whole - left;
    let to = Math.min(at, phases.length - 1);
    if (to === at && begun < JUST_BEGUN_MS && now()[0] !== "hold") to -= 1;
    while (to > 0 && phases[to][0] === "hold") to -= 1;
    enter(Math.max(to, 0));
    if (ticking) say();
  }

  const press = (name, does) => part(name).addEventListener("click", () => (does(), show()));
  press("run", () => (ticking ? pause() : run()));
  press("back", back);
  part("aloud").hidden = !("speechSynthesis" in window);
  enter(0);
  show();
  box.hidden = false;
}

const beginAll = () => document.querySelectorAll("[data-timer][hidden]").forEach(begin);
beginAll();
document.addEventListener("shown", beginAll);
