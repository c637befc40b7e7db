import type { Unit } from './extract-layout.js';

/** Words that are a diploma or something else, by what stands around them. */

const fields =
  'droit|sciences?|gestion|lettres|histoire|g[ée]ographie|psychologie|[ée]conomie|[ée]conom[ée]trie|math[ée]matiques|physique|' +
  'chimie|biologie|biochimie|informatique|langues|sociologie|communication|philosophie|AES|LEA|MIAGE|STAPS|anglais|administration';

/** The diploma of four years, not the mastery of something: "Maîtrise en droit", "titulaire d’une maîtrise". */
export const masters = new RegExp(
  `(?<!\\p{L})(?:[Mm]a[îi]trise en (?:${fields})|(?<=(?:^|[\\d:,–—•-])\\s*)Ma[îi]trise (?:de |d['’])(?:${fields})(?! d)|` +
    `(?<=(?:titulaire d['’]une|dipl[ôo]me de|niveau|obtenu (?:une|ma))\\s)ma[îi]trise|` +
    `[Mm]a[îi]trise universitaire|[Mm]a[îi]trise(?=\\s\\(?[Bb]ac\\s?\\+\\s?4))(?!\\p{L})`,
  'gu',
);

const ofOtherThings =
  /^s?\s(?:logici|libre|open|sportive|FF\p{Lu}|IV(?!\p{L})|Adobe|Microsoft|Office|Windows|Photoshop|Autodesk|AutoCAD|SolidWorks|CATIA|Creo|Revit|SAP|Oracle|GNU|GPL|Creative|d['’](?:exploitation|utilisation|entra)|des? (?:logici|pilote|taxi|transport|p[êe]che|conduite|sport|football|d[ée]bit|marque|fabrication|brevet))/iu;
const handled = /(?:gestion|achats?|suivi|renouvellement|contrats?|parc) (?:des? |d['’]|de la )$/iu;
const asDiploma = /^\s(?:pro|en|de|d['’]|[123](?!\p{L}))/iu;

/** "Licence Adobe", "licence logicielle"; among skills whatever is not clearly a diploma. */
export function isOtherLicence({ text, section }: Unit, start: number, end: number): boolean {
  const [word] = /^licence/iu.exec(text.slice(start, end)) ?? [];
  if (!word) return false;
  const [before, after] = [text.slice(0, start), text.slice(start + word.length)];
  if (ofOtherThings.test(after) || handled.test(before)) return true;
  return section === 'SKILLS' && !asDiploma.test(after);
}

const leftBefore =
  /(?<!\p{L})(?:arr[êe]t|abandonn|interromp|interrupt|quitt|rat[ée]|[ée]chou|sans (?:obtenir|valider|finir|terminer)|pas (?:obtenu|valid[ée]|fini|termin[ée]|eu))\p{L}*\s[^.;,\n]{0,25}$/iu;
const leftAfter =
  /^[^.;\n]{0,40}?(?<!\p{L})(?:non (?:obten|valid|termin|achev)|abandonn|interromp|interrupt|arr[êe]t|inachev|pas (?:obten|valid|fini|termin)|[ée]chec|rat[ée]e?(?!\p{L}))/iu;
const nextDiploma =
  /(?<!\p{L})(?:bac|bts|dut|but|cap|bep|licence|ma[îi]trise|master|doctorat|dipl[ôo]me|[ée]cole|deug)(?!\p{L})/iu;

/** "J’ai arrêté une licence", "Licence de droit (non validée)". */
export const isGivenUp = (text: string, start: number, end: number): boolean =>
  leftBefore.test(text.slice(0, start)) || leftAfter.test(text.slice(end).split(nextDiploma)[0]!);
