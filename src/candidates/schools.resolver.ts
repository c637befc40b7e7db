import { Args, Context, Extensions, Int, Query, Resolver } from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import { completionSize } from '../skills/skills.resolver.js';
import { schoolKey } from './school-key.js';

/** A school that fewer candidates wrote could tell who one of them is. */
const leastWritten = 5;

/** Completes the names of schools from what candidates wrote: there is no list of them. */
@Resolver()
export class SchoolsResolver {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
  ) {}

  @Asks('candidate.save')
  @Extensions({ mostItems: 50 })
  @Query(() => [String], {
    description:
      'Names of schools that begin like this and that at least five candidates wrote, in the spelling most of them chose, the ' +
      'most written first. For candidates: UNAUTHENTICATED for strangers, FORBIDDEN for others.',
  })
  async schools(
    @Args('startingWith', { type: () => String, description: 'What was typed so far; accents do not count.' })
    startingWith: string,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 10,
      description: 'How many at the most, up to 50; 10 when left out. BAD_USER_INPUT for another number.',
    })
    first: number | null,
    @Context() context: RequestContext,
  ): Promise<string[]> {
    const most = completionSize(first);
    if (!may(await this.viewers.required(context), 'candidate.save')) throw forbidden();
    const key = schoolKey(startingWith.slice(0, 200));
    if (key === null || most === 0) return [];
    const rows = await this.db.query<{ school: string }[]>(
      `SELECT mode() WITHIN GROUP (ORDER BY school) AS school FROM candidate
        WHERE school_key IS NOT NULL AND school_key LIKE $1
        GROUP BY school_key HAVING count(*) >= $2 ORDER BY count(*) DESC, school_key LIMIT $3`,
      [`${key.replace(/[\\%_]/g, '\\$&')}%`, leastWritten, most],
    );
    return rows.map(({ school }) => school);
  }
}
