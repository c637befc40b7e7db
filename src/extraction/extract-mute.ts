import type { Unit } from './extract-layout.js';

/** Part of a unit, by its offsets in it. */
export interface Stretch {
  start: number;
  end: number;
}

const address =
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?:https?:\/\/|www\.)\S+|\b[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|fr|org|net|io|eu)(?:\/\S*)?/giu;
const street =
  /(?:\d{1,4}\s?(?:bis|ter)?,?\s)?(?<![\p{L}])(?:[Rr]ue|RUE|[Aa]venue|[Bb]oulevard|[Bb]d|Place|[Ii]mpasse|Chemin|Route|All[ée]es?|Quai|[Ss]quare|[Ll]otissement|[Rr][ée]sidence|Z\.?[IA]\.?|[Zz]one (?:industrielle|artisanale|d['’]activit[ée]s?)|[Pp]arc d['’]activit[ée]s?)\s(?:(?:des?|du|la|le|les)\s|[dl]['’])*\p{Lu}[^,;|()\n–—]*|(?<=\d{1,4}\s?(?:bis|ter)?,?\s)(?:rue|avenue|boulevard|bd|place|impasse|chemin|route|all[ée]e|quai)\s[^,;|()\n–—]*/gu;
const school =
  /(?<![\p{L}])(?:[ée]coles?|lyc[ée]es?|universit[ée]s?|univ\.?|iut|iae|cfa|cfai|institut|facult[ée]|fac|coll[èe]ge|campus|polytech|insa|ens[a-z]{1,6}|inp|afpa|greta|cnam|mfr|isae|icam|esiee?|ut[ctb]m?|centre de formation|p[ôo]le formation|laboratoires?|acad[ée]mie)(?=[\s-])(?!s? (?:de recherche|et d['’]industrialisation))[^,;|()\n–—/:]*/giu;
const company =
  /(?<![\p{L}])(?:chez|groupe|soci[ée]t[ée]|sas|sarl|eurl|ets|[ée]tablissements|maison|entreprise|usines? d[eu]|cabinet|agence|mairie|ville d[e'’]|garage|bureau d['’][ée]tudes)\s[^,;|()\n–—:]*/giu;
const legalForm = /(?<![\p{L}])(?:SASU?|SARL|EURL|SA|SNC|SCOP|GmbH|Ltd|Inc|& Fils|& Cie|et Fils)(?![\p{L}])/gu;
const mayBeAddress = /@|https?:|www\.|\.(?:com|fr|org|net|io|eu)(?!\p{L})/u;
/** "Groupe Vauzelle", "chez les Forges": a capital letter comes next. */
const namedAtOnce = /^[\p{L}’']+(?:\s[d][e'’u](?=\s))?\s(?:(?:de|du|des|la|le|les)\s|[dl]['’])*\p{Lu}/u;

/** Addresses, schools and companies, as far as their words or what stands beside them tell: no skills are in their names. */
export function mutedOf({ text }: Unit): Stretch[] {
  const muted: Stretch[] = [];
  const add = (pattern: RegExp, keeps: (found: string) => boolean = () => true): void => {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (found !== '' && keeps(found)) muted.push({ start: index, end: index + found.length });
    }
  };
  if (mayBeAddress.test(text)) add(address);
  add(street, (found) => /^\d|\p{Lu}/u.test(found));
  add(school, (found) => /^\p{Lu}|^(?:lyc|univ|écol|ecol|inst|labo|centre)/u.test(found) && namesOne(found));
  add(company, (found) => namedAtOnce.test(found));
  for (const { 0: form, index } of text.matchAll(legalForm)) {
    const before = /[^,;|()\n–—:]*$/u.exec(text.slice(Math.max(0, index - 60), index))![0];
    muted.push({ start: index - before.length, end: index + form.length });
  }
  return muted;
}

/** "École des Mines", not "relations écoles" nor "laboratoire de chimie": a capital letter follows. */
function namesOne(found: string): boolean {
  const [first = '', ...others] = found.trim().split(/[\s'’]+/u);
  return (
    /^[\p{Lu}]{3,}$/u.test(first) || others.some((word) => /^\p{Lu}/u.test(word)) || /^(?:IUT|IAE|CFA)/.test(first)
  );
}

export const isMuted = (muted: readonly Stretch[], { start, end }: Stretch): boolean =>
  muted.some((one) => start < one.end && one.start < end);
