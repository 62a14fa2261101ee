// Decides on a case from the exported rules (carrywell knowledge export --format json), as the server does.
// A plain module without dependencies. A case is what a case file says, with the ids that the rules name.
// tests/properties/test_exported_rules.py holds it to the answer of the server.

// Kleene's three values, so ordered that "and" is the least and "or" the greatest.
const [NO, UNKNOWN, YES] = [0, 1, 2];
const TRUTH = { no: NO, unknown: UNKNOWN, unsure: UNKNOWN, yes: YES };

const COMPARED = {
  ">=": (value, limit) => value >= limit,
  ">": (value, limit) => value > limit,
  "<=": (value, limit) => value <= limit,
  "<": (value, limit) => value < limit,
};

const byId = (entries) => new Map(entries.map((entry) => [entry.id, entry]));
const truthOf = (value) => (value ? YES : NO);

/** The rules made ready for use: once for each document. */
export function prepare(document) {
  const covering = document.findings.flatMap((umbrella) => umbrella.covers.map((name) => [name, umbrella.id]));
  return {
    ...document,
    umbrellaOf: new Map(covering),
    findingOf: byId(document.findings),
    factOf: byId(document.facts),
    personFactOf: byId(document.person_facts),
    personNumberOf: byId(document.person_numbers),
    levelOf: byId(document.care_levels),
    doorOf: byId(document.doors),
  };
}

const SILENCES = { cautious: { unanswered: UNKNOWN }, no: { unanswered: NO } };

/**
 * What is known about her: every named fact of the rules, three-valued. `silence`: "cautious", "no", or what each kind
 * of it counts as: `unanswered`; `painUnsaid` (onset, course, side and numbers of the pain); `withheld` (rather not
 * say); `asking`: an intimate question not yet asked is open like any other. `classes`: the pain classes found.
 */
export class Facts {
  constructor(rules, woman, silence = "cautious", classes = []) {
    this.rules = rules;
    this.woman = woman;
    this.silence = silence;
    this.classes = classes;
    const counts = SILENCES[silence] ?? silence;
    this.unanswered = counts.unanswered;
    this.painUnsaid = counts.painUnsaid ?? counts.unanswered;
    this.withheld = counts.withheld ?? NO;
    this.asking = counts.asking ?? false;
    this.answers = woman.answers ?? {};
    this.pain = woman.pain ?? {};
    this.stage = this.#stageNow();
    this.known = new Map();
  }

  /** The facts if she had said no to these. */
  ifNo(findings) {
    const noes = Object.fromEntries(findings.map((name) => [name, "no"]));
    return this.#answering(noes);
  }

  /** The facts if she had said yes to this. */
  ifYes(finding) {
    return this.#answering({ [finding]: "yes" });
  }

  /** The facts of the same case where her silence counts as this. */
  withSilence(silence, classes = []) {
    return new Facts(this.rules, this.woman, silence, classes);
  }

  #answering(answers) {
    const woman = { ...this.woman, answers: { ...this.answers, ...answers } };
    return new Facts(this.rules, woman, this.silence, this.classes);
  }

  truth(name) {
    if (!this.known.has(name)) this.known.set(name, this.#compute(name));
    return this.known.get(name);
  }

  holds(when) {
    if (typeof when === "string") return this.truth(when);
    if (when.all) return Math.min(YES, ...when.all.map((part) => this.holds(part)));
    if (when.any) return Math.max(NO, ...when.any.map((part) => this.holds(part)));
    if (when.not) return YES - this.holds(when.not);
    if (when.at_least) return this.#atLeast(when.at_least);
    return this.#compared(when.compare);
  }

  /** Whether the question is meant for her: her stage, its gate not closed, its umbrella not answered no. */
  isAsked(finding) {
    if (!finding.stages.includes(this.stage)) return false;
    if (this.answers[this.rules.umbrellaOf.get(finding.id)] === "no") return false;
    return this.holds(finding.asked_if) !== NO;
  }

  number(name) {
    if (name in this.rules.pain_numbers) return this.pain[this.rules.pain_numbers[name]] ?? null;
    const ofPerson = this.rules.personNumberOf.get(name);
    if (ofPerson) return this.woman.about[name] ?? ofPerson.usual;
    return typeof this.answers[name] === "number" ? this.answers[name] : null;
  }

  #stageNow() {
    const about = this.woman.about;
    const clock = about.weeks_pregnant == null ? "postpartum" : "pregnant";
    const weeks = about[`weeks_${clock}`];
    const begun = this.rules.stages.filter((stage) => stage.clock === clock && stage.from_weeks <= weeks);
    return begun.reduce((last, stage) => (stage.from_weeks > last.from_weeks ? stage : last)).id;
  }

  #compute(name) {
    const finding = this.rules.findingOf.get(name);
    if (finding) return this.#answered(finding);
    if (this.rules.personFactOf.has(name)) return this.#person(this.rules.personFactOf.get(name));
    const [kind, value] = name.split(":");
    if (kind !== "is") return this.#listed(kind, value);
    if (this.rules.stages.some((stage) => stage.id === value)) return truthOf(this.stage === value);
    return this.holds(this.rules.factOf.get(value).when);
  }

  #answered(finding) {
    const answer = this.answers[finding.id];
    if (answer in TRUTH) return TRUTH[answer];
    if (finding.covers.length > 0 || !this.isAsked(finding)) return NO;
    if (answer === "rather_not_say") return this.withheld;
    return finding.intimate && !this.asking ? NO : this.unanswered;
  }

  #person(fact) {
    const about = this.woman.about;
    if (about.weeks_pregnant != null) return TRUTH[fact.pregnant];
    const isHers = (row) => row.chosen.every((value, at) => value === (about[fact.by[at]] ?? null));
    return TRUTH[fact.after.find(isHers).counts_as];
  }

  #listed(kind, value) {
    if (kind === "site") return this.#site(value);
    if (kind === "worse_with" || kind === "better_with") return this.#inList(value, this.pain[kind]);
    if (kind === "history") return this.#inList(value, this.woman.history);
    if (kind === "day") return this.#inList(value, this.woman.day && Object.keys(this.woman.day));
    if (kind === "class") return truthOf(this.classes.includes(value));
    return this.pain[kind] == null ? this.painUnsaid : truthOf(this.pain[kind] === value);
  }

  #inList(value, said) {
    return said == null ? this.unanswered : truthOf(said.includes(value));
  }

  #site(site) {
    const said = this.pain.sites ?? [];
    if (said.includes(site)) return YES;
    if (said.some((place) => this.rules.rough_sites[place]?.includes(site))) return UNKNOWN;
    return said.length > 0 ? NO : this.unanswered;
  }

  #atLeast({ count, of }) {
    const parts = of.map((part) => this.holds(part));
    if (parts.filter((part) => part === YES).length >= count) return YES;
    return parts.filter((part) => part !== NO).length >= count ? UNKNOWN : NO;
  }

  #compared({ number, is, limit }) {
    const value = this.number(number);
    if (value !== null) return truthOf(COMPARED[is](value, limit));
    if (this.rules.personNumberOf.has(number)) return TRUTH[this.rules.personNumberOf.get(number).missing];
    return this.rules.findingOf.has(number) ? this.truth(number) : this.painUnsaid;
  }
}

/** The care level, the doors and the ids of the rules that decide. */
export function decide(rules, woman, silence = "cautious") {
  const { level, doors, deciding } = triage(new Facts(rules, woman, silence));
  return { level: level.id, doors: doors.map((door) => door.id), rules: deciding.map((found) => found.rule.id) };
}

/** As above, with the rules that decide, and every rule that counted: each with its level and door, and how sure. */
export function triage(facts) {
  const { rules } = facts;
  const counted = rules.rules.map((rule) => count(rule, facts)).filter((found) => found !== null);
  const { self_care: least, routine } = Object.fromEntries(rules.levelOf);
  const speed = Math.max(least.speed, ...counted.map((found) => found.level.speed));
  const deciding = counted.filter((found) => found.level.speed === speed);
  if (speed === least.speed && maySelfCare(facts)) return { level: least, doors: [], deciding: [], counted };
  if (speed <= routine.speed) {
    return { level: routine, doors: [rules.doorOf.get("midwife_or_gp")], deciding, counted };
  }
  const doors = rules.doors.filter((door) => deciding.some((found) => found.door === door.id));
  return { level: publicLevel(rules, speed, doors[0]), doors, deciding, counted };
}

function count(rule, facts) {
  let level = facts.rules.levelOf.get(rule.levels[facts.stage]);
  if (!level) return null;
  const held = facts.holds(rule.when);
  if (held < (level.open_counts && !rule.marked_only ? UNKNOWN : YES)) return null;
  const slower = held === UNKNOWN && restsOnTheFeel(rule, facts);
  if (slower) level = facts.rules.levelOf.get(level.one_step_slower);
  return { rule, level, certain: held === YES, door: doorNow(rule, level, slower, facts) };
}

/** Whether the rule would be false if all that is open about the feel of the pain were no. */
function restsOnTheFeel(rule, facts) {
  const open = rule.one_step_lower.filter((name) => facts.number(name) === null && facts.truth(name) === UNKNOWN);
  return open.length > 0 && facts.ifNo(open).holds(rule.when) === NO;
}

function doorNow(rule, level, slower, facts) {
  const { maternity_receives: receiving, early_pregnancy_unit_before_weeks: early, doorOf } = facts.rules;
  const receives = receiving.includes(facts.stage);
  const usual = rule.door ?? level.usual_door;
  const door = usual === "gp_urgent" && slower && receives ? "maternity_unit" : usual;
  if (!doorOf.get(door).maternity) return door;
  if (!receives) return "hospital_emergency";
  return (facts.woman.about.weeks_pregnant ?? early) < early ? "early_pregnancy_unit" : "maternity_unit";
}

/** Levels of one speed are told apart by the first door. */
function publicLevel(rules, speed, door) {
  const [first, second] = rules.care_levels.filter((level) => level.speed === speed);
  return second === undefined || door.maternity ? first : second;
}

function maySelfCare(facts) {
  if (facts.holds(facts.rules.self_care.when) !== YES) return false;
  return facts.rules.self_care.denied.every((name) => {
    const finding = facts.rules.findingOf.get(name);
    const put = !finding.intimate || facts.unanswered === NO || name in facts.answers;
    return facts.truth(name) === NO && (put || !facts.isAsked(finding));
  });
}
