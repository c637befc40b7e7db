import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../common/context.js';
import { Asks } from '../permissions/act.decorator.js';
import { CandidateAccess } from './candidate-access.js';
import type { Candidate } from './candidate.entity.js';
import { CandidateType } from './candidate.type.js';
import { ConsentEvent } from './consent-event.entity.js';
import { ConsentTo, consentWordings } from './consents.js';

@ObjectType('Consent', { description: 'A consent that the candidate gave or took back.' })
export class ConsentType implements Partial<ConsentEvent> {
  @Field(() => ConsentTo, { description: 'What to.' })
  what!: ConsentTo;

  @Field(() => Boolean, { description: 'True when it was given, false when it was taken back.' })
  given!: boolean;

  @Field(() => Date, { description: 'When; it counted from then on.' })
  at!: Date;

  @Field(() => String, { description: 'The version of the words that were shown, as "2026-09".' })
  wording!: string;
}

/** What a candidate agreed to, step by step. */
@Resolver(() => ConsentType)
export class ConsentsResolver {
  @ResolveField(() => String, { description: 'The words that were shown, in the language of the request.' })
  words(@Parent() { what, wording }: ConsentEvent, @Context() { language }: RequestContext): string {
    return consentWordings[what][wording]?.[language] ?? '';
  }
}

@Resolver(() => CandidateType)
export class CandidateConsentsResolver {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly access: CandidateAccess,
  ) {}

  @ResolveField(() => [ConsentType], {
    complexity: 20,
    description:
      'Every consent that was given or taken back, latest first, at most 200. For the candidate alone: FORBIDDEN to others.',
  })
  @Asks('candidate.act')
  async consents(@Parent() candidate: Candidate, @Context() context: RequestContext): Promise<ConsentEvent[]> {
    await this.access.requireSelf(candidate, context);
    return this.db.manager.find(ConsentEvent, {
      where: { candidateId: candidate.id },
      order: { at: 'DESC', id: 'ASC' },
      take: 200,
    });
  }
}
