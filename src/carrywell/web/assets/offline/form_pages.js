// The pages with questions on them, each a form: lists are put together here, the others the server made ready.

const ABOUT = ["pregnant", "after"];
const FORM_PAGES = [...ABOUT, "where", "changes", "day"];
const pageName = (kind, screen, lines) => `${kind}/${screen}/${lines.map((line) => line.id).join(",")}`;

class FormPages {
  constructor(rules, asker, voice) {
    this.rules = rules;
    this.asker = asker;
    this.voice = voice;
  }

  /** Whether there is a page of this name, with questions that are still asked. */
  isPage(name) {
    const [kind, screen, lines] = name.split("/");
    if (FORM_PAGES.includes(name)) return true;
    const asked = (lines ?? "").split(",").every((line) => this.rules.findingOf.has(line));
    return ["q", "c"].includes(kind) && this.asker.screenOf.has(screen) && asked;
  }

  /** Where leaving quickly is offered. */
  isSensitive(page) {
    return this.isPage(page) && !FORM_PAGES.includes(page) && this.linesOf(page).some((line) => line.intimate);
  }

  linesOf(page) {
    return page.split("/")[2].split(",").map((name) => this.rules.findingOf.get(name));
  }

  screenOf(page) {
    return this.asker.screen(page.split("/")[1], this.linesOf(page));
  }

  isEach(page) {
    return page.startsWith("c/") || this.screenOf(page).kind === "one_by_one";
  }

  /** The form of a page. `typed`: what she typed just now, where that was wrong; else what she said before is shown. */
  form(page, state, typed) {
    const make = FORM_PAGES.includes(page) ? this.#ready : this.#questions;
    const made = make.call(this, page, state.case, typed);
    made.setAttribute("action", "#");
    for (const old of made.querySelectorAll("input[name=page], input[name=state]")) old.remove();
    made.prepend(...carried(page, state));
    return made;
  }

  #questions(page, woman, typed) {
    const [screen, each, clarifying] = [this.screenOf(page), this.isEach(page), page.startsWith("c/")];
    const t = (key) => this.voice.t(key);
    const hint = clarifying ? t("questions.clarify.hint") : screen.hint;
    const lines = this.linesOf(page).map((line) => {
      const answer = woman.answers[line.id];
      const said = typed ? (typed.get(line.id) ?? "") : shownBefore(line, answer, each, clarifying);
      const unsure = typed ? typed.has(`${line.id}-unsure`) : answer === "unsure";
      return lineOf(this.voice, line, { said, unsure, each, clarifying });
    });
    const enter = { class: "cw-enter", type: "submit", tabindex: "-1", "aria-hidden": "true" };
    return el(
      "form", { id: "step", novalidate: true },
      el("button", enter, t("site_wide.continue")),
      el("button", { class: "cw-back", type: "submit", name: "back", value: "1" }, t("site_wide.back")),
      el("h1", { class: "nhsuk-heading-l" }, clarifying ? t("questions.clarify.title") : screen.title),
      hint && el("p", {}, hint),
      lines,
      el(
        "div", { class: "cw-actions" },
        !each && button(t("questions.none"), { second: true, name: "none", value: "1" }),
        button(t("site_wide.continue"), {}),
      ),
    );
  }

  /** A form that the server made ready, with her answers in it, without what is not meant for her. */
  #ready(page, woman, typed) {
    const open = page === "where" && this.#painMatters(typed, woman) ? "where-open" : page;
    const made = document.getElementById(`page-${open}`).content.querySelector("form").cloneNode(true);
    made.querySelector(".cw-tap")?.remove();
    if (page === "changes") dropOthers(made, ({ name, value }) => name !== "worse_with" || isForHer(value, woman));
    if (page === "day") {
      const held = tasksFor(this.rules, woman).map((name) => `day-${name}`);
      dropOthers(made, ({ name }) => !name.startsWith("day-") || held.includes(name));
    }
    putValues(made, typed ?? this.#valuesOf(page, woman));
    return made;
  }

  /** How the pain began and goes is folded away, until with the places she ticked it could raise the level. */
  #painMatters(typed, woman) {
    const said = ["onset", "course"].some((name) => (typed ? typed.get(name) : woman.pain?.[name]));
    if (said || !typed) return said;
    const [told] = readWhere(typed, woman, this.rules.values, () => new Set());
    const open = this.asker.openPain(this.asker.standing(told));
    return open.has("onset") || open.has("course");
  }

  /** What she said before on this page, as the fields of its form hold it. */
  #valuesOf(page, woman) {
    const values = new FormData();
    const put = (name, value) => value !== null && value !== undefined && values.append(name, value);
    if (!woman) return values;
    if (ABOUT.includes(page)) {
      for (const [name, value] of Object.entries(woman.about)) {
        put(name, name.startsWith("weeks") ? weeksAndDays(value) : value);
      }
      const one = this.asker.aboutHer(page === "pregnant").flatMap((questions) => questions.lines);
      for (const line of one) put(line.id, shownBefore(line, woman.answers[line.id], true, false));
      for (const line of this.asker.first) put(line.id, shownBefore(line, woman.answers[line.id], false, false));
      return values;
    }
    for (const [name, value] of Object.entries(woman.pain ?? {})) for (const one of [value].flat()) put(name, one);
    for (const value of woman.history ?? []) put("history", value);
    for (const [name, amount] of Object.entries(woman.day ?? {})) put(`day-${name}`, amount);
    return values;
  }
}

/** The button that stands for the stored answer; asked once more, an unsure line starts open. */
function shownBefore(line, answer, each, clarifying) {
  if (answer === undefined || (answer === "unsure" && (clarifying || line.asks_for === "number"))) return "";
  return each && typeof answer === "string" ? stored(line, answer) : String(answer);
}

function dropOthers(form, isKept) {
  for (const input of [...form.querySelectorAll("input")].filter((one) => !isKept(one))) {
    input.closest(".nhsuk-checkboxes__item, .nhsuk-form-group").remove();
  }
}

function putValues(form, values) {
  for (const input of form.querySelectorAll("input:not([type=hidden])")) {
    const given = values.getAll(input.name).map(String);
    if (input.type === "text") input.value = given[0] ?? input.value;
    else if (input.type === "checkbox" || given.length > 0) input.checked = given.includes(input.value);
    if (input.type === "text" ? input.value : input.checked && input.type === "checkbox") openAround(input);
  }
}
