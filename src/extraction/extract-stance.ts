import type { SkillLevel } from '../candidates/skill-level.js';
import type { SkillWish } from './proposal.js';

/** What the words around a name say of it. All patterns look at the same sentence. */

const notHad =
  /(?:sans (?:aucune )?(?:connaissance|exp[ée]rience|notion|comp[ée]tence|pratique|ma[îi]trise|formation|passer|recours|utiliser|savoir)|pas (?:de|d['’]|encore|besoin|du tout)|aucune?s?(?= )|ne (?:conna[iî]s|ma[îi]trise|sais|pratique)|n['’]ai (?:pas|jamais)|jamais|\bni\b|hors\b|inutile|exempt[ée]?|d[ée]butant(?:e|·e)? accept|ne pas (?:faire|utiliser|pratiquer|employer|suivre|recourir)|no (?:experience|knowledge))[^.;:!?\n]{0,60}$/iu;
const notYet =
  /(?:(?:souhait|aimer|voudr|envie|d[ée]sir|projet|hâte)\p{L}*\s[^.;:!?\n]{0,25}?(?:appren|former|d[ée]couvr|initi|perfectionn|acqu[ée]r)|me former|à acqu[ée]rir|reconvertir)[^.;:!?\n]{0,50}$/iu;
/** "Mon collègue gérait la paie": what somebody else did; not "mon tuteur me confiait la paie". */
const byAnother =
  /(?<!\p{L})(?:mon|ma|mes|notre|nos)\s(?:coll[èe]gue|chef|responsable|tuteur|tutrice|manager|patronn?e?|sup[ée]rieure?|bin[ôo]me|p[èe]re|m[èe]re|fr[èe]re|s[œo]e?ur|ma[îi]tre d['’](?:apprentissage|alternance))s?\s(?!(?:me|nous)\s|m['’])(?:\p{L}+\s){0,2}?(?:qui\s|s['’]|se\s)?(?:\p{L}{2,}(?:ait|aient)|g[èe]re|fait|occupe|pratique|utilise|a\s\p{L}+[ée])(?!\p{L})[^.;:!?\n]{0,60}$/iu;

/** In the words up to the end of a name: the verb may be part of it. */
export const isOfAnother = (said: string): boolean => byAnother.test(said);

const notAsked =
  /^[^.;:!?\n]{0,40}?(?:n['’](?:est|es|étant) pas|ne (?:sont|serait|seraient|soit|soient)? ?pas|pas (?:n[ée]cessaire|exig|requis|indispensable|obligatoire|demand|pratiqu|ma[îi]tris)|non (?:exig|requis|n[ée]cessaire|ma[îi]tris|obligatoire)|inutile|not required)/iu;
const neither = /^[^.;:!?\n]{0,40}\b(?:exig|requis|n[ée]cessaire|demand)/iu;

const mayDeny =
  /sans|pas\b|aucun|jamais|\bn[ie]\b|\bn['’]|hors|inutile|exempt|d[ée]butant|no \p{L}|non |souhait|aimer|voudr|envie|d[ée]sir|projet|hâte|former|acqu|reconver/iu;
const maySayLevel =
  /notion|base|initi|sensibil|d[ée]but|connaissance|approche|rudiment|d[ée]couv|ma[îi]tris|expert|sp[ée]cialis|confirm|pratique|niveau|aise|utilisation|avanc|interm|cours|[ée]l[ée]ment|bon|op[ée]ration|autonom|excellent/iu;

export function isDenied(before: string, after: string): boolean {
  if (!mayDeny.test(before) && !mayDeny.test(after)) return false;
  if (notHad.test(before) && !/\b(?:mais|cependant|par contre|en revanche)\b[^.]*$/iu.test(before)) return true;
  if (notYet.test(before) || notAsked.test(after)) return true;
  return /\bni\b[^.;:\n]*$/iu.test(before) && neither.test(after);
}

const leadsTo: [SkillLevel, RegExp][] = [
  [
    'NOTION',
    /(?:notions?|bases?|initiation|initi[ée]e?s?|sensibilis[ée]e?|d[ée]butante?|connaissances? (?:de base|[ée]l[ée]mentaires?)|premi[èe]re approche|rudiments|d[ée]couverte)(?: solides?)? (?:de|des|du|d['’]|en|[àa]|sur|aux?)(?: |(?<=['’]))/giu,
  ],
  [
    'MASTERED',
    /(?:(?:parfaite|tr[èe]s bonne|bonne|excellente)? ?ma[îi]trise[rz]?|ma[îi]trisez|ma[îi]trisant|expert(?:e|ise)?|sp[ée]cialiste|tr[èe]s bonnes? connaissances?|excellentes? connaissances?|expertise|confirm[ée]e?) (?:de|des|du|d['’]|en|sur|aux?|parfaitement|l['’]|le|la|les)(?: |(?<=['’]))/giu,
  ],
  [
    'PRACTISED',
    /(?:bonnes? connaissances?|bonne pratique|pratique (?:courante|r[ée]guli[èe]re)|bon niveau|[àa] l['’]aise|pratique|utilisation (?:quotidienne|courante|r[ée]guli[èe]re)) (?:de|des|du|d['’]|en|avec|sur)(?: |(?<=['’]))/giu,
  ],
];

const follows: [SkillLevel, RegExp][] = [
  [
    'NOTION',
    /^\s*(?:\(|:|-|–|—)\s*(?:niveau )?(?:notions?|bases?|initiation|d[ée]butante?|d[ée]but|connaissances? de base|cours|[ée]l[ée]mentaire)/iu,
  ],
  [
    'MASTERED',
    /^(?:\s*(?:\(|:|-|–|—)\s*(?:niveau )?(?:expert|avanc[ée]|ma[îi]tris|excellent|confirm|tr[èe]s bon)| (?:expert|avanc[ée]|confirm[ée])(?!\p{L}{2}))/iu,
  ],
  [
    'PRACTISED',
    /^\s*(?:\(|:|-|–|—)\s*(?:niveau )?(?:interm[ée]diaire|bon\b|op[ée]rationnel|pratique|courant|autonome)/iu,
  ],
];

/** Stars and dots of layouts say nothing that can be trusted. */
export function levelSaid(before: string, after: string): SkillLevel | null {
  if (!maySayLevel.test(before) && !maySayLevel.test(after.slice(0, 40))) return null;
  for (const [level, pattern] of follows) if (pattern.test(after)) return level;
  return lastLead(/[^.;:()\n]*$/.exec(before)![0]);
}

/** "Notions d’Excel, maîtrise de SimaPro": the nearest words before a name count. */
function lastLead(before: string): SkillLevel | null {
  let last: { level: SkillLevel; index: number } | null = null;
  for (const [level, pattern] of leadsTo) {
    const index = [...before.matchAll(pattern)].at(-1)?.index ?? -1;
    if (index > (last?.index ?? -1)) last = { level, index };
  }
  return last?.level ?? null;
}

const liked =
  /(?:int[ée]ress[ée]e?s? (?:par|à)|attir[ée]e?s? par|int[ée]r[êe]t (?:pour|marqu[ée])|attrait pour|envie d['’e])[^.;:!?\n]{0,60}$/iu;

/** "Intéressée par le marketing": says a taste, not a skill. */
export const isOnlyLiked = (before: string): boolean => liked.test(before);

const around =
  /(?:au sein|rejoi\p{L}+|int[ée]gr\p{L}+|notre|nos|votre)\s(?:[^.;:,\n]{0,40}?\s)?(?:ateliers?|usines?|sites?|services?|[ée]quipes?|p[ôo]les?|entreprise|soci[ée]t[ée]|groupe|d[ée]partement|bureau|unit[ée]s?|laboratoires?|filiale|division|direction)\s(?:\p{L}+\s)?(?:d[eu]s?\s(?:la\s|l['’])?|d['’])?$/iu;

/** "Au sein de notre atelier de plasturgie": where the work is done, not what is asked for. */
export const isSurrounding = (before: string): boolean => around.test(before);

const desiredBefore =
  /(?:id[ée]alement|si possible|(?:serai(?:t|ent)|est|sont) (?:un |des )?(?:plus|atouts?|avantages?)|(?:un|les) (?:plus|atouts?|petits plus)\s?:|de pr[ée]f[ée]rence|facultatif|optionnel|nice to have|appr[ée]ci[ée]e?s?\s?:|souhait[ée]e?s?\s?:|bonus)[^.;\n]*$/iu;
const desiredAfter =
  /^(?:(?!\b(?:indispensable|exig|imp[ée]rati|obligatoire|requis|n[ée]cessaire)).){0,80}?(?:(?:serai(?:t|ent)|est|sont|constitue(?:nt)?|:) (?:un |des |un vrai )?(?:plus|atouts?|avantages?|bonus)|en (?:plus|bonus)\b|appr[ée]ci[ée]e?s?|souhait[ée]e?s?|bienvenue?s?|souhaitables?|de pr[ée]f[ée]rence|feront la diff[ée]rence|si possible|facultati|optionnel|un plus\b)/iu;
const plural = /(?:seraient|sont|feront|appr[ée]ci[ée]e?s|souhait[ée]e?s|bienvenue?s)\b/iu;

/** Whether an offer asks for it or only wishes for it; `before` and `after` are of the same sentence. */
export function wishSaid(before: string, after: string): SkillWish {
  if (desiredBefore.test(before)) return 'DESIRED';
  const found = desiredAfter.exec(after.split(/[.;\n]/u)[0]!)?.[0];
  if (!found) return 'REQUIRED';
  return !found.includes(',') || plural.test(found) ? 'DESIRED' : 'REQUIRED';
}
