// Pain class, causes, plan and the next look: decide/pain_class.py, causes.py, plan.py, day_load.py, follow_up.py.

const [LEAST_SCORE, ALSO_WITHIN, MOST_ALSO] = [2, 1, 2];
const [MOST_TODAY, MATCH_WEIGHT, MOST_MATCHES, RANK_WEIGHT] = [3, 2, 3, 2];
const QUIET_ACTS = ["rest", "position"];
const TOUCHING = ["hand_over", "posture"];

const after = (one, other) => (one < other ? -1 : Number(one > other));
const isAlways = (when) => when.all?.length === 0;
const holdsFor = (facts) => (one) => facts.holds(one.when) === YES;

// What her silence counts as after the questions (decide/assess.py, ASKED): the plan needs a clear no to be offered.
const FOR_PLAN = { unanswered: UNKNOWN, asking: true, withheld: UNKNOWN };

/** One case, one decision. */
export function assess(rules, woman) {
  const said = new Facts(rules, woman, ASKED_NOW);
  const decided = triage(said);
  const pain = classify(said);
  const classes = [pain.likely, ...pain.also].filter(Boolean).map((scored) => scored.one.id);
  const known = said.withSilence(ASKED_NOW, classes);
  return {
    woman,
    ...decided,
    pain,
    causes: causesFor(known),
    plan: planFor(said.withSilence(FOR_PLAN, classes), decided.level),
    recheck: nextLook(known, decided.level),
    signs: rules.safety_net.filter((net) => net.stages.includes(said.stage)),
  };
}

function classify(facts) {
  const ranked = facts.rules.classes
    .filter((one) => one.stages.includes(facts.stage) && facts.holds(one.core) === YES)
    .map((one) => scored(one, facts))
    .sort((one, other) => other.score - one.score || after(one.one.id, other.one.id));
  if (ranked.length === 0 || ranked[0].score < LEAST_SCORE) {
    return { likely: null, also: ranked.slice(0, MOST_ALSO).filter((found) => found.score > 0) };
  }
  const [likely, ...others] = ranked;
  const least = Math.max(LEAST_SCORE, likely.score - ALSO_WITHIN);
  return { likely, also: others.filter((found) => found.score >= least).slice(0, MOST_ALSO) };
}

function scored(one, facts) {
  const [speaksFor, against] = [one.speaks_for.filter(holdsFor(facts)), one.speaks_against.filter(holdsFor(facts))];
  const weight = (signs) => signs.reduce((sum, sign) => sum + sign.weight, 0);
  return { one, score: weight(speaksFor) - weight(against), speaksFor, against };
}

function causesFor(facts) {
  const weight = (cause) => cause.weight + (isAlways(cause.applies_when) ? 0 : 2);
  return facts.rules.causes
    .filter((cause) => cause.stages.includes(facts.stage) && facts.holds(cause.applies_when) === YES)
    .sort((one, other) => weight(other) - weight(one) || after(one.id, other.id));
}

function nextLook(facts, level) {
  const applying = facts.rules.recheck.filter(
    (one) => one.stages.includes(facts.stage) && one.levels.includes(level.id) && facts.holds(one.when) === YES,
  );
  return applying.sort((one, other) => one.in_hours - other.in_hours || after(one.id, other.id))[0];
}

function planFor(facts, level) {
  const { advice: every, gates, shown } = facts.rules;
  const atGates = new Map(Object.entries(gates).map(([name, gate]) => [name, reasonsAtGate(gate, facts)]));
  const [offered, leftOut] = [[], []];
  for (const advice of every) {
    if (!advice.stages.includes(facts.stage) || !applies(advice, facts)) continue;
    const reasons = advice.kind === "do" ? reasonsAgainst(advice, facts, atGates) : [];
    const byLevel = advice.kind === "do" && !levelAllows(advice, level);
    if (byLevel) leftOut.push({ advice, reasons: [], byLevel });
    else if (reasons.length > 0) leftOut.push({ advice, reasons, byLevel });
    else offered.push(advice);
  }
  const scores = new Map([...offered, ...leftOut.map((left) => left.advice)].map((one) => [one, scoreOf(one, facts)]));
  const best = (one, other) => scores.get(other) - scores.get(one) || after(one.id, other.id);
  const byIds = [...offered].sort(best);
  const touched = touchedShares(offered, facts);
  const weight = (one) => scores.get(one) + MATCH_WEIGHT * (touched.get(one.id) ?? 0);
  const ranked = [...byIds].sort((one, other) => weight(other) - weight(one));
  const place = (one) => shown.today_order.indexOf(one.topic);
  const forToday = [...byIds].sort((one, other) => scores.get(other) - scores.get(one) || place(one) - place(other));
  return {
    today: todays(forToday, level),
    topics: shown.topics
      .map((name) => ({ name, advice: ranked.filter((one) => one.topic === name) }))
      .filter((topic) => topic.advice.length > 0),
    leftOut: leftOut.sort((one, other) => best(one.advice, other.advice)),
  };
}

/** A warning is shown wherever it may apply; a proposal only where it surely does. */
function applies(advice, facts) {
  return facts.holds(advice.applies_when) >= (advice.kind === "do" ? YES : UNKNOWN);
}

function levelAllows(advice, level) {
  if (level.speed >= TODAY) return advice.acts === "position" && level.speed < NOW;
  return level.speed < TWO_DAYS || QUIET_ACTS.includes(advice.acts);
}

function scoreOf(advice, facts) {
  const matches = advice.helps_when.filter((when) => facts.holds(when) === YES).length;
  return RANK_WEIGHT * advice.rank + MATCH_WEIGHT * Math.min(matches, MOST_MATCHES);
}

/** What is not a clear no, of the entry and its gates, each fact once; nothing may be offered while there is one. */
function reasonsAgainst(advice, facts, atGates) {
  const own = advice.not_when.map((when) => reasonOf(when, null, facts, false)).filter(Boolean);
  const once = new Map();
  for (const reason of [...own, ...advice.gates.flatMap((name) => atGates.get(name))]) {
    if (!once.has(reason.fact)) once.set(reason.fact, reason);
  }
  return [...once.values()];
}

function reasonsAtGate(gate, facts) {
  const closed = gate.not_when.map((line) => reasonOf(line.when, line.says, facts, false));
  const asked = gate.ask_first_when.map((line) => reasonOf(line.when, line.says, facts, true));
  return [...closed, ...asked].filter(Boolean);
}

function reasonOf(when, says, facts, askFirst) {
  const held = facts.holds(when);
  if (held === NO) return null;
  const names = namesIn(when);
  const open = (name) => name in facts.rules.pain_numbers || facts.truth(name) !== NO;
  const fact = typeof when === "string" ? when : (names.find(open) ?? names[0]);
  return { fact, says: says ?? ownWords(fact, facts.rules), certain: held === YES, askFirst };
}

function ownWords(fact, rules) {
  const finding = rules.findingOf.get(fact);
  if (finding) return rules.own_words[fact] ?? finding.me;
  return rules.factOf.get(fact.replace(/^is:/, ""))?.says ?? null;
}

function todays(ranked, level) {
  const chosen = [];
  if (level.speed >= TODAY) return chosen;
  for (const advice of ranked) {
    const fits = advice.today && advice.kind === "do" && !chosen.some((other) => other.topic === advice.topic);
    if (fits && chosen.length < MOST_TODAY) chosen.push(advice);
  }
  return chosen;
}

/** By the entry's id: the share of her day's load on the back that its tasks make. */
function touchedShares(offered, facts) {
  const doseOf = ([name, amount]) => {
    const task = facts.rules.tasks.find((one) => one.id === name);
    return [name, amount * task.minutes_each * task.dose_rate];
  };
  const doses = Object.entries(facts.woman.day ?? {}).filter(([, amount]) => amount > 0).map(doseOf);
  const whole = doses.reduce((sum, [, dose]) => sum + dose, 0);
  const shares = new Map(doses.map(([name, dose]) => [name, whole ? dose / whole : 0]));
  const touched = offered.filter((entry) => TOUCHING.includes(entry.topic)).map((entry) => {
    const named = new Set(entry.helps_when.flatMap(namesIn).filter((name) => name.startsWith("day:")));
    return [entry.id, [...named].reduce((sum, name) => sum + (shares.get(name.slice(4)) ?? 0), 0)];
  });
  return new Map(touched);
}
