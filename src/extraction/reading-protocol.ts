import type { Proposal, TextKind } from './proposal.js';

/** What the thread that reads texts is given as it starts. */
export interface ReadingStart {
  databaseUrl: string;
}

/** One text at a time; `today` as YYYY-MM-DD, for "immédiatement" and for days without a year. */
export interface ReadingAsked {
  text: string;
  kind: TextKind;
  today: string;
}

/** What the thread tells. Words of errors stay there: they may quote the text. */
export type ReadingTold =
  | { ready: true }
  /** The reading itself begins: what had to be made anew for it, since the reference data changed, is made. */
  | { begun: true }
  | { proposal: Proposal }
  | { failedAt: string };
