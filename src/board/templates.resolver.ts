import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import type { Refusal } from '../common/refusal.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { OfferAccess } from '../offers/offer-access.js';
import { Asks } from '../permissions/act.decorator.js';
import {
  AnswerTemplateInput,
  AnswerTemplateType,
  DeleteAnswerTemplateResult,
  SaveAnswerTemplateResult,
} from './template.type.js';
import { Templates } from './templates.service.js';

@Resolver(() => CompanyType)
export class CompanyTemplatesResolver {
  constructor(
    private readonly templates: Templates,
    private readonly access: OfferAccess,
    private readonly viewers: Viewers,
  ) {}

  @Asks('template.read')
  @ResolveField(() => [AnswerTemplateType], {
    description:
      'Texts to answer applications with: the company’s own by name, at most 100, then those that come with the platform, in ' +
      'the language of the request. For members of the company; FORBIDDEN to others.',
  })
  async answerTemplates(@Parent() { id }: Company, @Context() context: RequestContext): Promise<AnswerTemplateType[]> {
    await this.access.require('template.read', { companyId: id }, context);
    return this.templates.ofCompany(id, context.language);
  }

  @Asks('template.manage')
  @Mutation(() => SaveAnswerTemplateResult, {
    description: 'Keeps a text of a company’s own, for its owners and recruiters: a new one, or another text for one.',
  })
  async saveAnswerTemplate(
    @Args('companyId', { type: () => ID, description: 'The company.' }) companyId: string,
    @Args('input', { description: 'The text.' }) input: AnswerTemplateInput,
    @Args('id', { type: () => ID, nullable: true, description: 'The one to write anew; a new one when left out.' })
    id: string | null,
    @Context() context: RequestContext,
  ): Promise<AnswerTemplateType | Refusal> {
    return this.templates.save(await this.viewers.required(context), companyId, id ?? null, input);
  }

  @Asks('template.manage')
  @Mutation(() => DeleteAnswerTemplateResult, {
    description: 'Deletes a text of a company’s own, for its owners and recruiters. What was sent with it stays.',
  })
  async deleteAnswerTemplate(
    @Args('id', { type: () => ID, description: 'The template.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Company | Refusal> {
    return this.templates.delete(await this.viewers.required(context), id);
  }
}
