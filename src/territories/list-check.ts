import { fold } from '../common/fold.js';
import type { Text } from '../common/text.js';
import type { Geography } from './geography.js';
import type { ListProblem, ListRow } from './list-csv.js';

/** Rows that can be used, those of one territory together; and what is wrong with the others, in the order of their lines. */
export interface CheckedRows {
  territories: Map<string, ListRow[]>;
  problems: ListProblem[];
  /** Communes under a former code, with the code of today. */
  taken: { listed: string; today: string }[];
}

/** A commune that nobody knows, that is listed (it or one it merged with since) for two territories, or a territory with two names is a problem of its line. */
export function checkRows(rows: readonly ListRow[], geography: Geography): CheckedRows {
  const territories = new Map<string, ListRow[]>();
  const problems: ListProblem[] = [];
  const taken: CheckedRows['taken'] = [];
  const seen = new Map<string, ListRow>();
  const whole = new Map<string, ListRow>();
  for (const row of rows) {
    const others = territories.get(row.territory);
    const before = seen.get(row.commune) ?? whole.get(geography.today(row.commune) ?? '');
    const wrong = problemOf(row, others?.[0], before, geography);
    if (wrong) problems.push({ line: row.line, text: wrong });
    if (wrong || seen.has(row.commune)) continue;
    const today = geography.today(row.commune)!;
    seen.set(row.commune, row);
    if (!whole.has(today)) whole.set(today, row);
    if (today !== row.commune) taken.push({ listed: row.commune, today });
    if (others) others.push(row);
    else territories.set(row.territory, [row]);
  }
  return { territories, problems, taken };
}

function problemOf(
  { commune, territory, name }: ListRow,
  other: ListRow | undefined,
  before: ListRow | undefined,
  geography: Geography,
): Text | undefined {
  if (geography.today(commune) === undefined) {
    return { fr: `Aucune commune ne porte ni n’a porté le code ${commune}.`, en: `No commune has or had ${commune}.` };
  }
  if (before && before.territory !== territory) {
    const merged = before.commune === commune ? '' : ` (aujourd’hui la même que ${before.commune})`;
    return {
      fr: `La commune ${commune}${merged} est déjà dans ${before.territory}, ligne ${before.line}.`,
      en: `${commune}${merged && ', which merged since,'} is in ${before.territory} already, line ${before.line}.`,
    };
  }
  if (other && fold(other.name) !== fold(name)) {
    return {
      fr: `${territory} s’appelle « ${other.name} », ligne ${other.line}, et « ${name} » ici.`,
      en: `${territory} has another name on line ${other.line}.`,
    };
  }
  return undefined;
}
