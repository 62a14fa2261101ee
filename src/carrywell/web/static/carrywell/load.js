// The picture and the bar follow the sliders. The site is asked for the parts of the page that change; what is drawn
// stays in place and takes the new numbers, so that the style sheet can move it.

const PAUSE_MS = 30;

/** Gives `old` the attributes and texts of `fresh`; where the two are built differently, `fresh` takes its place. */
function follow(old, fresh) {
  const ours = [...old.childNodes];
  const theirs = [...fresh.childNodes];
  if (old.nodeName !== fresh.nodeName || ours.length !== theirs.length) return old.replaceWith(fresh);
  if (old.nodeType === Node.TEXT_NODE && old.data !== fresh.data) old.data = fresh.data;
  for (const { name, value } of fresh.attributes ?? []) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  ours.forEach((child, at) => follow(child, theirs[at]));
}

function begin(form) {
  let timer;
  let asking = false;
  let again = false;

  function say(input) {
    const value = form.querySelector(`output[for="${input.id}"]`);
    value.textContent = value.dataset.says.replace("{n}", input.value);
    input.setAttribute("aria-valuetext", value.textContent);
  }

  async function fetched(part) {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("part", part);
    const posts = form.method === "post";
    const answer = await fetch(posts ? form.action : `${form.action}?${fields}`, posts ? { method: "POST", body: fields } : {});
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("[data-part]");
  }

  /** One question at a time; what she moved meanwhile is asked after it. The other way follows when she pauses. */
  async function ask() {
    again = asking;
    if (asking) return;
    asking = true;
    for (const name of ["this", "less"]) {
      for (const part of await fetched(name)) follow(document.querySelector(`[data-part=${part.dataset.part}]`), part);
      if (again) break;
    }
    asking = false;
    if (again) await ask();
  }

  function asksSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(() => form.submit()), PAUSE_MS);
  }

  const ranges = [...form.querySelectorAll("input[type=range]")];
  form.addEventListener("input", ({ target }) => {
    if (ranges.includes(target)) say(target);
    asksSoon();
  });
  // She moved one before this script had come, or the browser kept where it was.
  ranges.forEach(say);
  if (ranges.some((range) => range.value !== range.defaultValue)) asksSoon();
  form.querySelector("[data-show]").hidden = true;
  form.removeAttribute("data-load"); // begun
}

const beginAll = () => document.querySelectorAll("[data-load]").forEach(begin);
beginAll();
document.addEventListener("shown", beginAll);
