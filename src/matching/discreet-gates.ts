import type { Text } from '../common/text.js';
import type { GateJudged } from '../scoring/explain-gates.js';

const passed: Text = {
  fr: 'Rien dans le profil n’empêche un VTE.',
  en: 'Nothing in the profile stands against a VTE.',
};
const failed: Text = {
  fr: 'Hors alternance, un VTE demande un diplôme plus récent que celui du profil.',
  en: 'Outside work-study, a VTE asks for a more recent diploma than the profile’s.',
};

/** For companies: who agreed to be seen by them did not agree to tell the day of the diploma, from which an age is guessed. */
export const discreet = (gates: readonly GateJudged[]): GateJudged[] =>
  gates.map((gate) => (gate.gate === 'VTE' ? { ...gate, explanation: gate.passed ? passed : failed } : gate));
