import type { Language } from '../common/text.js';
import { figure } from './figure.type.js';
import type { Counted, Sheet } from './sheet.js';
import { said, words } from './statistics-reader.js';
import { tensionSentence } from './statistics-view.js';
import type { SkillTensionType } from './statistics.type.js';

/** These skills as they are asked for and as candidates have them. */
export function tensions({ skills }: Sheet, codes: readonly Counted[], language: Language): SkillTensionType[] {
  const asked = new Map(skills.asked);
  const offered = new Map(skills.offered);
  return codes.map(([code]) => {
    const offers = asked.get(code) ?? 0;
    const held = offered.get(code) ?? null;
    return {
      code,
      asked: offers,
      offered: said(figure(held), language),
      difference: held === null ? null : offers - held,
      askedPerCandidate: held === null ? null : Math.round((100 * offers) / held) / 100,
      sentence: words(tensionSentence(offers, held), language),
    };
  });
}
