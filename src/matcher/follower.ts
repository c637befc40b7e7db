import type { DataSource, EntityManager } from 'typeorm';
import type { Progress } from '../common/progress.js';
import type { SkillKnowledge } from '../scoring/skill-knowledge.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import { MatcherMemory } from './matcher-memory.js';
import { allCandidates, allOffers, candidatesOf, countRows, offersOf } from './read-rows.js';

/** The PostgreSQL channel on which changes of offers and candidates are announced. */
export const matchChannel = 'vte_match';

const pageSize = 5_000;
/** With more changes than this at once it is quicker to read everything again. */
const mostChanges = 200_000;
/** Changes go after a quarter of an hour, since they name people who were erased: whoever did not look for five minutes reads everything again. */
const longestSleep = 300_000;
/** Longer than anyone sleeps, see `forget`. */
const forgetEvery = 360_000;

interface Loaded {
  memory: MatcherMemory;
  /** What the database could see when it was read last. */
  snapshot: string;
  at: number;
  /** What places and skills were worked out from. */
  editions: readonly [object, object];
}

/** Keeps a memory as the database has it: reads all once, and from then on what changed. */
export class Follower {
  private loaded: Loaded | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private lastForgot = 0;
  private seenAtLast: string | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly knowledge: SkillKnowledge,
    private readonly forgetsEvery = forgetEvery,
  ) {}

  get memory(): MatcherMemory {
    if (!this.loaded) throw new Error('offers and candidates are not read yet');
    return this.loaded.memory;
  }

  /** Once it is done, nothing older is held than what was committed when it was called. Calls take turns. */
  refresh(progress: Progress): Promise<void> {
    const refreshed = this.turn.then(() => this.catchUp(progress));
    this.turn = refreshed.catch(() => undefined);
    return refreshed;
  }

  private async catchUp(progress: Progress): Promise<void> {
    const { loaded } = this;
    const current = loaded && this.isCurrent(loaded);
    const at = Date.now();
    await this.db.transaction('REPEATABLE READ', async (tx) => {
      const [{ snapshot }] = await tx.query<[{ snapshot: string }]>('SELECT pg_current_snapshot()::text AS snapshot');
      const changed = current ? await changesSince(tx, loaded.snapshot) : null;
      if (!loaded || !changed || changed.length > mostChanges) {
        this.loaded = { ...(await this.readAll(tx, progress)), snapshot, at };
      } else {
        await apply(tx, loaded.memory, changed);
        this.loaded = { ...loaded, snapshot, at };
      }
    });
    await this.forget();
  }

  private isCurrent({ editions, at }: Loaded): boolean {
    const [places, skills] = editions;
    return places === this.gazetteer.edition && skills === this.knowledge.edition && Date.now() - at < longestSleep;
  }

  private async readAll(tx: EntityManager, progress: Progress): Promise<Pick<Loaded, 'memory' | 'editions'>> {
    const editions = [this.gazetteer.edition, this.knowledge.edition] as const;
    const expected = await countRows(tx);
    const memory = new MatcherMemory(this.gazetteer, this.knowledge, expected);
    const all = expected.offers + expected.candidates;
    let done = 0;
    const read = async <Row>(pages: AsyncGenerator<Row[]>, put: (row: Row) => void): Promise<void> => {
      for await (const page of pages) {
        for (const row of page) put(row);
        done += page.length;
        progress('matching', done, all);
      }
    };
    await read(allOffers(tx, pageSize), (row) => {
      memory.offers.add(row);
    });
    await read(allCandidates(tx, pageSize), (row) => {
      memory.candidates.add(row);
    });
    return { memory, editions };
  }

  /**
   * Only what was there at the last time too: whoever follows has looked since or reads everything again, however late its
   * transaction ended after it noted the change.
   */
  private async forget(): Promise<void> {
    if (Date.now() - this.lastForgot < this.forgetsEvery) return;
    this.lastForgot = Date.now();
    await this.db.query(
      `DELETE FROM match_change WHERE at < now() - interval '8 minutes' AND pg_visible_in_snapshot(tx, $1::pg_snapshot)`,
      [this.seenAtLast ?? '1:1:'],
    );
    this.seenAtLast = this.loaded?.snapshot ?? null;
  }
}

interface Change {
  kind: 'offer' | 'candidate';
  id: string;
}

const changesSince = (tx: EntityManager, snapshot: string): Promise<Change[]> =>
  tx.query(
    `SELECT DISTINCT kind, id FROM match_change
      WHERE tx >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(tx, $1::pg_snapshot)`,
    [snapshot],
  );

/** Those that are no longer there, or no longer open, go. */
async function apply(tx: EntityManager, memory: MatcherMemory, changes: readonly Change[]): Promise<void> {
  const of = (kind: Change['kind']): string[] => changes.filter((change) => change.kind === kind).map(({ id }) => id);
  const [offerIds, candidateIds] = [of('offer'), of('candidate')];
  const offers = offerIds.length > 0 ? await offersOf(tx, offerIds) : [];
  const candidates = candidateIds.length > 0 ? await candidatesOf(tx, candidateIds) : [];
  for (const id of offerIds) memory.offers.remove(id);
  for (const row of offers) memory.offers.put(row);
  for (const id of candidateIds) memory.candidates.remove(id);
  for (const row of candidates) memory.candidates.put(row);
}
