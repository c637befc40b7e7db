import { ArgsType, Field } from '@nestjs/graphql';
import { badInput } from '../common/errors.js';
import { MonthScalar } from './month.scalar.js';
import type { Sheet } from './sheet.js';
import { type Period, usualPeriod } from './statistics-view.js';

@ArgsType()
export class PeriodArgs {
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The first month of what people did; twelve months before the end when left out.',
  })
  from?: string | null;

  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The last month, included; the last one that is over when left out. Not before `from`.',
  })
  until?: string | null;
}

/** The months asked for; null where none was asked for and none is over. Throws BAD_USER_INPUT for a period that ends before it begins. */
export function periodOf({ from, until }: PeriodArgs, sheet: Sheet): Period | null {
  const usual = usualPeriod(sheet);
  const end = until ?? usual?.until ?? from;
  if (!end) return null;
  const start = from ?? (until && usual && until < usual.from ? until : (usual?.from ?? end));
  if (start > end) throw badInput('La période finit avant de commencer. (The period ends before it begins.)');
  return { from: start, until: end };
}
