import { discreetGate } from '../scoring/explain-discreet.js';
import { stepAbove } from '../scoring/explain-distance.js';
import type { GateJudged } from '../scoring/explain-gates.js';
import type { ExplainedMatch } from './explained-match.js';

/**
 * For companies: who agreed to be found by them did not agree to tell the day of the diploma, the first free day, the pay
 * wished for or from where kilometres are counted. Score and points stay, so that both sides read the same number.
 */
export const discreetMatch = (match: ExplainedMatch): ExplainedMatch => ({
  ...match,
  discreet: true,
  distanceKm: match.distanceKm === null ? null : stepAbove(match.distanceKm),
});

export const discreetGates = (gates: readonly GateJudged[]): GateJudged[] =>
  gates.map((judged) => ({ ...judged, explanation: discreetGate(judged.gate, judged.passed) ?? judged.explanation }));
