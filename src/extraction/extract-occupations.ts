import type { Unit } from './extract-layout.js';
import type { Match } from './extract-match.js';
import type { Bearer, NameIndex } from './extract-names.js';
import { hasDateBeside, segmentsOf, titleStart } from './extract-titles.js';
import { isMuted, type Stretch } from './extract-mute.js';
import { tokensOf } from './extract-words.js';
import type { TextKind } from './proposal.js';

export interface OccupationMention {
  bearer: Bearer;
  start: number;
  end: number;
  confidence: number;
}

const [headline, wished, held, trained] = [0.95, 0.9, 0.8, 0.65];

const wish =
  /(?:poste|emploi|recherche|recherchons|recrute|recrutons|cherchons|cherche|cherche un|alternance|contrat|comme|en tant qu[e'’]|looking for|objectif|toi,?|futur)[^.;\n]{0,60}$/iu;
const others =
  /(?:avec|par|du|de la|au|aux|auprès|rattaché\p{L}*|responsabilité|lien|encadr\p{L}*|équipe|les|leurs?|nos|vos|service|conseill\p{L}*|pour|trois|deux)\s(?:[\p{L}'’]+\s){0,3}$/iu;
const intern = /^(?:stages?|stagiaire|alternan(?:ce|te?)(?:·e|\(e\))?|apprentie?(?:·e|\(e\))?|apprentissage)$/iu;

/** The jobs someone has, had or wishes for; in an offer the one it is for. */
export function occupationsOf(
  unit: Unit,
  matches: readonly Match[],
  muted: readonly Stretch[],
  kind: TextKind,
  index: NameIndex,
): OccupationMention[] {
  const named = matches.filter((match) => match.occupation && !isMuted(muted, match));
  const found = named.flatMap(({ occupation, start, end, exactness }): OccupationMention[] => {
    const confidence = kind === 'CV' ? inCv(unit, start) : inOffer(unit, start);
    const place = { start: unit.start + start, end: unit.start + end };
    return confidence === 0 ? [] : [{ bearer: occupation!, ...place, confidence: confidence * exactness }];
  });
  return found.length > 0 ? found : inTraining(unit, kind, index);
}

function inCv({ text, section, bullet, first }: Unit, start: number): number {
  const before = text.slice(0, start);
  const begins = segmentsOf(text).some((segment) => titleStart(text, segment) === start);
  if (section === 'EXPERIENCE' || section === 'OTHER') {
    if (!begins || (bullet && !hasDateBeside(text)) || (!first && !hasDateBeside(text))) return 0;
    return held;
  }
  if (section !== 'HEAD' && section !== 'PROFILE' && section !== 'CONTACT') return 0;
  if (wish.test(before) && !/(?:avec|auprès)\s[^,]*$/iu.test(before)) return wished;
  if (begins && text.length < 160) return headline;
  return others.test(before) ? 0 : begins || /^(?:depuis|je suis|en tant)/iu.test(text) ? held : 0;
}

function inOffer({ text, line }: Unit, start: number): number {
  const before = text.slice(0, start);
  if (line === 0) return others.test(before) ? 0 : headline - before.length / 1_000;
  if (/(?:recherch|recrut|cherch|poste|intitulé|toi|en tant qu)[^.;]{0,50}$/iu.test(before)) return wished - line / 100;
  return line < 3 && before.trim() === '' ? held : 0;
}

/** "Alternante QHSE", "stage contrôle de gestion": named after whoever does that work. */
function inTraining({ text, section, start: at }: Unit, kind: TextKind, index: NameIndex): OccupationMention[] {
  if (kind === 'CV' && section !== 'HEAD' && section !== 'EXPERIENCE') return [];
  const tokens = tokensOf(text);
  return tokens.flatMap((token, place): OccupationMention[] => {
    if (!intern.test(token.written)) return [];
    for (let until = Math.min(tokens.length, place + 4); until > place + 1; until -= 1) {
      const rest = tokens.slice(place + 1, until);
      if (rest.some(({ glue }) => /[,;:|()–—.]/.test(glue))) continue;
      for (const role of ['assistant', 'charge', 'technicien']) {
        const bearer = index.get([role, ...rest.map(({ word }) => word)])?.occupation;
        if (bearer) return [{ bearer, start: at + token.start, end: at + rest.at(-1)!.end, confidence: trained }];
      }
    }
    return [];
  });
}
