import type { Candidate } from '../candidates/candidate.entity.js';
import { InputProblem, InvalidInput } from '../common/refusal.js';
import type { Offer } from '../offers/offer.entity.js';
import type { GateJudged } from '../scoring/explain-gates.js';
import { candidateFacts, offerFacts } from '../scoring/facts-of.js';
import { gates } from '../scoring/gates.js';

export const shortestMessage = 20;
export const longestMessage = 5_000;

/** What is wrong with a message, cleaned; null when nothing is. */
export function messageProblem(message: string): InvalidInput | null {
  const { length } = [...message];
  if (length >= shortestMessage && length <= longestMessage) return null;
  const text =
    length < shortestMessage
      ? {
          fr: `Écrivez quelques mots à l’entreprise : ${shortestMessage} caractères au moins (${length} ici).`,
          en: `Write a few words to the company: at least ${shortestMessage} characters (${length} here).`,
        }
      : { fr: 'Le message compte au plus 5 000 caractères.', en: 'The message has at most 5,000 characters.' };
  return new InvalidInput([new InputProblem(['message'], text)]);
}

const anywhere = { inside: true, km: null, radiusKm: null, communeCode: null };

/**
 * Why a VTE is ruled out for them by what is known; empty when it is not. The other conditions of a match are wishes, which
 * nobody is held to when they apply.
 */
export const ruledOut = (offer: Offer, candidate: Candidate, today: string): GateJudged[] =>
  gates(offerFacts(offer, null), candidateFacts(candidate), anywhere, today)
    .filter(({ gate }) => gate === 'VTE')
    .map((failure) => ({ ...failure, passed: false }));
