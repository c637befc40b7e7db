import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Announcements } from '../common/announcements.js';
import type { Text } from '../common/text.js';
import { ReferenceFollower } from '../territories/reference-follower.js';
import { Dictionary, type NameInUse } from './dictionary.js';
import { type LexiconRows, readLexiconRows } from './lexicon-rows.js';
import { type Named, recognise, type Recognised } from './recognise.js';

/**
 * The words people use for skills and occupations, in memory, filled from PostgreSQL when the process starts and again when
 * the reference data change. Answers at once and never asks the database.
 */
@Injectable()
export class Lexicon implements OnModuleInit {
  private readonly logger = new Logger(Lexicon.name);
  private dictionary: Dictionary;
  private readonly follower: ReferenceFollower;

  constructor(
    @InjectDataSource() db: DataSource,
    private readonly announcements: Announcements,
  ) {
    this.fill({ skills: [], terms: [], occupations: [], titles: [], callings: [] });
    this.follower = new ReferenceFollower(db, async (tx) => {
      this.fill(await readLexiconRows(tx));
    });
  }

  onModuleInit(): Promise<void> {
    return this.follower.start(this.announcements, (error) => {
      this.logger.error('the words of skills could not be read again; the earlier ones stay', error);
    });
  }

  /** Once it is done, nothing older is answered than what was committed when it was called. */
  refresh(): Promise<void> {
    return this.follower.refresh();
  }

  /** Takes the rows as they are; for tests that have them already. */
  fill(rows: LexiconRows): void {
    this.dictionary = new Dictionary(rows);
  }

  /** Another object each time it is filled: what was worked out from its names holds as long as it is the same. */
  get edition(): object {
    return this.dictionary;
  }

  /** Every name in use of every skill and occupation of today. */
  names(): readonly NameInUse[] {
    return this.dictionary.names;
  }

  /** The skills and occupations named in folded words, in the order they come, the longest names first. */
  recognise(foldedWords: string): Recognised[] {
    return recognise(foldedWords, this.dictionary.namesOf);
  }

  /** Whether this word, in its normal form, occurs in a label, a term or a title of a skill or an occupation of today. */
  knows(word: string): boolean {
    return this.dictionary.has(word);
  }

  /** The occupations whose core a skill is; none when it is at the core of many. */
  callingsOf(skill: string): readonly string[] {
    return this.dictionary.callingsOf(skill);
  }

  /** Retired ones too; undefined for a code of none. */
  labelOf(kind: Named['kind'], code: string): Text | undefined {
    return this.dictionary.labelOf(kind, code);
  }

  /** Label first, then every other word for each skill, for a document of the search. Unknown codes are left out. */
  skillWords(codes: readonly string[]): Map<string, readonly string[]> {
    return wordsBy(codes, (code) => this.dictionary.skillWords(code));
  }

  /** Label first, then the job titles that lead to each occupation. Unknown codes are left out. */
  occupationWords(codes: readonly string[]): Map<string, readonly string[]> {
    return wordsBy(codes, (code) => this.dictionary.occupationWords(code));
  }
}

const wordsBy = (
  codes: readonly string[],
  wordsOf: (code: string) => readonly string[] | undefined,
): Map<string, readonly string[]> =>
  new Map(
    codes.flatMap((code) => {
      const words = wordsOf(code);
      return words ? [[code, words] as const] : [];
    }),
  );
