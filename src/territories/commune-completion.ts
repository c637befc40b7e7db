import type { Atlas } from './atlas.js';
import type { CommuneFacts } from './facts.js';

/** Finds communes as one types their name or code. */
export class CommuneCompletion {
  constructor(private readonly atlas: Atlas) {}

  find(words: string, first: number): CommuneFacts[] {
    const code = this.atlas.communes.get(words);
    return code && first > 0 ? [code] : [];
  }
}
