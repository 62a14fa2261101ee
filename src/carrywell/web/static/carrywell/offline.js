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
// Where a yes to a finding can lead, and what conditions rest on: worked out once, as decide/leads.py does it.

/** Every fact and number that a condition looks at, in reading order, repeats included. */
function namesIn(when) {
  if (typeof when === "string") return [when];
  if (when.compare) return [when.compare.number];
  if (when.not) return namesIn(when.not);
  return (when.all ?? when.any ?? when.at_least.of).flatMap(namesIn);
}

/** The facts that a condition rests on, named facts replaced by what they are made of. */
function restsOn(when, rules) {
  const made = (name) => (name.startsWith("is:") ? rules.factOf.get(name.slice(3)) : undefined);
  return new Set(namesIn(when).flatMap((name) => (made(name) ? [...restsOn(made(name).when, rules)] : [name])));
}

const NOWHERE = [-1, -100]; // no speed, behind every door

/** The greater speed comes first, then the door that is named earlier. */
const further = ([speed, door], [otherSpeed, otherDoor]) => speed - otherSpeed || door - otherDoor;
const furthest = (reached) => reached.reduce((most, one) => (further(one, most) > 0 ? one : most), NOWHERE);

/** `alone`: what the yes reaches by itself. `ways`: rules with others that reach more, the best first. */
function leadsOf(finding, stage, ruleset) {
  const { rules, of, doorPlace } = ruleset;
  const ways = [];
  for (const rule of of.get(finding)) {
    const level = rules.levelOf.get(rule.levels[stage]);
    if (!level) continue;
    const reaches = [level.speed, rule.door ? -doorPlace.get(rule.door) : 0];
    ways.push({ reaches, needs: needed(finding, rule, rules), rule });
  }
  const alone = furthest(ways.filter((way) => way.rule.names.size === 1).map((way) => way.reaches));
  const more = ways.filter((way) => way.rule.names.size > 1 && further(way.reaches, alone) > 0);
  more.sort((one, other) => further(other.reaches, one.reaches));
  const emergencies = ways.filter((way) => way.rule.names.size > 1 && way.reaches[0] === NOW).length;
  const most = furthest(ways.map((way) => way.reaches))[0];
  return { alone, ways: more, most, rules: of.get(finding).length, emergencies };
}

/** Plain parts of the rule that this finding does not help to make true. */
function needed(finding, rule, rules) {
  const plain = (rule.when.all ?? []).filter((part) => typeof part === "string");
  return plain.filter((name) => !restsOn(name, rules).has(finding));
}
// Which questions come next: as decide/interview.py, decide/agenda.py and app/steps.py have it, from the same rules.

const [SELF_CARE, WEEKS, TWO_DAYS, TODAY, NOW] = [0, 1, 2, 3, 4];
const DOORS_FIRST = ["hospital_spine", "hospital_emergency"];
const MOST_LINES = 8;
const PAIN_CHOICES = ["onset", "course", "side"];
const CHANGES = ["worse_with", "better_with"];
const WITH_A_BABY = ["feeding_baby", "holding_baby", "nappy_change"];
const kindOf = (name) => name.split(":")[0];

const SAID = { unanswered: NO };
const POSSIBLE = { unanswered: UNKNOWN, asking: true };
const ASKED_NOW = { unanswered: NO, painUnsaid: UNKNOWN }; // what she leaves open of the pain is not sure, not no

class Interviewer {
  constructor(rules) {
    this.rules = rules;
    this.doorPlace = new Map(rules.doors.map((door, at) => [door.id, at]));
    for (const rule of rules.rules) rule.names = restsOn(rule.when, rules);
    this.of = new Map(rules.findings.map(({ id }) => [id, rules.rules.filter((rule) => rule.names.has(id))]));
    this.gates = new Map(rules.findings.map((one) => [one.id, this.#findingsIn(one.asked_if)]));
    this.gated = new Map(rules.findings.map(({ id }) => [id, this.#hangingOn(id)]));
    this.forClass = new Set(rules.asking.for_class);
    this.forPlan = new Set(rules.asking.for_plan);
    this.first = rules.asking.first.map((name) => rules.findingOf.get(name));
    this.screenOf = byId(rules.asking.screens);
    this.withHerWeeks = new Set([...rules.asking.first, ...rules.asking.screens.flatMap((screen) => screen.lines)]);
    this.leads = new Map();
  }

  #findingsIn(when) {
    return [...restsOn(when, this.rules)].filter((name) => this.rules.findingOf.has(name));
  }

  #hangingOn(id) {
    return this.rules.findings.filter((other) => this.gates.get(other.id).includes(id));
  }

  leadsAt(stage, finding) {
    const key = `${stage} ${finding}`;
    if (!this.leads.has(key)) this.leads.set(key, leadsOf(finding, stage, this));
    return this.leads.get(key);
  }

  /** Where her answers so far have led, and what is still possible. */
  standing(woman) {
    const said = new Facts(this.rules, woman, SAID);
    const found = triage(said);
    const speed = Math.max(SELF_CARE, ...found.counted.map((one) => one.level.speed));
    return { speed, doors: found.doors.map((door) => door.id), said, possible: said.withSilence(POSSIBLE) };
  }

  isEmergency({ said, speed }) {
    if (!said.pain.sites?.length) return speed === NOW;
    return triage(said.withSilence(ASKED_NOW)).level.speed === NOW;
  }

  isSurelyNow(woman) {
    const { level, deciding } = triage(new Facts(this.rules, woman, ASKED_NOW));
    return level.speed === NOW && deciding.some((found) => found.certain);
  }

  /** What is not said of the pain and could still raise the level. */
  openPain(standing) {
    const { pain } = standing.possible;
    const unsaid = new Set(PAIN_CHOICES.filter((kind) => pain[kind] == null));
    for (const name of Object.keys(this.rules.pain_numbers)) {
      if (standing.possible.number(name) === null) unsaid.add(name);
    }
    const told = this.#toldOn(this.#isWhere, standing).flatMap((rule) => [...rule.names].map(kindOf));
    return new Set(told.filter((kind) => unsaid.has(kind)));
  }

  placeMatters(standing) {
    return this.#toldOn(this.#isWhere, standing).length > 0;
  }

  changesMatter(standing) {
    return this.#toldOn((name) => CHANGES.includes(kindOf(name)), standing).length > 0;
  }

  #isWhere = (name) => {
    const kind = kindOf(name);
    return kind === "site" || PAIN_CHOICES.includes(kind) || kind in this.rules.pain_numbers;
  };

  /** The rules on what a form tells that are open and would add something. */
  #toldOn(isTold, standing) {
    return this.rules.rules.filter((rule) => [...rule.names].some(isTold) && this.#mayRaise(rule, standing));
  }

  #mayRaise(rule, standing) {
    const level = this.rules.levelOf.get(rule.levels[standing.said.stage]);
    return level && isPassedBy(rule, level, standing) && standing.possible.holds(rule.when) !== NO;
  }

  /** The next screen of a purpose (about, triage, plan), or null when nothing there matters any more. */
  nextQuestions(standing, purpose) {
    if (standing.speed === NOW) return null;
    if (purpose === "about") return this.#aboutHer(standing);
    const { answers, stage } = standing.said;
    const left = this.rules.findings.filter(
      (line) => line.stages.includes(stage) && !(line.id in answers) && isAskedStill(line, standing),
    );
    const agenda = new Agenda(this, standing.said);
    const next = left.filter((line) => this.#isNext(line, standing, purpose === "plan"));
    if (next.length === 0) return null;
    const early = this.#beforeUmbrellas(left, standing, agenda);
    const pending = agenda.inOrder([...next, ...early]);
    const kind = this.#kind(pending[0], standing);
    const alike = pending.filter((line) => this.#kind(line, standing) === kind);
    const lines = alike.slice(0, MOST_LINES + early.length);
    return { screen: this.#heading(purpose, kind, lines, standing, agenda.speed(lines[0])), lines };
  }

  /** What is asked together with her weeks, one by one, before birth or after it. */
  aboutHer(pregnant) {
    const clock = pregnant ? "pregnant" : "postpartum";
    const stages = this.rules.stages.filter((stage) => stage.clock === clock).map((stage) => stage.id);
    return this.rules.asking.screens
      .filter((screen) => screen.purpose === "about" && screen.stages.some((stage) => stages.includes(stage)))
      .map((screen) => ({ screen, lines: screen.lines.map((name) => this.rules.findingOf.get(name)) }));
  }

  #aboutHer({ said }) {
    for (const { screen, lines } of this.aboutHer(said.woman.about.weeks_pregnant != null)) {
      const unsaid = lines.filter((line) => !(line.id in said.answers));
      if (unsaid.length > 0) return { screen, lines: unsaid };
    }
    return null;
  }

  /** The screen of an id; over lines that one umbrella opened, with that umbrella's own title. */
  screen(id, lines) {
    const screen = this.screenOf.get(id);
    const over = new Set(lines.map((line) => this.rules.umbrellaOf.get(line.id)));
    const umbrella = over.size === 1 ? this.rules.findingOf.get([...over][0]) : undefined;
    if (id !== "closer" || !umbrella?.opens) return screen;
    return { ...screen, title: umbrella.opens, hint: null };
  }

  #heading(purpose, kind, lines, standing, speed) {
    if (purpose === "plan" || kind === "number") return this.screenOf.get(purpose === "plan" ? "cautions" : "numbers");
    if (kind === "opened") return this.screen("closer", lines);
    if (speed === NOW) return this.screen("now", lines);
    const listed = Object.keys(standing.said.answers).filter((name) => !this.withHerWeeks.has(name));
    return this.screen(speed === TODAY && listed.length <= MOST_LINES ? "today" : "also", lines);
  }

  #umbrella(line, stage) {
    const umbrella = this.rules.findingOf.get(this.rules.umbrellaOf.get(line.id));
    return umbrella?.stages.includes(stage) ? umbrella : undefined;
  }

  #kind(line, { said }) {
    if (line.asks_for === "number") return "number";
    return this.#umbrella(line, said.stage)?.id in said.answers ? "opened" : "list";
  }

  /** The lines she is unsure about and whose level is one of today. */
  needsClarifying(woman, lines) {
    const { stage, answers } = new Facts(this.rules, woman);
    return lines.filter((line) => {
      const level = this.#levelOf(line, stage);
      return answers[line.id] === "unsure" && level && level.speed >= TODAY;
    });
  }

  #levelOf(line, stage) {
    const alone = this.of.get(line.id).find((rule) => rule.id === line.id);
    return this.rules.levelOf.get(alone?.levels[stage]);
  }

  /** Whether the line matters now, and waits neither for its umbrella nor for what it hangs on. */
  #isNext(line, standing, forPlan) {
    const { answers, stage } = standing.said;
    const umbrella = this.#umbrella(line, stage);
    if (umbrella && (!(umbrella.id in answers) || umbrella.opens === null)) return false;
    if (this.#waits(line, standing, forPlan)) return false;
    return this.#matters(line, standing, forPlan || umbrella !== undefined);
  }

  /** At a level of today: what a single yes makes an emergency does not wait for its umbrella. */
  #beforeUmbrellas(left, standing, agenda) {
    const { answers, stage } = standing.said;
    const isClosed = (line) => {
      const umbrella = this.withHerWeeks.has(line.id) ? undefined : this.#umbrella(line, stage);
      return umbrella !== undefined && umbrella.opens !== null && !(umbrella.id in answers);
    };
    const wasAsked = this.rules.findings.some((line) => line.id in answers && isClosed(line));
    if (standing.speed !== TODAY || wasAsked) return [];
    const open = (line) => !this.#waits(line, standing, false) && this.#matters(line, standing, false);
    const lines = left.filter((line) => isClosed(line) && agenda.isNow(line) && open(line));
    return agenda.inOrder(lines).slice(0, MOST_LINES);
  }

  /** Whether something that the line hangs on is still to be asked. */
  #waits(line, standing, forPlan) {
    const gates = this.gates.get(line.id).filter((gate) => !(gate in standing.said.answers));
    return gates.some((gate) => this.#matters(this.rules.findingOf.get(gate), standing, forPlan));
  }

  #matters(line, standing, forPlan) {
    if (line.id in standing.said.answers || !isAskedStill(line, standing)) return false;
    const wanted = this.forClass.has(line.id) || (forPlan && this.forPlan.has(line.id));
    if ((wanted && standing.speed <= WEEKS) || this.#canRaise(line, standing)) return true;
    const opens = [...line.covers.map((name) => this.rules.findingOf.get(name)), ...this.gated.get(line.id)];
    return opens.some((one) => this.#matters(one, standing, forPlan));
  }

  #canRaise(line, standing) {
    const isOpen = standing.possible.truth(line.id) !== NO;
    if (isOpen && this.leadsAt(standing.said.stage, line.id).alone[0] > standing.speed) return true;
    return this.of.get(line.id).some((rule) => this.#mayRaise(rule, standing));
  }
}

/** Of a line that she has not answered. */
function isAskedStill(line, { possible }) {
  return line.covers.length > 0 ? possible.isAsked(line) : possible.truth(line.id) !== NO;
}

/** Whether the rule, if it held, would add something: a faster level, or today the door that comes first. */
function isPassedBy(rule, level, { speed, doors, said }) {
  if (level.speed !== speed) return level.speed > speed;
  const door = doorNow(rule, level, false, said);
  return speed === TODAY && DOORS_FIRST.includes(door) && !doors.includes(door);
}
// The order of the lines, and the way through from screen to screen: decide/agenda.py and app/steps.py.

/** `facts`: what she has said, silence as no. */
class Agenda {
  constructor(asker, facts) {
    this.asker = asker;
    this.facts = facts;
    this.places = new Map();
  }

  inOrder(lines) {
    return [...lines].sort((one, other) => before(this.place(one), this.place(other)));
  }

  place(line) {
    if (!this.places.has(line.id)) this.places.set(line.id, this.#place(line));
    return this.places.get(line.id);
  }

  /** The speed that a yes to this line would lead to by itself; -1 where it leads to none. */
  speed(line) {
    return -this.place(line)[0];
  }

  #place(line) {
    const names = [line.id, ...line.covers].filter((name) => !(name in this.facts.answers));
    const leads = names.map((name) => this.asker.leadsAt(this.facts.stage, name));
    const [speed, door] = furthest(names.map((name, at) => this.#reached(name, leads[at])));
    const byOthers = speed === NOW && leads.every((lead) => lead.alone[0] < NOW);
    const most = Math.max(...leads.map((lead) => lead.most));
    const emergencies = leads.reduce((sum, lead) => sum + lead.emergencies, 0);
    const rules = leads.reduce((sum, lead) => sum + lead.rules, 0);
    return [-speed, Number(line.opens !== null), Number(byOthers), -emergencies, -door, -most, -rules, line.id];
  }

  /** Whether a yes to it is an emergency and opens nothing before. */
  isNow(line) {
    const [speed, opens] = this.place(line);
    return speed === -NOW && opens === 0;
  }

  #reached(name, leads) {
    const near = leads.ways.filter((way) => way.needs.every((need) => this.facts.truth(need) !== NO));
    if (near.length === 0) return leads.alone;
    const saidYes = this.facts.ifYes(name);
    return near.find((way) => this.#counts(way, saidYes))?.reaches ?? leads.alone;
  }

  /** Where she was unsure, only at a level of today, and not where that is about the feel of the pain. */
  #counts({ reaches, rule }, saidYes) {
    const held = saidYes.holds(rule.when);
    if (held !== UNKNOWN || reaches[0] < TODAY || rule.marked_only) return held === YES;
    return rule.one_step_lower.every((name) => this.facts.truth(name) !== UNKNOWN);
  }
}

function before(place, other) {
  const at = place.findIndex((part, index) => part !== other[index]);
  if (at < 0) return 0;
  return place[at] < other[at] ? -1 : 1;
}

/**
 * The next step, by its name; for questions with its screen and lines. `done`: the forms already seen. The questions
 * for her alone are never asked here, so nothing of them has to be kept on the phone.
 */
export function nextStep(asker, woman, done) {
  const standing = asker.standing(woman);
  const questions = asker.nextQuestions(standing, "about") ?? asker.nextQuestions(standing, "triage");
  if (questions) return { name: "questions", ...questions };
  if (standing.speed === NOW || (done.includes("where") && asker.isEmergency(standing))) return { name: "result" };
  if (!done.includes("where") && (standing.speed < TODAY || asker.placeMatters(standing))) return { name: "where" };
  const isOpen = standing.speed < TODAY || asker.changesMatter(standing);
  if (!done.includes("changes") && isOpen) return { name: "changes" };
  const forPlan = done.includes("day") ? asker.nextQuestions(standing, "plan") : null;
  return forPlan ? { name: "questions", ...forPlan } : { name: "result" };
}

export function askerOf(rules) {
  return new Interviewer(rules);
}

function mayFitThePlan(asker, woman, done) {
  return !done.includes("day") && asker.standing(woman).speed < TODAY;
}

/** What her day may hold at her stage, and what may make the pain worse: no baby unless hers is with her. */
function tasksFor(rules, woman) {
  const facts = new Facts(rules, woman);
  return rules.tasks
    .filter((task) => task.stages.includes(facts.stage) && facts.holds(task.applies_when) === YES)
    .map((task) => task.id);
}

function isForHer(value, woman) {
  return woman.about.baby_with_me === "yes" || !WITH_A_BABY.includes(value);
}
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
// Her last plan on this phone, kept only where she asks for it, until she deletes it. It is never sent anywhere.

const PLAN = "carrywell.plan";

/** Her answers, the way through them and the day; null where nothing is kept, or the browser keeps nothing. */
function keptPlan() {
  try {
    return JSON.parse(localStorage[PLAN] ?? "null");
  } catch {
    return null;
  }
}

function deletePlan() {
  delete localStorage[PLAN];
}

/** Whether it could be kept. */
function keepPlan(state) {
  try {
    localStorage[PLAN] = JSON.stringify({ case: state.case, trail: state.trail, on: new Date().toISOString() });
    return true;
  } catch {
    return false;
  }
}

globalThis.document?.addEventListener("click", ({ target }) => {
  const pressed = target.closest?.("[data-keep-plan]");
  if (!pressed) return;
  const kept = keepPlan(JSON.parse(document.querySelector("main input[name=state]").value));
  const said = document.querySelector(kept ? "[data-kept]" : "[data-not-kept]");
  // On a page of the site: to where it is kept, which shows it.
  if (!said) return location.assign(`${document.documentElement.dataset.root}/offline?${kept ? "kept" : "not-kept"}`);
  said.hidden = false;
  pressed.hidden = kept;
});

/** Offered where it can be read again without a network: where the worker looks after this page. */
function offerToKeep() {
  if (!globalThis.navigator?.serviceWorker?.controller) return;
  for (const offered of document.querySelectorAll("[data-script]:has([data-keep-plan])")) offered.hidden = false;
}

globalThis.document?.addEventListener("shown", offerToKeep);
if (globalThis.document) offerToKeep();
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
// Opens the check on the page that the phone keeps: only from a bundle whose content has the hash that the page names.

// Beside the pages that the tab keeps (assets/kept.js), under their name, so that it is forgotten with them: when she
// starts over, when she leaves quickly, and after two hours.
const [TAB, SAVED_AT] = ["carrywell.page.offline", "carrywell.saved"];

// At an address of her diary or account this page has taken the place of an answer that did not come.
const HERS = /^(\/[^/]+)?\/(diary|account)(\/|$)/;

function keepInTab(kept) {
  try {
    sessionStorage[TAB] = JSON.stringify(kept);
    sessionStorage[SAVED_AT] = Date.now();
  } catch {
    // the browser keeps nothing: a reload starts anew
  }
}

function keptInTab() {
  try {
    const kept = JSON.parse(sessionStorage[TAB] ?? "null");
    return kept?.state.case ? kept : null;
  } catch {
    return null;
  }
}

async function hashOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What she had just sent when the network failed, as the worker has it: the fields of her form, or null. */
function sentJustNow() {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return Promise.resolve(null);
  return new Promise((told) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => told(data);
    worker.postMessage({ asks: "sent" }, [port2]);
    setTimeout(told, 1000, null);
  });
}

/** Where an interrupted check goes on. False where there was none. */
function goesOn(check, fields) {
  const form = new FormData();
  for (const [name, value] of fields ?? []) form.append(name, value);
  if (!form.has("page")) return false;
  try {
    check.state = { case: null, trail: [], ...JSON.parse(form.get("state") || "{}") };
    const seen = form.get("page");
    check.opens({ page: check.state.case || ABOUT.includes(seen) ? seen : "status", state: check.state });
    if (!form.has("again")) check.answer(seen, form);
    return true;
  } catch {
    check.state = { case: null, trail: [] };
    return false;
  }
}

/** How old what the phone keeps is: in days since it was last found to be what the site has. */
async function sayAge(note) {
  const renewed = await caches.match(note.dataset.renewed);
  if (!renewed) return;
  const days = Math.floor((Date.now() - Number(await renewed.text())) / DAY_MS);
  const key = days < 1 ? "today" : days < OLD_DAYS ? "days" : "old";
  note.textContent = note.dataset[key].replace("{days}", days);
}

async function openOffline(place) {
  const [answer, fields] = await Promise.all([fetch(place.dataset.bundle), sentJustNow()]);
  const bytes = await answer.arrayBuffer();
  if ((await hashOf(bytes)) !== place.dataset.digest) throw new Error("not the bundle that this page names");
  const rules = prepare(JSON.parse(new TextDecoder().decode(bytes)));
  const check = new OfflineCheck(document.getElementById("offline-page"), rules);
  const isReload = performance.getEntriesByType("navigation")[0]?.type === "reload";
  if (!isReload && goesOn(check, fields)) return;
  const said = ["?kept", "?not-kept"].includes(location.search);
  check.opens((!said && keptInTab()) || { page: "status", state: check.state });
  if (!said) return;
  const words = check.voice.t(`offline.keep.${keptPlan() ? "kept" : "not_kept"}`);
  place.append(el("p", { role: "status" }, words));
}

const offline = globalThis.document?.getElementById("offline");
if (offline) {
  document.getElementById("offline-diary").hidden = !HERS.test(location.pathname);
  sayAge(document.getElementById("offline-age"));
  openOffline(offline).catch(() => {
    document.getElementById("offline-damaged").hidden = false;
  });
  addEventListener("online", () => {
    document.getElementById("offline-back").hidden = false;
    navigator.serviceWorker?.getRegistration().then((registration) => registration?.update());
  });
}
