import type { Judged } from './judged.js';

/** Right judgements that the search does not meet yet: one that begins to pass makes its test fail, and moves out. */
export const wished: Judged[] = [];
