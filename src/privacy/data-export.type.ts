import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { Refusal, refusalOr } from '../common/refusal.js';
import type { DataExport } from './data-export.entity.js';

export const exportStatuses = ['PREPARING', 'READY', 'FETCHED', 'EXPIRED', 'FAILED'] as const;
export type ExportStatus = (typeof exportStatuses)[number];
export const ExportStatus = enumOf(exportStatuses);

registerEnumType(ExportStatus, {
  name: 'DataExportStatus',
  description: 'How far an export of one’s data is.',
  valuesMap: {
    PREPARING: { description: 'It is being made, or waits for its turn.' },
    READY: { description: 'It can be fetched, once, by the link that was sent by e-mail.' },
    FETCHED: { description: 'It was fetched, and is kept no longer.' },
    EXPIRED: { description: 'It was not fetched in time, or another was asked for; it is kept no longer.' },
    FAILED: { description: 'It could not be made; another may be asked for.' },
  },
});

@ObjectType('DataExport', { description: 'A zip of all that the platform keeps about the caller.' })
export class DataExportType implements Partial<DataExport> {
  @Field(() => ExportStatus, { description: 'How far it is.' })
  status!: ExportStatus;

  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was ready; null before.' })
  readyAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when it can be fetched, seven days from readyAt.' })
  expiresAt!: Date | null;
}

@ObjectType('TooManyExports', {
  implements: () => Refusal,
  description: 'The caller asked for three exports within 24 hours; no other was begun.',
})
export class TooManyExports extends Refusal {
  @Field(() => Date, { description: 'When the next may be asked for.' })
  readonly nextAt: Date;

  constructor(nextAt: Date) {
    super({
      fr: 'Vous avez déjà demandé trois exports en 24 heures : réessayez demain.',
      en: 'You asked for three exports within 24 hours already: try again tomorrow.',
    });
    this.nextAt = nextAt;
  }
}

export const ExportMyDataResult = createUnionType({
  name: 'ExportMyDataResult',
  description: 'The export that was begun, or the one being made already; or why there is none.',
  types: () => [DataExportType, TooManyExports] as const,
  resolveType: refusalOr(DataExportType),
});
