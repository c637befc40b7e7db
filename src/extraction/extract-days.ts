import { nextDate, monthPattern, numericDate, numericDay, spokenDate, spokenDay } from './extract-dates.js';
import type { Unit } from './extract-layout.js';
import type { ProposedValue } from './proposal.js';
import type { SourceText } from './extract-source.js';

interface SaidDay {
  value: string;
  confidence: number;
  index: number;
  words: string;
}

/** What a pattern finds, with what its groups say. */
function saidDay(
  text: string,
  pattern: RegExp,
  confidence: number,
  dayOf: (groups: string[]) => string | null,
): SaidDay | null {
  const found = pattern.exec(text);
  const value = found && dayOf(found.slice(1));
  return value ? { value, confidence, index: found.index, words: found[0] } : null;
}

const bySpoken = ([day, month, year]: (string | undefined)[]): string | null => spokenDate(day, month!, year!);
const byNumbers = ([day, month, year]: (string | undefined)[]): string | null => numericDate(day!, month!, year!);

const proposed = (said: SaidDay, unit: Unit, source: SourceText): ProposedValue<string> => {
  const from = unit.start + said.index;
  return { value: said.value, confidence: said.confidence, found: [source.found(from, from + said.words.length)] };
};

const graduation = '(?:dipl[ôo]m[ée]e?s?|obtenue?|obtention|soutenance|soutenue?|d[ée]livr[ée]e?)';
const graduated = new RegExp(`${graduation}[^.;\\n]{0,30}?(?:en|le|de|:)\\s${spokenDay}`, 'iu');
const graduatedOn = new RegExp(`${graduation}[^.;\\n\\d]{0,30}${numericDay}`, 'iu');

/** The day of the diploma, where the text says it; the first of a month. */
export function diplomaOf(units: readonly Unit[], source: SourceText): ProposedValue<string> | null {
  for (const unit of units) {
    if (unit.section === 'EXPERIENCE' || unit.section === 'HOBBIES') continue;
    const said = saidDay(unit.text, graduated, 0.8, bySpoken) ?? saidDay(unit.text, graduatedOn, 0.8, byNumbers);
    if (said) return proposed(said, unit, source);
  }
  return null;
}

const free =
  '(?:disponib\\p{L}*|libre|à partir d|à compter d|d[èe]s|à pourvoir|rentr[ée]e|d[ée]but(?:er|ant)?|prise de poste|start)';
const freeFrom = new RegExp(`${free}[^.;\\n\\d]{0,40}?${spokenDay}`, 'iu');
const freeOn = new RegExp(
  `(?:disponib\\p{L}*|à partir du|à compter du|d[èe]s le|prise de poste)[^.;\\n\\d]{0,30}${numericDay}`,
  'iu',
);
const freeNext = new RegExp(
  `(?:disponib\\p{L}*|libre|à pourvoir|prise de poste)[^.;\\n\\d]{0,30}?(?:le|du)\\s(1er|\\d{1,2})\\s${monthPattern}(?!\\p{L}|\\s\\d)`,
  'iu',
);
const freeNow =
  /(?:disponib\p{L}*|libre|à pourvoir|prise de poste)(?:\s?:)?\s(?:(?:imm[ée]diate?(?:ment)?|de suite|tout de suite|sans d[ée]lai)|d[èe]s (?:maintenant|à pr[ée]sent|aujourd['’]hui))(?!\p{L})/iu;
const term = /rentr[ée]e (?:scolaire |universitaire |de )?(20\d{2})/iu;

/** "Disponible à partir de septembre 2026"; "immédiatement" is today. A month without a year says too little. */
export function availabilityOf(
  units: readonly Unit[],
  source: SourceText,
  today: string | null,
): ProposedValue<string> | null {
  for (const unit of units) {
    const { text, section } = unit;
    if (section === 'EXPERIENCE' || section === 'EDUCATION' || section === 'HOBBIES' || section === 'COMPANY') continue;
    const said =
      saidDay(text, freeFrom, 0.85, bySpoken) ??
      saidDay(text, freeOn, 0.85, byNumbers) ??
      saidDay(text, term, 0.6, ([year]) => `${year!}-09-01`) ??
      (today ? saidDay(text, freeNext, 0.8, ([day, month]) => nextDate(day!, month!, today)) : null) ??
      saidDay(text, freeNow, 0.8, () => today);
    if (said) return proposed(said, unit, source);
  }
  return null;
}
