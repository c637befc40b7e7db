import type { DataSource } from 'typeorm';
import type { Clock } from '../common/clock.js';
import type { Progress } from '../common/progress.js';
import { generations, inForce, type TerritoryGeneration } from './generation.js';
import { readListFile, UnusableList } from './list-source.js';
import { isUnchanged, preparedLines, problemLine } from './list-words.js';
import { mostLeftOut, type PreparedList, TerritoryLists, UnusableLines } from './territory-lists.js';

export interface ListCommand {
  generation: string;
  from?: string;
  until?: string;
  leaveOut?: string;
  by?: string;
  apply?: boolean;
  revert?: boolean;
}

/** What the operator's command says; it writes nothing without `--apply`. Throws in words what is wrong. */
export async function importTerritoryList(
  db: DataSource,
  clock: Clock,
  source: string | undefined,
  command: ListCommand,
  progress: Progress,
): Promise<string[]> {
  const generation = generationNamed(command.generation);
  const lists = new TerritoryLists(db, clock);
  const by = command.by === undefined ? null : await administrator(db, command.by);
  const prepared = command.revert
    ? await lists.prepareRevert(generation)
    : await prepare(lists, generation, source, command);
  if (!prepared)
    return ['La liste livrée avec le produit est déjà en vigueur. (The shipped list is in force already.)'];
  const lines = preparedLines(prepared);
  if (!command.revert && isUnchanged(prepared)) {
    return [...lines, '', 'Rien ne change : rien n’a été écrit. (Nothing changes: nothing was written.)'];
  }
  if (!command.apply) {
    return [...lines, '', 'Rien n’a été écrit : ajoutez --apply pour l’appliquer. (Nothing was written: add --apply.)'];
  }
  if (!(await lists.apply(prepared, by, progress))) {
    throw new Error(
      'Une autre liste a été appliquée entre-temps : recommencez. (Another list was applied: try again.)',
    );
  }
  return [...lines, '', 'C’est appliqué. (Applied.)'];
}

async function prepare(
  lists: TerritoryLists,
  generation: TerritoryGeneration,
  source: string | undefined,
  { from, until, leaveOut }: ListCommand,
): Promise<PreparedList> {
  if (!source) throw new Error('Il faut un fichier, une adresse ou --revert. (A file, a URL or --revert is needed.)');
  const { from: first, until: last } = inForce[generation];
  for (const day of [from, until]) {
    if (day !== undefined && !(isDay(day) && first <= day && day <= last)) {
      throw new Error(`${day} n’est pas un jour entre le ${first} et le ${last}. (Not a day of that generation.)`);
    }
  }
  if ((from ?? first) > (until ?? last)) throw new Error('--from vient après --until. (--from is after --until.)');
  const options = { generation, from: from ?? null, until: until ?? null, leaveOut: lineNumbers(leaveOut) };
  try {
    return await lists.prepare(await readListFile(source), options);
  } catch (error) {
    if (!(error instanceof UnusableLines)) throw error;
    const how = `Corrigez-les, ou nommez-les par --leave-out 12,57 (${mostLeftOut} au plus). (Mend them, or name them.)`;
    throw new UnusableList({ ...error.text, fr: [error.text.fr, ...error.problems.map(problemLine), how].join('\n') });
  }
}

function generationNamed(words: string): TerritoryGeneration {
  const found = generations.find((each) => each === words);
  if (found) return found;
  throw new Error(`--generation : ${generations.join(' ou ')}.`);
}

function isDay(words: string): boolean {
  const date = new Date(`${words}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(words) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(words);
}

function lineNumbers(words: string | undefined): number[] {
  const lines = (words ?? '').split(',').filter(Boolean);
  if (lines.every((line) => /^\d+$/.test(line))) return lines.map(Number);
  throw new Error('--leave-out : des numéros de lignes, comme 12,57. (Line numbers.)');
}

async function administrator(db: DataSource, email: string): Promise<string> {
  const [found] = await db.query<{ id: string }[]>(
    `SELECT id FROM account WHERE lower(email) = lower($1) AND role = 'ADMIN'`,
    [email],
  );
  if (found) return found.id;
  throw new Error(`${email} n’a pas de compte d’administration. (Not an administrator.)`);
}
