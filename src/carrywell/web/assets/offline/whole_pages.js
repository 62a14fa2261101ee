// The first page and the last: where the check begins, with her kept plan; the result, with what can be done with it.

const smallHeading = (id, words) => el("h2", { class: "nhsuk-heading-m", id }, words);

/** Each page is given as its title and its parts. */
function statusPage(voice) {
  const made = document.getElementById("page-status").content.cloneNode(true);
  const [heading, form] = [made.querySelector("h1"), made.querySelector("form")];
  form.setAttribute("action", "#");
  const address = `${document.documentElement.dataset.root}/when-to-call`;
  const call = el("p", {}, el("a", { class: "cw-alone", href: address }, voice.t("site_wide.when_to_call")));
  return [heading.textContent, [heading, form, call, keptPlanForm(voice)]];
}

function keptPlanForm(voice) {
  const plan = keptPlan();
  if (!plan) return null;
  const title = voice.t("offline.plan.title", { day: voice.day(new Date(plan.on)) });
  const gone = { class: "cw-link", type: "submit", name: "delete-plan", value: "1" };
  return el(
    "form", { action: "#", "aria-labelledby": "kept-plan" },
    smallHeading("kept-plan", title),
    button(voice.t("offline.plan.open"), { name: "open-plan", value: "1" }),
    el("p", {}, el("button", gone, voice.t("offline.plan.delete"))),
  );
}

function resultPage(pages, state) {
  const { rules, asker, voice } = pages;
  const page = new ResultPage(rules, voice, present(rules, voice, assess(rules, state.case), new Date()));
  const fit = mayFitThePlan(asker, state.case, state.trail) && fitSection(voice);
  const deeper = [fit, page.plan(), trailSection(pages, state)];
  const parts = [
    ...page.sheet(),
    el("p", { class: "nhsuk-hint" }, voice.t("offline.left_out")),
    el("form", { id: "step", action: "#" }, carried("result", state)),
    keepSection(voice),
    el("div", { class: "cw-deeper" }, deeper),
  ];
  return [page.shown.title, parts];
}

function keepSection(voice) {
  const said = (name, key) => el("p", { [name]: true, hidden: true }, voice.t(key));
  const keep = { second: true, type: "button", "data-keep-plan": true, "aria-describedby": "keep-plan-hint" };
  return el(
    "section", { "aria-labelledby": "keep", class: "cw-keep" },
    smallHeading("keep", voice.t("offline.keep.title")),
    button(voice.t("offline.keep.button"), keep),
    el("p", { class: "nhsuk-hint", id: "keep-plan-hint" }, voice.t("offline.keep.hint")),
    el(
      "div", { id: "plan-kept", role: "status" },
      said("data-kept", "offline.keep.kept"),
      said("data-not-kept", "offline.keep.not_kept"),
    ),
  );
}

function fitSection(voice) {
  const fit = { class: "nhsuk-button nhsuk-button--secondary", type: "submit", form: "step", name: "fit", value: "1" };
  return el(
    "section", { "aria-labelledby": "fit", class: "cw-fit" },
    smallHeading("fit", voice.t("page.fit.title")),
    el("p", {}, voice.t("page.fit.says")),
    el("button", fit, voice.t("page.fit.button")),
  );
}

/** The answered pages, for going back to one of them. A page asked once more, or one no longer asked, is left out. */
function trailSection(pages, state) {
  const { voice } = pages;
  const lines = state.trail.filter((name) => pages.isPage(name) && !name.startsWith("c/")).map((name) => {
    const title = name.startsWith("q/") ? pages.screenOf(name).title : voice.t(`page.names.${name}`);
    const attributes = { class: "cw-link", type: "submit", form: "step", name: "change", value: name };
    return el("li", {}, `${title} `, el("button", attributes, voice.t("page.change"), hidden(`: ${title}`)));
  });
  return el(
    "section", { class: "cw-change" },
    fold(voice.t("page.answers_open"), el("ul", { class: "nhsuk-list cw-trail" }, lines)),
  );
}
