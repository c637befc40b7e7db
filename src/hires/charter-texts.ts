import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { referenceFile } from '../common/reference-file.js';

const line = z.string().trim().min(1);
const undertakings = z.strictObject({ title: line, items: z.array(line).min(1) });
const charterTexts = z.strictObject({
  version: line,
  from: z.iso.date(),
  title: line,
  notice: line,
  preamble: line,
  company: undertakings,
  candidate: undertakings,
});

export type CharterTexts = z.infer<typeof charterTexts>;

let known: readonly CharterTexts[] | undefined;

/** The texts of the charter, in French, in the order in which they came into force. Read once. */
export function charterTextVersions(): readonly CharterTexts[] {
  known ??= z
    .strictObject({ versions: z.array(charterTexts).min(1) })
    .parse(JSON.parse(readFileSync(referenceFile('charter.json'), 'utf8')))
    .versions.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return known;
}

/** Those in force on a civil day; the first ones before. */
export const charterTextsOn = (day: string): CharterTexts =>
  charterTextVersions().findLast(({ from }) => from <= day) ?? charterTextVersions()[0]!;

/** Those a charter was made from: what was signed is printed again word for word. Throws for a version nobody wrote. */
export function charterTextsOf(version: string): CharterTexts {
  const texts = charterTextVersions().find((one) => one.version === version);
  if (!texts) throw new Error(`reference/charter.json has no texts ${version}`);
  return texts;
}
