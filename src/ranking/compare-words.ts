import type { Comparison } from './compare-report.js';

const number = (value: number): string => value.toLocaleString('fr-FR', { maximumFractionDigits: 2 });
const signed = (value: number): string => `${value > 0 ? '+' : ''}${number(value)}`;

/** A comparison as lines for the operator, in French and English. */
export function comparisonLines(one: string, other: string, report: Comparison): string[] {
  const of = (lists: number): string =>
    report.compared > 0 ? `${lists} (${number((100 * lists) / report.compared)} %)` : String(lists);
  const lines = [
    `${one} → ${other}`,
    `Listes comparées (lists compared): ${report.compared}`,
    `Sans aucune offre (without any offer): ${report.withoutOffers}`,
    `Identiques (equal): ${of(report.equal)}`,
    `Mêmes offres, autre ordre (same offers, other order): ${of(report.reordered)}`,
    `Autres offres (other offers): ${of(report.changed)}`,
    `Recouvrement moyen (mean overlap): ${number(100 * report.meanOverlap)} %`,
    `Déplacement moyen, le plus grand (move in rank: mean, largest): ${number(report.meanMove)}, ${report.largestMove}`,
    `Écart moyen de score (mean change of score): ${signed(report.meanScoreChange)}`,
  ];
  if (report.causes.length > 0) {
    const causes = report.causes.map(({ criterion, lists }) => `${criterion} ${lists}`).join(', ');
    lines.push(`Critère qui l’explique, en listes (criterion that explains it, in lists): ${causes}`);
  }
  if (report.mostChanged.length > 0) lines.push('Les plus changées (most changed):');
  for (const { candidateId, overlap, entered, left, lifts } of report.mostChanged) {
    const why = lifts.slice(0, 3).map(({ criterion, points }) => `${criterion} ${signed(points)}`);
    lines.push(`  ${candidateId}: ${number(100 * overlap)} %${why.length > 0 ? ` · ${why.join(', ')}` : ''}`);
    if (entered.length > 0) lines.push(`    entrées (entered): ${entered.join(' ')}`);
    if (left.length > 0) lines.push(`    sorties (left): ${left.join(' ')}`);
  }
  return lines;
}
