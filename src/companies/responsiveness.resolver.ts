import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import type { Company } from './company.entity.js';
import { CompanyType } from './company.type.js';
import { ResponsivenessLoader } from './responsiveness.loader.js';
import { ResponsivenessType, shownResponsiveness } from './responsiveness.type.js';

@Resolver(() => CompanyType)
export class ResponsivenessResolver {
  constructor(private readonly loader: ResponsivenessLoader) {}

  @ResolveField(() => ResponsivenessType, {
    nullable: true,
    description:
      'Réactivité: how often and how fast the company answers; null while fewer than 5 applications can tell. It moves ' +
      'the score of its offers by at most 3 points of 100, and not at all where it is null.',
  })
  async responsiveness(
    @Parent() { id }: Company,
    @Context() context: RequestContext,
  ): Promise<ResponsivenessType | null> {
    return shownResponsiveness(await this.loader.load(context, id), context.language);
  }
}
