import type { ContractType } from '../offers/offer-words.js';
import { contractMentions } from '../understanding/contracts.js';
import { saidWords } from '../understanding/said-words.js';
import { monthDay, monthPattern } from './extract-dates.js';
import type { Unit } from './extract-layout.js';
import type { ProposedValue, TextKind } from './proposal.js';
import type { SourceText } from './extract-source.js';

const wish =
  /recherch|souhait|en qu[êe]te|objectif|disponib|cherch|contrat\s?:|type de contrat|looking for|candidat|à la recherche|projet|mon but|pour une? (?:cdi|cdd|alternance)/iu;
/** "Pouvant évoluer en CDI", "alternance acceptée": not the contract that is offered. */
const later =
  /(?:[ée]volu\p{L}*|possibilit[ée] d['e’]\s?|d[ée]bouch\p{L}*|suivie? d['’e]|vers|exp[ée]rience (?:en|d['’e])|ans d['’e]|ann[ée]es? (?:d['’e]|en)|apr[èe]s)\s?(?:en |un |une |sur un )?$/iu;
const compared = /^\s*(?:accept|compris|possible à l['’]issue|[àa] la cl[ée])/iu;

export function contractsOf(units: readonly Unit[], kind: TextKind, source: SourceText): ProposedValue<ContractType>[] {
  const found = new Map<ContractType, ProposedValue<ContractType>>();
  for (const unit of units) {
    const { text, section, start } = unit;
    if (kind === 'CV' && section !== 'PROFILE' && !(/HEAD|CONTACT|OTHER/.test(section) && wish.test(text))) continue;
    if (section === 'COMPANY') continue;
    const words = saidWords(text);
    for (const mention of contractMentions(words)) {
      if (mention.kind !== 'CONTRACT') continue;
      const [from, until] = [words[mention.from]!.start, words[mention.until - 1]!.end];
      const [before, after] = [text.slice(0, from), text.slice(until)];
      if (later.test(before) || compared.test(after) || /\bou alternance compris|stage ou $/iu.test(before)) continue;
      for (const value of mention.contractTypes) {
        const known = found.get(value) ?? { value, confidence: kind === 'OFFER' ? 0.9 : 0.85, found: [] };
        known.found.push(source.found(start + from, start + until));
        found.set(value, known);
      }
    }
  }
  return [...found.values()];
}

const start = new RegExp(
  `(?:disponib\\p{L}*|libre|à partir d|à compter d|d[èe]s|à pourvoir|rentr[ée]e|d[ée]but(?:er|ant)?|prise de poste|start)[^.;\\n\\d]{0,40}?(?:(?:1er|\\d{1,2})\\s)?${monthPattern}\\s(20\\d{2})`,
  'iu',
);
const numeric =
  /(?:disponib\p{L}*|à partir du|à compter du|d[èe]s le|prise de poste)[^.;\n\d]{0,30}(\d{2})\/(\d{2})\/(20\d{2})/iu;
const term = /rentr[ée]e (?:scolaire |universitaire |de )?(20\d{2})/iu;

/** "Disponible à partir de septembre 2026"; a month without a year says too little. */
export function availabilityOf(units: readonly Unit[], source: SourceText): ProposedValue<string> | null {
  for (const { text, start: at, section } of units) {
    if (section === 'EXPERIENCE' || section === 'EDUCATION' || section === 'HOBBIES' || section === 'COMPANY') continue;
    const [month, day, autumn] = [start.exec(text), numeric.exec(text), term.exec(text)];
    const value = month
      ? monthDay(month[1]!, month[2]!)
      : day
        ? `${day[3]!}-${day[2]!}-${day[1]!}`
        : autumn && `${autumn[1]!}-09-01`;
    const said = month ?? day ?? autumn;
    if (!value || !said) continue;
    const from = at + said.index;
    return { value, confidence: autumn === said ? 0.6 : 0.85, found: [source.found(from, from + said[0].length)] };
  }
  return null;
}

const licence =
  /(?<!\p{L})permis(?: de conduire)?\s?:?\s?((?:AM|A1|A2|BE|CE|DE|[ABCD])(?:(?:\s?(?:,|et|\/|\+)\s?)(?:AM|A1|A2|BE|CE|DE|[ABCD])(?!\p{L}))*)(?![\p{L}\p{N}])/giu;

/** "Permis B": for whoever fills in a profile or an offer. */
export function licencesOf(plain: string, source: SourceText): ProposedValue<string>[] {
  const found = new Map<string, ProposedValue<string>>();
  for (const { 0: words, 1: letters, index } of plain.matchAll(licence)) {
    if (letters === undefined || letters !== letters.toUpperCase().replaceAll('ET', 'et')) continue;
    for (const value of letters.match(/AM|A1|A2|BE|CE|DE|[ABCD]/g) ?? []) {
      if (!found.has(value))
        found.set(value, { value, confidence: 0.9, found: [source.found(index, index + words.length)] });
    }
  }
  return [...found.values()];
}
