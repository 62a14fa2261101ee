// Sentences put together in her language, as model/text.py and report/sentences.py do it.

const [WEEKS_SPOKEN_AS_MONTHS, WEEKS_IN_A_MONTH, MOST_SAID, MOST_REASONS] = [14, 365.25 / 12 / 7, 4, 5];
const HOURS_IN_A_DAY = 24;
const NEEDS = ["self_care", "weeks", "two_days", "today", "now"]; // by speed

/** To the nearest whole number; a half to the even one, as the server rounds. */
function nearest(value) {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}

export class Voice {
  constructor(rules) {
    this.rules = rules;
    this.words = rules.words;
  }

  /** A sentence of the program's own, by its id. */
  t(key, values) {
    if (!(key in this.words)) throw new Error(`no words for ${key}`);
    const pattern = this.words[key];
    return values ? pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]) : pattern;
  }

  counted(key, count, values = {}) {
    return this.t(`${key}.${count === 1 ? "one" : "other"}`, { count, ...values });
  }

  sentences(parts) {
    return parts.filter(Boolean).join(this.rules.gap);
  }

  /** As a sentence that ends; what has its end already stays as it is. */
  ended(says) {
    return /[.?!。？！]$/.test(says) ? says : `${says}${this.rules.stop}`;
  }

  /** `I am 31 weeks pregnant.` */
  who(about) {
    if (about.weeks_pregnant != null) return this.#weeks("say.pregnant", about.weeks_pregnant);
    const saidBirth = about.ended === "birth" || about.birth != null || about.baby_with_me === "yes";
    const what = saidBirth && about.ended !== "loss" ? "say.birth" : "say.loss";
    const weeks = about.weeks_postpartum ?? 0;
    if (weeks < 1) return this.t(`${what}.days`);
    if (weeks < WEEKS_SPOKEN_AS_MONTHS) return this.#weeks(what, weeks);
    return this.t(`${what}.months`, { months: nearest(weeks / WEEKS_IN_A_MONTH) });
  }

  #weeks(key, weeks) {
    return this.counted(key, Math.trunc(weeks), { weeks: Math.trunc(weeks) });
  }

  /** What to say on the telephone or at the door. */
  say(found) {
    const { woman, deciding, level } = found;
    const spoken = this.plainestFirst(deciding).flatMap((one) => this.#spoken(one, woman));
    const signs = [...new Set(spoken)].slice(0, MOST_SAID);
    const pain = signs.length > 0 ? [] : [this.t("say.pain")];
    return this.sentences([this.who(woman.about), ...signs, ...pain, this.t(`say.need.${NEEDS[level.speed]}`)]);
  }

  /** What is certain before what is open, a sign alone before signs together, then by door. */
  plainestFirst(deciding) {
    const place = (id) => this.rules.doors.findIndex((door) => door.id === id);
    return [...deciding].sort(
      (one, other) =>
        one.certain !== other.certain ? Number(other.certain) - Number(one.certain)
        : withOthers(one.rule).length - withOthers(other.rule).length
          || place(one.door) - place(other.door)
          || after(one.rule.id, other.rule.id),
    );
  }

  #me(name) {
    return this.rules.findingOf.get(name).me;
  }

  #sign({ rule }) {
    return rule.finding ? this.#me(rule.finding) : this.rules.combinations[rule.id];
  }

  /** The deciding finding and what raised it, each in her own voice. */
  signs(found) {
    const more = withOthers(found.rule).map((name) => {
      if (this.rules.findingOf.has(name)) return this.#me(name);
      return this.rules.factOf.get(name.replace(/^is:/, ""))?.says ?? this.words[factKey(name)];
    });
    const said = [this.#sign(found), ...more.filter((says) => says !== undefined)];
    return said.map((sign) => this.ended(sign[0].toUpperCase() + sign.slice(1)));
  }

  #spoken(found, woman) {
    const names = [found.rule.finding, ...withOthers(found.rule)].filter((name) => this.rules.findingOf.has(name));
    const sure = found.certain ? names : names.filter((name) => (woman.answers ?? {})[name] === "yes");
    const said = sure.map((name) => this.#me(name));
    return found.certain && !found.rule.finding ? [this.#sign(found), ...said] : said;
  }

  because(reason) {
    return reason.says ?? this.words[factKey(reason.fact)] ?? reason.fact;
  }

  recheckWhen(hours) {
    if (hours < HOURS_IN_A_DAY) return this.counted("result.recheck.hours", hours);
    return this.counted("result.recheck.days", nearest(hours / HOURS_IN_A_DAY));
  }

  /** The date of the next look; within the same day the hours say it better. */
  recheckDay(hours, today) {
    if (hours < HOURS_IN_A_DAY) return "";
    return this.day(new Date(today.getFullYear(), today.getMonth(), today.getDate() + nearest(hours / HOURS_IN_A_DAY)));
  }

  day(on) {
    const month = this.t(`page.month.${on.getMonth() + 1}`);
    return this.t("page.date", { day: on.getDate(), month, year: on.getFullYear() });
  }
}

/** What a rule rests on besides its finding. */
function withOthers(rule) {
  return rule.finding ? namesIn(rule.when).slice(1) : namesIn(rule.when);
}

const factKey = (name) => `fact.${name.replaceAll(":", ".")}`;

/** Everything that the page of a result shows, in words: web/presenters.py. */
export function present(rules, voice, found, today) {
  const { level, pain, plan, recheck, signs } = found;
  const { most_causes: mostCauses, most_signs: mostSigns } = rules.shown;
  const gentle = found.woman.about.ended === "loss";
  const reasons = voice.plainestFirst(found.deciding).map((one) => ({
    signs: voice.signs(one),
    certain: one.certain,
    ground: { ...rules.grounds[one.rule.finding ?? one.rule.id], id: one.rule.finding ?? one.rule.id },
  }));
  const open = plan.leftOut.filter((left) => !left.byLevel).map((left) => leftShown(left, voice));
  return {
    level: level.id,
    speed: level.speed,
    title: level.title,
    do: level.do,
    howSoon: level.how_soon,
    then: rules.then[level.id],
    doors: found.doors.map((door) => [door.name[0].toUpperCase() + door.name.slice(1), rules.say[door.id]]),
    say: voice.say(found),
    reasons: reasons.slice(0, MOST_REASONS),
    moreReasons: reasons.slice(MOST_REASONS),
    urgent: level.speed >= TODAY,
    explained: level.speed <= WEEKS,
    likely: pain.likely?.one ?? null,
    likelyIs: pain.likely?.one.is ?? voice.t("result.unclear"),
    speaksFor: (pain.likely?.speaksFor ?? []).map((sign) => sign.says),
    speaksAgainst: (pain.likely?.against ?? []).map((sign) => sign.says),
    also: pain.also.map((scored) => scored.one.name),
    causes: found.causes.slice(0, mostCauses),
    today: plan.today,
    topics: plan.topics,
    leftOut: open.filter((left) => left.because.length > 0),
    leftOpen: open.filter((left) => left.because.length === 0).map((left) => left.title),
    leftByLevel: plan.leftOut.some((left) => left.byLevel),
    recheckWhen: voice.recheckWhen(recheck.in_hours),
    recheckDay: voice.recheckDay(recheck.in_hours, today),
    recheckWhy: recheck.says,
    saidLater: Object.values(found.woman.answers ?? {}).includes("rather_not_say"),
    signs: signs.slice(0, mostSigns).map((net) => net.says),
    moreSigns: signs.slice(mostSigns).map((net) => net.says),
    gentle,
  };
}

/** Only what she did say is a reason; what was not asked, or is not sure, stays an open question. */
function leftShown({ advice, reasons }, voice) {
  const said = reasons.filter((reason) => reason.certain);
  const because = [...new Set(said.map((reason) => voice.because(reason)))];
  return { title: advice.title, because, askFirst: said.every((reason) => reason.askFirst) };
}
