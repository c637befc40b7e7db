import type { Language } from '../common/text.js';
import { figure } from './figure.type.js';
import type { Counted } from './sheet.js';
import { said, type ShownStatistics, words } from './statistics-reader.js';
import { tensionSentence, wishesCounted } from './statistics-view.js';
import type { SkillTensionType } from './statistics.type.js';

/** These skills as they are asked for and as candidates have them. */
export function tensions(
  { scope, known: { sheet } }: ShownStatistics,
  codes: readonly Counted[],
  language: Language,
): SkillTensionType[] {
  const { skills } = sheet;
  const counted = wishesCounted(scope, sheet);
  const asked = new Map(skills.asked);
  const offered = new Map(skills.offered);
  return codes.map(([code]) => {
    const offers = asked.get(code) ?? 0;
    const held = offered.get(code) ?? null;
    return {
      code,
      asked: offers,
      offered: said(figure(held, { counted }), language),
      difference: held === null ? null : offers - held,
      askedPerCandidate: held === null ? null : Math.round((100 * offers) / held) / 100,
      sentence: words(tensionSentence(offers, held), language),
    };
  });
}
