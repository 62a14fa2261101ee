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
