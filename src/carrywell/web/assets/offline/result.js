// The page of a result, as templates/result_sheet.html shows it.

const VARIANTS = ["non-urgent", "non-urgent", "urgent", "urgent", "emergency"]; // by speed
const MOST_LEFT_OUT = 3;
const KINDS = ["do", "limit", "avoid"];

class ResultPage {
  constructor(rules, voice, shown) {
    this.rules = rules;
    this.voice = voice;
    this.shown = shown;
  }

  t(key, values) {
    return this.voice.t(key, values);
  }

  sheet() {
    const { shown } = this;
    const more = shown.urgent ? [] : [this.#probably(), this.#causes(), this.#today(), this.#notForYou()];
    return [
      el("h1", { class: "nhsuk-u-visually-hidden" }, this.t("result.title")),
      this.#card(),
      el("div", { class: "cw-sheet" }, more, this.#again()),
    ];
  }

  #card() {
    const { shown } = this;
    const variant = VARIANTS[shown.speed];
    const small = (key) => el("h3", { class: "nhsuk-heading-s" }, this.t(key));
    return el(
      "div", { class: `nhsuk-card nhsuk-card--care nhsuk-card--care--${variant} cw-care`, "data-level": shown.level },
      el(
        "div", { class: "nhsuk-card--care__heading-container" },
        el("h2", { class: "nhsuk-card--care__heading" }, shown.title),
        el("span", { class: "nhsuk-card--care__arrow", "aria-hidden": "true" }),
      ),
      el(
        "div", { class: `nhsuk-card__content${variant === "emergency" ? " cw-care__dark" : ""}` },
        el("p", { class: "cw-do" }, shown.do),
        el("p", {}, shown.howSoon),
        shown.doors.length > 0 && [
          small("result.whom"),
          bullets(shown.doors.map(([name, how]) => [el("strong", {}, this.voice.ended(name)), ` ${how}`]).map(fragment)),
        ],
        small("result.what_to_say"),
        el("blockquote", { class: "cw-say" }, shown.say),
        shown.then.length > 0 && bullets(shown.then),
        small("result.why"),
        shown.reasons.length > 0
          ? bullets(shown.reasons.map((reason) => this.#reason(reason)), "cw-reasons")
          : el("p", {}, this.t("result.no_sign")),
        shown.moreReasons.length > 0
          && fold(this.t("page.everything_else"), bullets(shown.moreReasons.map((reason) => this.#reason(reason)))),
      ),
    );
  }

  #reason({ signs, certain, ground }) {
    const open = certain ? [] : [" ", el("em", {}, this.t("result.not_certain"))];
    return fragment([signs.join(" "), ...open, this.#ground(ground, signs[0])]);
  }

  /** What a sentence stands on, folded away. */
  #ground(ground, label, ...before) {
    const title = [this.t("result.how_sure"), hidden(` ${label}`)];
    const folded = fold(title, before, this.#basis(ground), this.#standsOn(ground));
    folded.classList.add("cw-ground");
    return folded;
  }

  #basis({ basis, strength }) {
    const { colon, gap } = this.rules;
    const sure = strength ? `${colon}${gap}${this.t(`evidence.strength.${strength}`)}` : "";
    const told = this.voice.ended(`${this.t(`evidence.basis.${basis}`)}${sure}`);
    return el("p", {}, `${told} ${this.t("result.not_reviewed")}`);
  }

  #standsOn({ id, sources }) {
    const says = sources.map((name) => this.rules.sources[name].filter(Boolean).join(", "));
    return [
      says.length > 0 && el("ul", { class: "nhsuk-list cw-sources" }, says.map((one) => el("li", {}, one))),
      el("p", { class: "cw-item" }, this.t("page.item", { item: id })),
    ];
  }

  #section(id, key, more, ...inside) {
    const heading = el("h2", { class: "nhsuk-heading-m", id }, this.t(key));
    return el("section", { "aria-labelledby": id, class: more }, heading, inside);
  }

  #probably() {
    const { shown } = this;
    if (!shown.explained) {
      return this.#section("probably", "result.probably", null, el("p", {}, this.t("result.seen_first")));
    }
    const name = shown.likely && [el("strong", {}, this.voice.ended(shown.likely.name)), " "];
    const signs = (key, says) => says.length > 0 && [el("p", { class: "cw-label" }, this.t(key)), bullets(says)];
    const likely = shown.likely && [
      fold(
        [this.t("result.how_sure"), hidden(` ${shown.likely.name}`)],
        el("p", {}, shown.likely.care),
        shown.also.length > 0 && el("p", {}, this.#also()),
        this.#basis(shown.likely),
        this.#standsOn(shown.likely),
      ),
    ];
    return this.#section(
      "probably", "result.probably", null,
      el("p", {}, name, shown.likelyIs),
      signs("result.speaks_for", shown.speaksFor),
      signs("result.speaks_against", shown.speaksAgainst),
      likely,
    );
  }

  #also() {
    const { colon, semicolon, gap } = this.rules;
    const also = this.shown.also.join(semicolon);
    return this.voice.ended(`${this.t("result.could_also_be")}${colon}${gap}${also}`);
  }

  #causes() {
    const { causes, explained } = this.shown;
    if (causes.length === 0 || !explained) return null;
    const lines = causes.map((cause) => {
      const belief = cause.belief && el("p", {}, el("strong", {}, `${this.t("result.belief")}${this.rules.colon}`), ` ${cause.belief}`);
      return el("li", {}, cause.says, this.#ground(cause, cause.says, el("p", {}, cause.evidence), belief));
    });
    return this.#section("causes", "result.causes", null, el("ol", { class: "nhsuk-list nhsuk-list--number" }, lines));
  }

  #today() {
    const entries = this.shown.today.map((entry) => this.#entry(entry));
    const none = entries.length > 0 ? null : el("p", {}, this.t("result.today_none"));
    return this.#section("today", "result.today", "cw-today", entries, none);
  }

  #entry(entry) {
    const minutes = entry.minutes ? this.voice.counted("result.minutes", entry.minutes) : this.t("result.no_minutes");
    return el(
      "div", { class: `cw-entry cw-entry--${entry.kind}` },
      el(
        "div", { class: "cw-entry__words" },
        el(
          "h3", { class: "nhsuk-heading-s cw-entry__title" },
          `${entry.title} `, el("span", { class: "cw-minutes" }, minutes),
        ),
        fold([this.t("result.how_to"), hidden(` ${entry.title}`)], this.#howTo(entry)),
      ),
    );
  }

  #howTo(entry) {
    return [
      el("p", {}, entry.says),
      entry.careful
        && el("p", { class: "cw-careful" }, el("strong", {}, `${this.t("result.careful")}${this.rules.colon}`), ` ${entry.careful}`),
      el("p", { class: "cw-benefit" }, entry.benefit),
      this.#basis(entry),
      this.#standsOn(entry),
    ];
  }

  #notForYou() {
    const { leftOut, leftOpen, leftByLevel } = this.shown;
    if (leftOut.length === 0 && leftOpen.length === 0 && !leftByLevel) return null;
    const { bracket, colon, gap } = this.rules;
    const remark = bracket.replace("{}", this.t("result.ask_first"));
    const lines = leftOut.map(({ title, because, askFirst }) =>
      fragment([el("strong", {}, title), askFirst ? remark : "", `${colon}${gap}${because.join(gap)}`]),
    );
    const more = lines.slice(MOST_LEFT_OUT);
    return this.#section(
      "not-for-you", "result.not_for_you", "cw-left-out",
      leftByLevel && el("p", {}, this.t("result.left_out_by_level")),
      lines.length > 0 && bullets(lines.slice(0, MOST_LEFT_OUT)),
      more.length > 0 && fold(this.voice.counted("result.more_left_out", more.length), bullets(more)),
      leftOpen.length > 0
        && fold(
          this.voice.counted("result.left_open_questions", leftOpen.length),
          el("p", {}, this.t("result.left_open_why")),
          bullets(leftOpen),
        ),
    );
  }

  #again() {
    const { shown } = this;
    const day = shown.recheckDay && this.t("page.recheck_on", { when: shown.recheckWhen, day: shown.recheckDay });
    return this.#section(
      "again", "result.look_again", "cw-again",
      el("p", {}, el("strong", {}, this.voice.ended(day || shown.recheckWhen)), ` ${shown.recheckWhy}`),
      shown.saidLater && el("p", {}, this.t("result.left_open")),
      el("h3", { class: "nhsuk-heading-s" }, this.t("result.seek_help_if")),
      bullets(shown.signs),
      shown.moreSigns.length > 0 && fold(this.t("result.more_signs"), bullets(shown.moreSigns)),
    );
  }

  /** The whole plan: each topic unfolds, and in it each entry. */
  plan() {
    const { topics, urgent } = this.shown;
    if (topics.length === 0) return null;
    const folds = topics.map(({ name, advice }) => {
      const byKind = KINDS.map((kind) => [kind, advice.filter((one) => one.kind === kind)]);
      const kinds = byKind.filter(([, some]) => some.length > 0);
      const inside = kinds.map(([kind, some]) => [
        el("p", { class: "cw-label" }, this.t(`result.${kind}`)),
        some.map((entry) => this.#folded(entry)),
      ]);
      const folded = fold(`${this.t(`topic.${name}`)} (${advice.length})`, inside.flat(2));
      folded.classList.add("cw-topic");
      return folded;
    });
    return this.#section("plan", urgent ? "result.plan_urgent" : "result.plan", "cw-plan", folds);
  }

  #folded(entry) {
    const folded = fold(entry.title, this.#howTo(entry));
    folded.classList.add("cw-folded");
    return folded;
  }
}

function fragment(parts) {
  const made = document.createDocumentFragment();
  made.append(...parts);
  return made;
}
