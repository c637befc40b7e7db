import type { Language } from '../common/text.js';
import { keptWith } from './kept-for.js';
import type { PersonalTable } from './personal-table.js';
import { delayOf, delayWords } from './retention-delays.js';
import { retentionRules } from './retention-rules.js';

/** "jusqu’à l’effacement du compte ; 24 mois (dernier échange)". */
export function keptWords({ kept }: PersonalTable, language: Language, today: string): string {
  const said = kept.map((one) => {
    if (isKeptWith(one)) return keptWith[one][language];
    const delay = delayOf(one, today, retentionRules);
    const { from } = retentionRules.find(({ id }) => id === one)!;
    return delay === null ? '' : `${delayWords(delay)[language]} (${from[language]})`;
  });
  return said.filter(Boolean).join(language === 'fr' ? ' ; ' : '; ');
}

/** What an export leaves out of the table, with the reasons: "password_hash : secret qui…". Empty when it leaves out nothing. */
export function withheldWords({ withheld = {}, partly }: PersonalTable, language: Language): string[] {
  const colon = language === 'fr' ? ' : ' : ': ';
  const reasons = new Map<string, string[]>();
  for (const [column, reason] of Object.entries(withheld)) {
    reasons.set(reason[language], [...(reasons.get(reason[language]) ?? []), column]);
  }
  return [
    ...[...reasons].map(([reason, columns]) => `${columns.join(', ')}${colon}${reason}`),
    ...(partly ? [partly[language]] : []),
  ];
}

const isKeptWith = (kept: string): kept is keyof typeof keptWith => kept in keptWith;
