import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.js';
import type { Clock } from '../common/clock.js';
import type { Progress } from '../common/progress.js';
import { type TerritoryGeneration, territoryId } from './generation.js';
import type { Geography } from './geography.js';
import { readGeography, referenceLock, referenceTables, writeReferenceTables } from './import-territories.js';
import { checkRows } from './list-check.js';
import { type ListProblem, readListCsv } from './list-csv.js';
import { communesConcerned, diffLists, type ListDiff } from './list-diff.js';
import { mergeList, type MergeOptions } from './list-merge.js';
import { type ListFile, UnusableList } from './list-source.js';
import { countTouched, type ListTouched } from './list-touched.js';
import type { ListedTerritory } from './listed-territory.js';
import { noteLoaded } from './reference-load.js';
import { importedLists, listBefore, listInForce, loadFingerprint, type StoredList } from './territory-lists-stored.js';
import { shippedList } from './territory-source.js';

/** What a list would change, worked out and not yet done. */
export interface PreparedList {
  generation: TerritoryGeneration;
  /** Null where a list is taken back. */
  file: Pick<ListFile, 'source' | 'sha256'> | null;
  /** Lines that were left out because the operator named them. */
  leftOut: ListProblem[];
  taken: { listed: string; today: string }[];
  after: readonly ListedTerritory[];
  diff: ListDiff;
  touched: ListTouched;
  concerned: readonly string[];
  /** The list that it was compared with; null for the shipped one. */
  comparedWith: number | null;
}

export type ListOptions = Omit<MergeOptions, 'today'> & { leaveOut: readonly number[] };

/** Lines that cannot be used, none of which the operator named. */
export class UnusableLines extends UnusableList {
  constructor(readonly problems: readonly ListProblem[]) {
    super({
      fr:
        problems.length === 1
          ? 'Une ligne ne peut pas être reprise : rien n’a été changé.'
          : `${problems.length} lignes ne peuvent pas être reprises : rien n’a été changé.`,
      en: 'Some lines cannot be used: nothing was changed.',
    });
  }
}

/** More lines than this are not left out: the list is to be mended. */
export const mostLeftOut = 20;

/** The official lists of territories: what one changes, applying it and taking it back; each in one transaction. */
export class TerritoryLists {
  private readonly audit: Audit;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {
    this.audit = new Audit(clock);
  }

  /** Throws UnusableList for what is no list, UnusableLines where lines cannot be used and were not all named. */
  async prepare(file: ListFile, options: ListOptions): Promise<PreparedList> {
    const { rows, problems } = readListCsv(file.text);
    const { geography } = readGeography();
    const named = new Set(options.leaveOut);
    const checked = checkRows(
      rows.filter(({ line }) => !named.has(line)),
      geography,
    );
    const open = [...problems, ...checked.problems].filter(({ line }) => !named.has(line));
    if (open.length > 0 || named.size > mostLeftOut) throw new UnusableLines(open.sort((a, b) => a.line - b.line));
    if (checked.territories.size === 0) throw new UnusableList({ fr: 'La liste est vide.', en: 'The list is empty.' });
    const current = await listInForce(this.db.manager, options.generation);
    const before = current?.content ?? shippedList(options.generation, geography);
    const after = mergeList(before, checked.territories, { ...options, today: this.clock.today() }, geography);
    const leftOut = [
      ...problems.filter(({ line }) => named.has(line)),
      ...checkRows(
        rows.filter(({ line }) => named.has(line)),
        geography,
      ).problems,
    ];
    return {
      ...(await this.compared(options.generation, before, after, geography)),
      file,
      leftOut,
      taken: checked.taken,
      comparedWith: current?.number ?? null,
    };
  }

  /** What taking back the list in force would change; undefined while the shipped one is in force. */
  async prepareRevert(generation: TerritoryGeneration): Promise<PreparedList | undefined> {
    const current = await listInForce(this.db.manager, generation);
    if (!current) return undefined;
    const { geography } = readGeography();
    const after = (await listBefore(this.db.manager, current))?.content ?? shippedList(generation, geography);
    const compared = await this.compared(generation, current.content, after, geography);
    return { ...compared, file: null, leftOut: [], taken: [], comparedWith: current.number };
  }

  /** Answers false when another list was applied since this one was compared: then nothing was changed. */
  async apply(prepared: PreparedList, by: string | null, progress: Progress): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await tx.query(referenceLock);
      const current = await listInForce(tx, prepared.generation);
      if ((current?.number ?? null) !== prepared.comparedWith) return false;
      const number = prepared.file ? await this.insert(tx, prepared, by) : await this.takeBack(tx, current!, by);
      await writeReferenceTables(tx, referenceTables(await importedLists(tx)), progress);
      await noteLoaded(tx, 'territories', await loadFingerprint(tx), prepared.concerned);
      await this.audit.note(tx, {
        actor: by === null ? null : { id: by },
        act: prepared.file ? 'territory.importList' : 'territory.revertList',
        objectType: 'TerritoryList',
        objectId: String(number),
        details: { generation: prepared.generation, ...prepared.diff.counts },
      });
      return true;
    });
  }

  private async compared(
    generation: TerritoryGeneration,
    before: readonly ListedTerritory[],
    after: readonly ListedTerritory[],
    geography: Geography,
  ): Promise<Pick<PreparedList, 'generation' | 'after' | 'diff' | 'concerned' | 'touched'>> {
    const diff = diffLists(before, after, geography);
    const concerned = communesConcerned(before, after, geography);
    const gone = diff.gone.map(({ code }) => territoryId(generation, code));
    return { generation, after, diff, concerned, touched: await countTouched(this.db.manager, concerned, gone) };
  }

  private async insert(tx: EntityManager, prepared: PreparedList, by: string | null): Promise<number> {
    const { generation, file, after, diff } = prepared;
    const [{ number }] = await tx.query<[{ number: number }]>(
      `INSERT INTO territory_list (generation, source, sha256, content, counts, applied_at, applied_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING number`,
      [generation, file!.source, file!.sha256, JSON.stringify(after), diff.counts, this.clock.now(), by],
    );
    return number;
  }

  private async takeBack(tx: EntityManager, { number }: StoredList, by: string | null): Promise<number> {
    await tx.query('UPDATE territory_list SET reverted_at = $2, reverted_by = $3 WHERE number = $1', [
      number,
      this.clock.now(),
      by,
    ]);
    return number;
  }
}
