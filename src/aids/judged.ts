import type { Text } from '../common/text.js';

/** A condition as it turned out: met, not met, or not known. */
export interface Judged {
  met: boolean | null;
  /** Nothing at all was said of it, as against said but not enough. */
  unsaid?: true;
  text: Text;
}

export const judged = (met: boolean | null, fr: string, en: string): Judged => ({ met, text: { fr, en } });

/** A condition in words, with its outcome. */
export const outcome = (met: boolean, { fr, en }: Text): Judged =>
  met
    ? judged(true, `${fr} : condition remplie.`, `${en}: met.`)
    : judged(false, `${fr} ; ce n’est pas le cas.`, `${en}; this is not so.`);

export const unsaid = ({ fr, en }: Text): Judged => ({
  ...judged(null, `${fr} ; ce n’est pas précisé.`, `${en}; this was not said.`),
  unsaid: true,
});
