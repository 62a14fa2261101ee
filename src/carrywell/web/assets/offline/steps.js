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
