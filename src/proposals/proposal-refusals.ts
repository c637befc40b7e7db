import { GraphQLError } from 'graphql';
import { badInput } from '../common/errors.js';

/** Characters of a pasted text: what a body holds with room to spare, however the text is written. */
export const longestPasted = 30_000;

/** Seconds after which a text or a file is likely to find its turn. */
export const retryAfter = 5;

export const tooLong = (): GraphQLError =>
  badInput(
    `Texte trop long : ${longestPasted.toLocaleString('fr-FR')} caractères au plus. ` +
      `(The text is too long: at most ${longestPasted.toLocaleString('en')} characters.)`,
  );

export const inAddress = (): GraphQLError =>
  badInput('Envoyez le texte par POST : une adresse reste dans des journaux. (Send the text by POST.)');

export const busy = (): GraphQLError =>
  new GraphQLError(
    'Beaucoup de textes arrivent en ce moment : réessayez dans quelques secondes. (Busy: try again in a few seconds.)',
    { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: retryAfter } },
  );

export const tooSlow = (): GraphQLError =>
  badInput('Ce texte est trop complexe pour être lu : envoyez-en une partie. (Too complex: send a part of it.)');
