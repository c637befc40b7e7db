import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A file of an export: one that lies on the disk, or one that is made for it. */
export type ExportedFile = { name: string; path: string } | { name: string; bytes: Uint8Array };

/** What one room hands over of a person: rows as they are read by them, and the files that belong to them. */
export interface ExportedData {
  /** Names the file of the export: the table the rows come from, or the subject: "application". */
  name: string;
  rows: unknown[];
  files?: ExportedFile[];
}

/** A room that keeps something about people. */
export interface PersonalDataHolder {
  /** Removes all it keeps about the account, or what remains no longer leads to a person; marks what is indexed. */
  erase(tx: EntityManager, accountId: string): Promise<void>;
  /**
   * What rows alone do not tell: files, and what is shaped for reading. The rows of every registered table are exported
   * without it (src/privacy/personal-columns.ts), unless a holder hands over something of the same name.
   */
  export?(accountId: string): Promise<ExportedData[]>;
}

/** Rooms that hold personal data register here as they start; this room knows none of them. */
@Injectable()
export class PersonalData {
  private readonly holders: PersonalDataHolder[] = [];

  register(holder: PersonalDataHolder): void {
    this.holders.push(holder);
  }

  /**
   * Asks every holder, the last registered first: later rooms lean on the rows of earlier ones and must be able to
   * read them one last time.
   */
  async erase(tx: EntityManager, accountId: string): Promise<void> {
    for (const holder of this.holders.toReversed()) await holder.erase(tx, accountId);
  }

  /** What the holders hand over, one after another: nobody waits for it. */
  async export(accountId: string): Promise<ExportedData[]> {
    const exported: ExportedData[] = [];
    for (const holder of this.holders) exported.push(...((await holder.export?.(accountId)) ?? []));
    return exported;
  }
}
