// What a form says, read as the server reads it: web/forms/about.py, questions.py and pain.py. `form`: a FormData.

const [DAYS_IN_A_WEEK, DAYS_TO_DUE_DATE, DAY_MS] = [7, 280, 24 * 60 * 60 * 1000];
const [LONGEST_PREGNANCY_WEEKS, LONGEST_POSTPARTUM_WEEKS, LONGEST_WEEKS, MINUTES_IN_A_DAY] = [45, 156, 2600, 1440];
const TURNED = { yes: "no", no: "yes" };

const typedIn = (form, name) => (form.get(name) ?? "").trim().replace(",", ".");
const two = (value) => Math.round(value * 100) / 100;
const fault = (field, key, values) => ({ field, key, values });
const numberIn = (typed) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(typed) ? Number(typed) : NaN);

/** Her weeks, as about.py reads them: typed, or counted from a date. Gives the about and the errors. */
function readAbout(page, form, today) {
  const errors = [];
  const [field, longest, date] =
    page === "pregnant"
      ? ["weeks_pregnant", LONGEST_PREGNANCY_WEEKS, "due"]
      : ["weeks_postpartum", LONGEST_POSTPARTUM_WEEKS, "ended_on"];
  let weeks = weeksIn(form, field, longest, errors);
  const days = daysAfter(form, date, today, errors);
  if (days !== null) {
    const counted = two((page === "pregnant" ? DAYS_TO_DUE_DATE - days : -days) / DAYS_IN_A_WEEK);
    const isRange = counted >= 0 && counted <= longest;
    if (!isRange) errors.push(fault(`${date}-day`, `about.error.${date === "due" ? "due" : "ended"}_range`));
    const disagree = weeks !== null && Math.abs(weeks - counted) >= 1;
    if (disagree && errors.length === 0) errors.push(fault(field, "about.error.disagree"));
    weeks ??= counted;
  }
  if (weeks === null && errors.length === 0) {
    errors.push(fault(field, `about.error.${page === "pregnant" ? "weeks" : "ended"}_missing`));
  }
  const about = { [field]: weeks };
  if (page === "pregnant") return [{ ...about, ...babiesIn(form) }, errors];
  for (const name of ["ended", "birth", "baby_with_me"]) if (form.get(name)) about[name] = form.get(name);
  if (!about.ended) errors.push(fault("ended", "about.error.how_ended"));
  if (about.ended === "loss") delete about.baby_with_me;
  return [about, errors];
}

function babiesIn(form) {
  return ["1", "2", "3"].includes(form.get("babies")) ? { babies: Number(form.get("babies")) } : {};
}

function weeksIn(form, name, longest, errors) {
  const typed = typedIn(form, name);
  if (!typed) return null;
  const weeks = typed.includes("+") ? weekAndDay(typed) : numberIn(typed);
  if (weeks >= 0 && weeks <= longest) return weeks;
  errors.push(fault(name, "about.error.weeks_range", { highest: longest }));
  return null;
}

/** `23+4`, as midwives write it. */
function weekAndDay(typed) {
  const [, whole, days] = /^(\d+)\+([0-6])$/.exec(typed) ?? [];
  return two(Number(whole) + Number(days) / DAYS_IN_A_WEEK);
}

/** 23.57 is `23+4` again. */
function weeksAndDays(weeks) {
  const days = (weeks - Math.trunc(weeks)) * DAYS_IN_A_WEEK;
  const whole = Math.round(days);
  const areWhole = whole >= 1 && whole < DAYS_IN_A_WEEK && Math.abs(days - whole) < 0.05;
  return areWhole ? `${Math.trunc(weeks)}+${whole}` : String(weeks);
}

/** How many days the date lies after today. */
function daysAfter(form, name, today, errors) {
  const typed = ["day", "month", "year"].map((part) => (form.get(`${name}-${part}`) ?? "").trim());
  if (!typed.some(Boolean)) return null;
  const [day, month, year] = typed.map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  const on = new Date(Date.UTC(year, month - 1, day));
  if (on.getUTCFullYear() !== year || on.getUTCMonth() !== month - 1 || on.getUTCDate() !== day) {
    errors.push(fault(`${name}-day`, "about.error.date"));
    return null;
  }
  return Math.round((on - Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())) / DAY_MS);
}

function choiceOf(form, line) {
  const typed = form.get(line.id) ?? "";
  const allowed = ["yes", "no", "unsure", ...(line.intimate ? ["rather_not_say"] : [])];
  return allowed.includes(typed) ? typed : null;
}

/** A list with a *none of these* button. What is left open counts as no once she has marked something. */
function readList(form, lines) {
  const marked = lines.map((line) => [line.id, choiceOf(form, line)]);
  const telling = marked.find(([, said]) => said !== null && said !== "no");
  if (form.has("none")) {
    if (telling) return [{}, [fault(telling[0], "questions.error.none_but_marked")]];
    return [Object.fromEntries(lines.map((line) => [line.id, "no"])), []];
  }
  if (!marked.some(([, said]) => said)) return [{}, [fault(lines[0].id, "questions.error.nothing_marked")]];
  return [Object.fromEntries(marked.map(([name, said]) => [name, said ?? "no"])), []];
}

/** One by one: every line needs an answer of its own. */
function readEach(form, lines) {
  const [answers, errors] = [{}, []];
  for (const line of lines) {
    const answer = line.asks_for === "number" ? readNumber(form, line, errors) : readNeeded(form, line, errors);
    if (answer !== null) answers[line.id] = answer;
  }
  return [answers, errors];
}

/** For an ability, Yes (I can) is the finding's no. */
function stored(line, said) {
  return line.asks_for === "ability" ? (TURNED[said] ?? said) : said;
}

function readNeeded(form, line, errors) {
  const said = choiceOf(form, line);
  if (said === null) errors.push(fault(line.id, "questions.error.missing"));
  return said === null ? null : stored(line, said);
}

function readNumber(form, line, errors) {
  const typed = typedIn(form, line.id);
  if (form.has(`${line.id}-unsure`) && !typed) return "unsure";
  const [value, low, high] = [numberIn(typed), line.lowest ?? 0, line.highest ?? 0];
  if (value >= low && value <= high) return value;
  errors.push(fault(line.id, "questions.error.number", { low, high }));
  return null;
}

/** `isOpen`: what is not said of the pain and could still raise the level. It may be *not sure*, but not empty. */
function readWhere(form, woman, allowed, isOpen) {
  const errors = [];
  const pain = { ...woman.pain, sites: severalOf(form, "sites", allowed.site) };
  if (pain.sites.length === 0) errors.push(fault("sites-1", "where.error.sites"));
  for (const name of PAIN_CHOICES) {
    const said = form.get(name);
    if (allowed[name].some((value) => value.id === said)) pain[name] = said;
    else delete pain[name];
  }
  const strengths = ["now", "worst_week"].map((name) => [name, 10, "strength"]);
  for (const [name, highest, key] of [...strengths, ["started_weeks_ago", LONGEST_WEEKS, "started"]]) {
    const value = amountIn(form, name, highest, errors, `where.error.${key}`);
    if (value !== null && key === "strength" && !Number.isInteger(value)) {
      errors.push(fault(name, "where.error.strength", { highest }));
    }
    if (value === null) delete pain[name];
    else pain[name] = value;
  }
  const told = { ...woman, pain };
  if (errors.length === 0) {
    const open = isOpen(told);
    for (const name of ["onset", "course", "started_weeks_ago"]) {
      if (open.has(name) && form.get(name) !== "unsure") errors.push(fault(name, "where.error.matters"));
    }
  }
  return [told, errors];
}

function readChanges(form, woman, allowed) {
  const said = Object.fromEntries(CHANGES.map((name) => [name, severalOf(form, name, allowed[name])]));
  return [{ ...woman, pain: { ...woman.pain, ...said } }, []];
}

function readDay(form, woman, rules) {
  const [errors, day] = [[], {}];
  for (const { id } of rules.tasks) {
    const amount = amountIn(form, `day-${id}`, MINUTES_IN_A_DAY, errors, "day.error.amount");
    if (amount) day[id] = amount;
  }
  return [{ ...woman, history: severalOf(form, "history", rules.values.history), day }, errors];
}

function severalOf(form, name, allowed) {
  const chosen = form.getAll(name);
  return allowed.map((value) => value.id).filter((value) => chosen.includes(value));
}

function amountIn(form, name, highest, errors, key) {
  const typed = typedIn(form, name);
  if (!typed) return null;
  const value = numberIn(typed);
  if (value >= 0 && value <= highest) return value;
  errors.push(fault(name, key, { highest }));
  return null;
}
