/** BUSY: too many texts wait already. TOO_SLOW: this one took more time or memory than a text may. */
export type ReadingFault = 'BUSY' | 'TOO_SLOW';

/** A text that was not read. It never holds anything of the text. */
export class TextNotRead extends Error {
  constructor(readonly fault: ReadingFault) {
    super(fault);
  }
}
