import { same, type Text } from '../common/text.js';
import { fingerprintOf, type RuleBook, type RuleEntry } from './rule-book.js';

export const ruleChangeKinds = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type RuleChangeKind = (typeof ruleChangeKinds)[number];

/** What became of one rule from one content to another, in sentences. */
export interface RuleChange {
  kind: RuleChangeKind;
  title: Text;
  /** Sentences that no longer hold, of a changed rule. */
  before: Text[];
  /** Sentences that are new; all of an added rule. */
  after: Text[];
}

/** Rule by rule, in the order of the new content, then what it no longer has. */
export function changesBetween<Content>(book: RuleBook<Content>, now: Content, then: Content): RuleChange[] {
  const [old, next] = [byKey(book.entries(now)), byKey(book.entries(then))];
  const kept = [...next].flatMap(([key, entry]): RuleChange[] => {
    const earlier = old.get(key);
    if (!earlier) return [addedRule(entry)];
    return fingerprintOf(earlier.value) === fingerprintOf(entry.value) ? [] : [changed(earlier, entry)];
  });
  const gone = [...old].filter(([key]) => !next.has(key));
  return [
    ...kept,
    ...gone.map(([, entry]): RuleChange => ({
      kind: 'REMOVED',
      title: entry.title,
      before: linesOf(entry),
      after: [],
    })),
  ];
}

export const addedRule = (entry: RuleEntry): RuleChange => ({
  kind: 'ADDED',
  title: entry.title,
  before: [],
  after: linesOf(entry),
});

/** Where the sentences do not tell what changed, the fields do. */
function changed(earlier: RuleEntry, entry: RuleEntry): RuleChange {
  const told = apart(linesOf(earlier), linesOf(entry));
  const { before, after } =
    told.before.length + told.after.length > 0 ? told : apart(fieldLines(earlier.value), fieldLines(entry.value));
  return { kind: 'CHANGED', title: entry.title, before, after };
}

function apart(old: Text[], next: Text[]): { before: Text[]; after: Text[] } {
  const without = (lines: Text[], others: Text[]): Text[] =>
    lines.filter(({ fr, en }) => !others.some((other) => other.fr === fr && other.en === en));
  return { before: without(old, next), after: without(next, old) };
}

/** Two rules with one key would hide each other: the later ones are told by their place. */
function byKey(entries: RuleEntry[]): Map<string, RuleEntry> {
  const known = new Map<string, RuleEntry>();
  for (const entry of entries) known.set(known.has(entry.key) ? `${entry.key} ${known.size}` : entry.key, entry);
  return known;
}

const linesOf = ({ lines, value }: RuleEntry): Text[] => lines ?? fieldLines(value);

function fieldLines(value: unknown, path = ''): Text[] {
  if (value === null || typeof value !== 'object') return [same(`${path} : ${JSON.stringify(value ?? null)}`)];
  return Object.entries(value).flatMap(([name, field]) => fieldLines(field, path ? `${path}.${name}` : name));
}
