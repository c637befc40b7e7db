import type { ContractType } from '../offers/offer-words.js';
import { contractMentions } from '../understanding/contracts.js';
import { saidWords } from '../understanding/said-words.js';
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

const licence =
  /(?<!\p{L})permis(?: de conduire)?\s?:?\s?((?:AM|A1|A2|BE|CE|DE|[ABCD])(?:(?:\s?(?:,|et|\/|\+)\s?)(?:AM|A1|A2|BE|CE|DE|[ABCD])(?!\p{L}))*)(?![\p{L}\p{N}])/giu;

const notHeld =
  /(?:sans|pas (?:de|le|mon)|pr[ée]par\p{L}*|passer?|passe|inscrite? au|obtenir) (?:le |mon |du |un )?$/iu;
const notYet =
  /^ *[(:,–—-]? *(?:actuellement )?(?:en cours|bient[ôo]t|pr[ée]vu|non (?:obten|pass|exig|requis)|en (?:pr[ée]paration|formation|projet)|pas (?:obten|encore|exig|n[ée]cessaire))/iu;

/** "Permis B": for whoever fills in a profile or an offer. */
export function licencesOf(plain: string, source: SourceText): ProposedValue<string>[] {
  const found = new Map<string, ProposedValue<string>>();
  for (const { 0: words, 1: letters, index } of plain.matchAll(licence)) {
    if (notHeld.test(plain.slice(Math.max(0, index - 40), index))) continue;
    if (notYet.test(plain.slice(index + words.length, index + words.length + 40))) continue;
    if (letters === undefined || !(letters === 'b' || letters === letters.toUpperCase().replaceAll('ET', 'et')))
      continue;
    for (const value of letters.replace(/^b$/, 'B').match(/AM|A1|A2|BE|CE|DE|[ABCD]/g) ?? []) {
      if (!found.has(value))
        found.set(value, { value, confidence: 0.9, found: [source.found(index, index + words.length)] });
    }
  }
  return [...found.values()];
}
