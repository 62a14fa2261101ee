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
