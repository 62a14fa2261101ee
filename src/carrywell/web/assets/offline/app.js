// The check without a network: the same pages in the same order, decided on this phone. Nothing she enters leaves it.

const OLD_DAYS = 30;

class OfflineCheck {
  constructor(place, rules) {
    this.place = place;
    this.rules = rules;
    this.asker = askerOf(rules);
    this.voice = new Voice(rules);
    this.pages = new FormPages(rules, this.asker, this.voice);
    this.state = { case: null, trail: [] };
    this.page = "status";
    place.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = new FormData(event.target);
      if (event.submitter?.name) form.append(event.submitter.name, event.submitter.value);
      this.answer(this.page, form);
    });
    addEventListener("popstate", ({ state }) => state?.offline && this.#restore(state.offline));
  }

  /** What a page's form says, as the server takes it. */
  answer(page, form) {
    if (form.has("back")) return this.show(this.#before(page));
    if (form.has("change")) return this.show(form.get("change"));
    if (form.has("delete-plan") || form.has("open-plan")) return this.#plan(form.has("open-plan"));
    if (page === "status") return this.show(form.has("after") ? "after" : "pregnant");
    if (page === "private") return this.show(this.#next());
    if (!this.pages.isPage(page)) return this.show(form.has("fit") ? "day" : "result");
    const [woman, errors] = this.#read(page, form);
    if (errors.length > 0) return this.show(page, errors, form);
    this.#remember(page, woman);
    return this.show(this.#onceMore(page, woman) ?? this.#next());
  }

  /** The page on which lines of today that she is unsure about are asked once more, with how she can tell. */
  #onceMore(page, woman) {
    if (!ABOUT.includes(page) && !page.startsWith("q/")) return null;
    const lines = ABOUT.includes(page) ? this.asker.first : this.pages.linesOf(page);
    const unsure = this.asker.needsClarifying(woman, lines);
    if (unsure.length === 0 || this.asker.isSurelyNow(woman)) return null;
    return pageName("c", ABOUT.includes(page) ? "now" : page.split("/")[1], unsure);
  }

  #read(page, form) {
    const { rules, state } = this;
    if (ABOUT.includes(page)) return this.#readAbout(page, form);
    if (page === "where") {
      const isOpen = (told) => this.asker.openPain(this.asker.standing(told));
      return readWhere(form, state.case, rules.values, isOpen);
    }
    if (page === "changes") return readChanges(form, state.case, rules.values);
    if (page === "day") return readDay(form, state.case, rules);
    const read = this.pages.isEach(page) ? readEach : readList;
    const [answers, errors] = read(form, this.pages.linesOf(page));
    return [{ ...state.case, answers: { ...state.case.answers, ...answers } }, errors];
  }

  #readAbout(page, form) {
    const [about, errors] = readAbout(page, form, new Date());
    const [listed, more] = readList(form, this.asker.first);
    const one = this.asker.aboutHer(page === "pregnant").flatMap((questions) => questions.lines);
    const [each, missing] = readEach(form, one);
    const before = this.state.case;
    const woman = { ...before, about, answers: { ...before?.answers, ...each, ...listed }, pain: before?.pain ?? {} };
    return [before ? this.#fitting(woman) : woman, [...errors, ...missing, ...more]];
  }

  /** Her answers without what no longer goes with her: no baby's care after a change to a loss. */
  #fitting(woman) {
    const pain = { ...woman.pain };
    if (pain.worse_with) pain.worse_with = pain.worse_with.filter((value) => isForHer(value, woman));
    const held = tasksFor(this.rules, woman);
    const day = woman.day && Object.fromEntries(Object.entries(woman.day).filter(([name]) => held.includes(name)));
    return { ...woman, pain, ...(day && { day }) };
  }

  #remember(page, woman) {
    const trail = this.state.trail.map((seen) => (ABOUT.includes(seen) && ABOUT.includes(page) ? page : seen));
    this.state = { case: woman, trail: trail.includes(page) ? trail : [...trail, page] };
  }

  #next() {
    const step = nextStep(this.asker, this.state.case, this.state.trail);
    return step.lines ? pageName("q", step.screen.id, step.lines) : step.name;
  }

  #before(page) {
    if (ABOUT.includes(page)) return "status";
    if (page === "day") return "result";
    const { trail } = this.state;
    const at = trail.includes(page) ? trail.indexOf(page) : trail.length;
    return at > 0 ? trail[at - 1] : "status";
  }

  /** `errors`, `form`: what was wrong, and what she typed. */
  show(page, errors = [], form = null) {
    this.page = page;
    this.#draw(errors, form);
    const kept = { page, state: this.state };
    keepInTab(kept);
    if (errors.length === 0) history.pushState({ offline: kept }, "");
  }

  #restore({ page, state }) {
    this.page = page;
    this.state = state;
    this.#draw([], null);
    keepInTab({ page, state });
  }

  /** The page as it stands, without a step in the history: after a reload, or what an interrupted check was at. */
  opens({ page, state }) {
    this.#restore({ page, state });
    history.replaceState({ offline: { page, state } }, "");
  }

  #plan(isOpened) {
    if (isOpened) this.state = { case: keptPlan().case, trail: keptPlan().trail };
    else deletePlan();
    this.show(isOpened ? "result" : "status");
  }

  #draw(errors, form) {
    const [title, parts] = this.#shown(form);
    document.getElementById("offline-leave").hidden = !this.pages.isSensitive(this.page);
    this.place.replaceChildren(...parts.filter(Boolean));
    if (errors.length > 0) showErrors(this.place, errors, this.voice);
    const prefix = errors.length > 0 ? `${this.voice.t("site_wide.error_prefix")} ` : "";
    document.title = `${prefix}${title} · ${this.voice.t("site_wide.name")}`;
    const focused = this.place.querySelector(".nhsuk-error-summary") ?? this.place.querySelector("h1");
    focused.tabIndex = -1;
    focused.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  #shown(form) {
    if (this.page === "status") return statusPage(this.voice);
    if (!this.pages.isPage(this.page)) return resultPage(this.pages, this.state);
    const made = this.pages.form(this.page, this.state, form);
    return [made.querySelector("h1").textContent, [made]];
  }
}
