// Small pieces of a page, with the same names of classes as the server's templates. What she typed is only ever text.

/** An attribute of `false`, null or nothing is left out. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const hidden = (words) => el("span", { class: "nhsuk-u-visually-hidden" }, words);

function bullets(says, more = "") {
  return el("ul", { class: `nhsuk-list nhsuk-list--bullet ${more}`.trim() }, says.map((one) => el("li", {}, one)));
}

function fold(title, ...inside) {
  return el(
    "details", { class: "nhsuk-details" },
    el("summary", { class: "nhsuk-details__summary" }, el("span", { class: "nhsuk-details__summary-text" }, title)),
    el("div", { class: "nhsuk-details__text" }, inside),
  );
}

function radio(name, id, value, words, checked) {
  return el(
    "div", { class: "nhsuk-radios__item" },
    el("input", { class: "nhsuk-radios__input", id, name, type: "radio", value, checked }),
    el("label", { class: "nhsuk-label nhsuk-radios__label", for: id }, words),
  );
}

function button(words, { second = false, ...attributes }) {
  const look = `nhsuk-button${second ? " nhsuk-button--secondary" : ""} cw-big`;
  return el("button", { class: look, type: "submit", ...attributes }, words);
}

function carried(page, state) {
  return [
    el("input", { type: "hidden", name: "page", value: page }),
    el("input", { type: "hidden", name: "state", value: JSON.stringify(state) }),
  ];
}

/** How she can tell, and why it is asked. `whole`: with the whole question, where the line stands short in a list. */
function explain(voice, line, { open, whole }) {
  const listed = line.line ?? line.ask;
  const folded = fold(
    [voice.t("questions.how_can_i_tell"), hidden(` ${whole ? listed : line.ask}`)],
    whole && el("p", {}, line.ask),
    whole && line.lines.length > 0 && bullets(line.lines),
    el("p", {}, line.tell),
    el("p", {}, el("strong", {}, voice.t("questions.why")), ` ${line.why}`),
  );
  folded.classList.add("cw-explain");
  folded.open = open;
  return folded;
}

/** One question. `said`: the button that is marked, or the number as typed; `unsure`: she does not know the number. */
function lineOf(voice, line, { said, unsure, each, clarifying }) {
  const leaveOpen = line.intimate && el("p", { class: "nhsuk-hint" }, voice.t("questions.may_leave_open"));
  const why = explain(voice, line, { open: clarifying, whole: !each });
  if (line.asks_for === "number") {
    return el("div", { class: "cw-line" }, numberOf(voice, line, said, unsure), leaveOpen, why);
  }
  const choices = [["yes", "yes"], ["no", "no"], ["unsure", clarifying ? "still_unsure" : "unsure"]];
  if (line.intimate) choices.push(["rather_not_say", "rather_not"]);
  const examples = each && line.lines.length > 0 && bullets(line.lines, "cw-line__examples");
  return el(
    "div", { class: "cw-line" },
    el(
      "fieldset", { class: "nhsuk-fieldset" },
      el("legend", { class: "nhsuk-fieldset__legend cw-line__ask" }, each ? line.ask : (line.line ?? line.ask)),
      examples,
      el(
        "div", { class: "nhsuk-radios cw-answers" },
        choices.map(([value, words], at) =>
          radio(line.id, at ? `${line.id}-${value}` : line.id, value, voice.t(`questions.${words}`), said === value),
        ),
      ),
    ),
    leaveOpen,
    why,
  );
}

function numberOf(voice, line, said, unsure) {
  const [id, tick] = [line.id, `${line.id}-unsure`];
  return [
    el("label", { class: "nhsuk-label cw-line__ask", for: id }, line.ask),
    el("input", {
      class: "nhsuk-input nhsuk-input--width-5", id, name: id, value: said,
      type: "text", inputmode: "decimal", autocomplete: "off",
    }),
    el(
      "div", { class: "nhsuk-checkboxes nhsuk-checkboxes--small" },
      el(
        "div", { class: "nhsuk-checkboxes__item" },
        el("input", {
          class: "nhsuk-checkboxes__input", id: tick, name: tick, type: "checkbox", value: "1", checked: unsure,
        }),
        el("label", { class: "nhsuk-label nhsuk-checkboxes__label", for: tick }, voice.t("questions.dont_know")),
      ),
    ),
  ];
}

/** The errors above the page, each leading to its field, and each beside its field. */
function showErrors(place, errors, voice) {
  const link = ({ field, key, values }) => el("a", { href: `#${field}` }, voice.t(key, values));
  const links = errors.map((error) => el("li", {}, link(error)));
  const title = { class: "nhsuk-error-summary__title", id: "error-summary-title" };
  const summary = el(
    "div",
    { class: "nhsuk-error-summary", role: "alert", tabindex: "-1", "aria-labelledby": "error-summary-title" },
    el("h2", title, voice.t("site_wide.there_is_a_problem")),
    el(
      "div", { class: "nhsuk-error-summary__body" },
      el("ul", { class: "nhsuk-list nhsuk-error-summary__list" }, links),
    ),
  );
  place.prepend(summary);
  for (const error of errors) besideField(place, error, voice);
}

function besideField(place, { field, key, values }, voice) {
  const input = place.querySelector(`#${CSS.escape(field)}`);
  const group = input?.closest(".cw-line, .nhsuk-form-group");
  if (!group || place.querySelector(`#${CSS.escape(field)}-error`)) return;
  const said = el(
    "span", { class: "nhsuk-error-message", id: `${field}-error` },
    hidden(voice.t("site_wide.error_prefix")), ` ${voice.t(key, values)}`,
  );
  group.classList.add("nhsuk-form-group--error");
  const described = input.type === "text" && !input.closest(".nhsuk-date-input") ? input : input.closest("fieldset");
  const others = described.getAttribute("aria-describedby");
  described.setAttribute("aria-describedby", [others, said.id].filter(Boolean).join(" "));
  const before = group.querySelector(".nhsuk-radios, .nhsuk-checkboxes, .nhsuk-date-input") ?? input;
  (described === input ? input : before).before(said);
  openAround(input);
}

/** Opens what the place is folded away in. */
function openAround(place) {
  for (let folded = place.closest("details"); folded; folded = folded.parentElement.closest("details")) {
    folded.open = true;
  }
}
