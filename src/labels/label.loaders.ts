import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import { StoredFile } from '../files/stored-file.entity.js';
import { type LabelFile, LabelViews } from './label-views.js';
import { Label, LabelEvent } from './label.entity.js';

/** Labels with all that belongs to them, read together: who may see them was asked before. */
@Injectable()
export class LabelFilesLoader extends BatchLoader<string, LabelFile> {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly views: LabelViews,
  ) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(LabelFile | Error)[]> {
    const labels = await this.db.manager.findBy(Label, { id: In([...ids]) });
    const files = await this.views.of(this.db.manager, labels);
    return ids.map((id) => files.get(id) ?? new Error(`label ${id} is gone`));
  }
}

/** The steps of labels, first to last. */
@Injectable()
export class LabelEventsLoader extends BatchLoader<string, LabelEvent[]> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<LabelEvent[][]> {
    const order = { seq: 'ASC' } as const;
    const found = await this.db.manager.find(LabelEvent, { where: { labelId: In([...ids]) }, order });
    const byLabel = new Map<string, LabelEvent[]>(ids.map((id) => [id, []]));
    for (const event of found) byLabel.get(event.labelId)!.push(event);
    return ids.map((id) => byLabel.get(id)!);
  }
}

/** The label of each hire; every hire has one. */
@Injectable()
export class LabelsOfHires extends BatchLoader<string, Label | null> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(hireIds: readonly string[]): Promise<(Label | null)[]> {
    const found = await this.db.manager.findBy(Label, { hireId: In([...hireIds]) });
    const byHire = new Map(found.map((label) => [label.hireId, label]));
    return hireIds.map((id) => byHire.get(id) ?? null);
  }
}

/** Files of documents, by their id. */
@Injectable()
export class PaperFiles extends BatchLoader<string, StoredFile | null> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(StoredFile | null)[]> {
    const found = await this.db.manager.findBy(StoredFile, { id: In([...ids]) });
    const byId = new Map(found.map((file) => [file.id, file]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
