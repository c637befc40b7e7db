import { badInput } from '../common/errors.js';

/** Offers shown beside something else, at the most. */
export const mostShown = 20;

/** Throws BAD_USER_INPUT for more than is ever shown. */
export function checkedFirst(first: number): number {
  if (first < 1 || first > mostShown) {
    throw badInput(`first doit être entre 1 et ${mostShown}. (first must be between 1 and ${mostShown}.)`);
  }
  return first;
}
