import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { AdminDoor } from '../audit/admin-door.js';
import type { RequestContext } from '../common/context.js';
import type { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { LabelActs } from './label-acts.service.js';
import { LabelCheckIns } from './label-check-ins.service.js';
import { LabelDecisions } from './label-decisions.service.js';
import { LabelPapers } from './label-papers.js';
import { LabelReminding } from './label-reminding.js';
import type { Label } from './label.entity.js';
import {
  AnswerCheckInArgs,
  AskDocumentsArgs,
  EndMissionEarlyArgs,
  GrantLabelArgs,
  LabelIdArgs,
  LabelWordsArgs,
  RecordPaymentArgs,
  RefuseLabelArgs,
} from './label.input.js';
import {
  AnswerCheckInResult,
  DecideLabelResult,
  EndMissionEarlyResult,
  GrantLabelResult,
  RemindLabelResult,
  RemoveLabelDocumentResult,
  RequestLabelResult,
  SendLabelPapersResult,
  WithdrawLabelResult,
} from './label-results.js';
import { LabelType } from './label.type.js';

type Answer = Promise<Label | Refusal>;
const forCompany = 'For owners and recruiters of the company. Doing it twice changes nothing. NotAllowed to others.';
const forBoth = 'For the young person, and owners and recruiters of the company. NotAllowed to others.';
const forAdministrators =
  'Records what Bpifrance decided, for administrators: UNAUTHENTICATED to strangers, FORBIDDEN to others. In the audit log.';

@Resolver(() => LabelType)
export class LabelActsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly acts: LabelActs,
    private readonly checkIns: LabelCheckIns,
    private readonly papers: LabelPapers,
    private readonly reminding: LabelReminding,
  ) {}

  @Asks('label.advance')
  @Mutation(() => RequestLabelResult, {
    description: `Requests the label, once both signed the charter, within the delay from the day of the hire; again after a refusal. ${forCompany}`,
  })
  async requestLabel(@Args() { id, words }: LabelWordsArgs, @Context() context: RequestContext): Answer {
    return this.acts.request(await this.viewers.required(context), id, words);
  }

  @Asks('label.advance')
  @Mutation(() => SendLabelPapersResult, {
    description: `Sends the additional documents, once every one that was asked for is there. ${forCompany}`,
  })
  async sendLabelDocuments(@Args() { id, words }: LabelWordsArgs, @Context() context: RequestContext): Answer {
    return this.acts.sendDocuments(await this.viewers.required(context), id, words);
  }

  @Asks('label.advance')
  @Mutation(() => SendLabelPapersResult, {
    description: `Sends the proofs of spending, once every one that was asked for is there. ${forCompany}`,
  })
  async sendProofs(@Args() { id, words }: LabelWordsArgs, @Context() context: RequestContext): Answer {
    return this.acts.sendProofs(await this.viewers.required(context), id, words);
  }

  @Asks('label.advance')
  @Mutation(() => WithdrawLabelResult, {
    description: `Gives the request up, for good, before the mission began; the young person is told. ${forCompany}`,
  })
  async withdrawLabel(@Args() { id, words }: LabelWordsArgs, @Context() context: RequestContext): Answer {
    return this.acts.withdraw(await this.viewers.required(context), id, words);
  }

  @Asks('label.answer')
  @Mutation(() => AnswerCheckInResult, {
    description: `Says how the mission goes, once for each side and check-in, from the day on which it is asked. ${forBoth}`,
  })
  async answerCheckIn(@Args() { id, answer }: AnswerCheckInArgs, @Context() context: RequestContext): Answer {
    return this.checkIns.answer(await this.viewers.required(context), id, answer);
  }

  @Asks('label.answer')
  @Mutation(() => EndMissionEarlyResult, {
    description: `Says that the mission was broken off: the hire ends, and the label with it, for good; both are told. ${forBoth}`,
  })
  async endMissionEarly(
    @Args() { id, reason, on, words }: EndMissionEarlyArgs,
    @Context() context: RequestContext,
  ): Answer {
    return this.checkIns.endEarly(await this.viewers.required(context), id, reason, on, words);
  }

  @Asks('label.answer')
  @Mutation(() => RemoveLabelDocumentResult, {
    description: `Deletes the file of a document, as long as papers of its step can be sent; the young person, what they sent themselves. ${forBoth}`,
  })
  async removeLabelDocument(
    @Args('id', { type: () => ID, description: 'The document.' }) id: string,
    @Context() context: RequestContext,
  ): Answer {
    return this.papers.remove(await this.viewers.required(context), id);
  }

  @Asks('label.remind')
  @Mutation(() => RemindLabelResult, {
    description:
      'Writes to everyone of whom something is missing, at most once a week, for managers of a territory of the workplace and ' +
      'administrators. NotAllowed to others.',
  })
  async remindLabel(@Args() { id }: LabelIdArgs, @Context() context: RequestContext): Answer {
    return this.reminding.remind(await this.viewers.required(context), id);
  }
}

@Resolver(() => LabelType)
export class LabelDecisionsResolver {
  constructor(
    private readonly door: AdminDoor,
    private readonly decisions: LabelDecisions,
  ) {}

  @Asks('label.decide')
  @Mutation(() => DecideLabelResult, { description: `Asks for additional documents. ${forAdministrators}` })
  async askMoreDocuments(
    @Args() { id, documents, words }: AskDocumentsArgs,
    @Context() context: RequestContext,
  ): Answer {
    return this.decisions.askDocuments(await this.enter(context, id), id, documents, words);
  }

  @Asks('label.decide')
  @Mutation(() => GrantLabelResult, {
    description: `Grants the label, with aids or without. VTE Vert as often as its rules allow a SIRET and a SIREN. ${forAdministrators}`,
  })
  async grantLabel(@Args() { id, aids, words }: GrantLabelArgs, @Context() context: RequestContext): Answer {
    return this.decisions.grant(await this.enter(context, id), id, aids ?? [], words);
  }

  @Asks('label.decide')
  @Mutation(() => DecideLabelResult, { description: `Refuses the label, with a reason. ${forAdministrators}` })
  async refuseLabel(@Args() { id, reason, words }: RefuseLabelArgs, @Context() context: RequestContext): Answer {
    return this.decisions.refuse(await this.enter(context, id), id, reason, words);
  }

  @Asks('label.decide')
  @Mutation(() => DecideLabelResult, { description: `Asks for other proofs. ${forAdministrators}` })
  async askMoreProofs(@Args() { id, documents, words }: AskDocumentsArgs, @Context() context: RequestContext): Answer {
    return this.decisions.askProofs(await this.enter(context, id), id, documents, words);
  }

  @Asks('label.decide')
  @Mutation(() => DecideLabelResult, { description: `Records that the aid was paid, once. ${forAdministrators}` })
  async recordPayment(@Args() { id, amountEuros, on }: RecordPaymentArgs, @Context() context: RequestContext): Answer {
    return this.decisions.pay(await this.enter(context, id), id, amountEuros, on);
  }

  private enter(context: RequestContext, id: string) {
    return this.door.enter(context, 'label.decide', 'Label', id);
  }
}
