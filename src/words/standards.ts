/** Who publishes standards, and what they are called, folded. "EN" and "AS" are words too: those are written in capitals. */
const publishers = 'iso|nf|din|cei|iec|norme|normes|iatf|ohsas|astm|ansi';

const publisher = new RegExp(`^(?:${publishers})$`);
const capitals = /^(?:EN|AS)$/;
const anyPublisher = new RegExp(`(?<!\\p{L})(?:${publishers})(?!\\p{L})`, 'iu');
const anyCapitals = /(?<!\p{L})(?:EN|AS)[\s-]?\d/u;

/** Numbers of standards that offers and candidates name, as against postal codes and numbers that are somebody's. */
const numbers = new Set(
  (
    '9001 9100 9110 9120 10204 12100 13485 13849 14001 14040 14044 14064 14971 15085 15189 15504 15614 16949 17020 17021 ' +
    '17024 17025 17065 18001 20000 20121 22000 22301 22716 26000 26262 27001 27002 27701 28000 31000 37001 42001 45001 ' +
    '50001 55001 60079 60204 60601 61000 61508 61511 62061 62304 62443'
  ).split(' '),
);

/** Whether a word, as it is written, says that the number after it is that of a standard. */
export const leadsToStandard = (written: string): boolean =>
  publisher.test(written.toLowerCase()) || capitals.test(written);

export const isStandard = (number: string): boolean => numbers.has(number);

/** Whether a text speaks of a standard. */
export const namesStandard = (text: string): boolean => anyPublisher.test(text) || anyCapitals.test(text);
