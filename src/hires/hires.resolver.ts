import { Args, Context, createUnionType, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { Asks } from '../permissions/act.decorator.js';
import { CharterVerificationType } from './charter.type.js';
import { CharterCopies } from './charter-copies.js';
import { DeclaringService } from './declaring.service.js';
import { EndHireInput, HireInput, SignCharterInput } from './hire.input.js';
import type { Hire } from './hire.entity.js';
import {
  ApplicationNotAccepted,
  CharterChanged,
  CompanyNotVerified,
  HireAlreadyDeclared,
  HireIncomplete,
  HireLinkNotValid,
  IllegalHireMove,
} from './hire-refusals.js';
import { HireType } from './hire.type.js';
import { HiresService } from './hires.service.js';
import { OutsideHiresService } from './outside-hires.service.js';
import { SigningService } from './signing.service.js';

const DeclareHireResult = createUnionType({
  name: 'DeclareHireResult',
  description: 'The hire, or why it was not declared.',
  types: () =>
    [
      HireType,
      InvalidInput,
      NotAllowed,
      ApplicationNotAccepted,
      HireAlreadyDeclared,
      CompanySuspended,
      CompanyNotVerified,
    ] as const,
  resolveType: refusalOr(HireType),
});

const ReviseHireResult = createUnionType({
  name: 'ReviseHireResult',
  description: 'The hire as it stands now, or why nothing was changed.',
  types: () => [HireType, InvalidInput, NotAllowed, IllegalHireMove, CompanySuspended] as const,
  resolveType: refusalOr(HireType),
});

const AcceptHireResult = createUnionType({
  name: 'AcceptHireResult',
  description: 'The hire, or why it is not the caller’s.',
  types: () => [HireType, NotAllowed, HireLinkNotValid] as const,
  resolveType: refusalOr(HireType),
});

const OpenCharterResult = createUnionType({
  name: 'OpenCharterResult',
  description: 'The hire, whose charter is open for signature, or why it is not.',
  types: () => [HireType, NotAllowed, IllegalHireMove, HireIncomplete, CompanyNotVerified, CompanySuspended] as const,
  resolveType: refusalOr(HireType),
});

const SignCharterResult = createUnionType({
  name: 'SignCharterResult',
  description: 'The hire with the signature, or why nothing was signed.',
  types: () =>
    [
      HireType,
      InvalidInput,
      NotAllowed,
      IllegalHireMove,
      CharterChanged,
      CompanyNotVerified,
      CompanySuspended,
    ] as const,
  resolveType: refusalOr(HireType),
});

@ObjectType('HireDisowned', { description: 'The hire was called off, and the address is not kept for it any more.' })
class HireDisowned {
  @Field(() => Boolean, { description: 'Always true.' })
  done!: boolean;
}

const DisownHireResult = createUnionType({
  name: 'DisownHireResult',
  description: 'That the hire was called off, or why it was not.',
  types: () => [HireDisowned, HireLinkNotValid] as const,
  resolveType: refusalOr(HireDisowned),
});

const hireId = { type: () => ID, description: 'The hire.' };
const token = { type: () => String, description: 'The token of the link in the letter.' };

@Resolver(() => HireType)
export class HiresResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly declaring: DeclaringService,
    private readonly outside: OutsideHiresService,
    private readonly service: HiresService,
    private readonly signing: SigningService,
    private readonly copies: CharterCopies,
  ) {}

  @Asks('hire.declare')
  @Mutation(() => DeclareHireResult, {
    description:
      'Declares that an applicant was hired, by owners and recruiters of the company: once for each application, and again when the ' +
      'company had called it off. What is left out of the input is taken from offer and profile. The person gets a letter. ' +
      'RATE_LIMITED beyond 50 a day for a company.',
  })
  async declareHire(
    @Args('applicationId', { type: () => ID, description: 'An application that was accepted.' }) applicationId: string,
    @Args('input', { description: 'What is known of the hire.' }) input: HireInput,
    @Context() context: RequestContext,
  ): Promise<Hire | Refusal> {
    return this.declaring.declare(await this.viewers.required(context), applicationId, input);
  }

  @Asks('hire.declare')
  @Mutation(() => DeclareHireResult, {
    description:
      'Declares a hire made elsewhere, by owners and recruiters of a verified company. The address gets a letter with a link, by ' +
      'which its reader says that it is them or not, within 30 days; until then the company sees the address it gave, and no answer ' +
      'tells whether there is an account. Once for each address and day of hiring, and not for members of the company. RATE_LIMITED beyond 20 a day for a company, and 5 letters an hour to one address.',
  })
  async declareOutsideHire(
    @Args('companyId', { type: () => ID, description: 'The company that hired.' }) companyId: string,
    @Args('email', { type: () => String, description: 'The e-mail address of the person hired.' }) email: string,
    @Args('input', { description: 'What is known of the hire.' }) input: HireInput,
    @Context() context: RequestContext,
  ): Promise<Hire | Refusal> {
    const by = await this.viewers.required(context);
    return this.outside.declare(by, { companyId, email, said: input }, context.language);
  }

  @Asks('hire.revise')
  @Mutation(() => ReviseHireResult, {
    description:
      'Changes the data of a hire until both signed. When the charter is open and says something else afterwards, the version that ' +
      'stands and its signatures are void, a new one takes its place, and both are told.',
  })
  async reviseHire(
    @Args('id', hireId) id: string,
    @Args('input', { description: 'What changes.' }) input: HireInput,
    @Context() context: RequestContext,
  ): Promise<Hire | Refusal> {
    return this.service.revise(await this.viewers.required(context), id, input);
  }

  @Asks('hire.accept')
  @Mutation(() => AcceptHireResult, {
    description:
      'Says that one is the person hired, with the account of a candidate that has the address the letter was sent to. The company ' +
      'learns then who it is.',
  })
  async acceptHire(@Args('token', token) given: string, @Context() context: RequestContext): Promise<Hire | Refusal> {
    return this.outside.accept(await this.viewers.required(context), given);
  }

  @Asks('hire.disown')
  @Mutation(() => DisownHireResult, {
    description:
      'Says that one is not the person hired; needs no account. The hire is called off, the company is told.',
  })
  async disownHire(@Args('token', token) given: string): Promise<HireDisowned | Refusal> {
    return (await this.outside.disown(given))
      ? Object.assign(new HireDisowned(), { done: true })
      : new HireLinkNotValid();
  }

  @Asks('hire.revise')
  @Mutation(() => OpenCharterResult, {
    description:
      'Freezes the charter as a PDF for both to sign, by owners and recruiters of a verified company, when nothing is missing ' +
      '(Hire.whatIsMissing). Both get a letter.',
  })
  async openCharter(@Args('hireId', hireId) id: string, @Context() context: RequestContext): Promise<Hire | Refusal> {
    return this.service.openCharter(await this.viewers.required(context), id);
  }

  @Asks('hire.sign')
  @Mutation(() => SignCharterResult, {
    description:
      'Signs the charter that was read, told by its SHA-256, for the company (owners and recruiters) or as the person hired, in any ' +
      'order. The password is asked for once more, and attempts are counted: RATE_LIMITED beyond 10 in a quarter of an hour. Signing ' +
      'twice changes nothing. With the second signature the signed PDF is made, and both get a letter.',
  })
  async signCharter(
    @Args('hireId', hireId) id: string,
    @Args('input', { description: 'What is signed, and by whom.' }) input: SignCharterInput,
    @Context() context: RequestContext,
  ): Promise<Hire | Refusal> {
    return this.signing.sign(context, await this.viewers.required(context), id, input);
  }

  @Asks('hire.end')
  @Mutation(() => ReviseHireResult, {
    description:
      'Calls a hire off before both signed, or ends it early after, by either side, with a reason. For good; the other side is told.',
  })
  async endHire(
    @Args('id', hireId) id: string,
    @Args('input', { description: 'Why, and since when.' }) input: EndHireInput,
    @Context() context: RequestContext,
  ): Promise<Hire | Refusal> {
    return this.service.end(await this.viewers.required(context), id, input);
  }

  @Asks('charter.verify')
  @Query(() => CharterVerificationType, {
    nullable: true,
    description:
      'Whether a charter with this fingerprint was signed by both: of the document that was signed, or of the final PDF. Null when ' +
      'none is known, and while only one has signed. It says nothing of who they are.',
  })
  charterBySha256(
    @Args('sha256', { type: () => String, description: '64 hexadecimal digits.' }) sha256: string,
  ): Promise<CharterVerificationType | null> {
    return this.copies.verification(sha256);
  }
}
