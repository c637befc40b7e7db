import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { Account } from '../accounts/account.entity.js';
import { connectionTypes, PageArgs } from '../common/connection.js';
import { Node } from '../common/node.js';
import { CompanyType } from '../companies/company.type.js';
import { AccountRole } from '../permissions/account-role.js';

@ObjectType('Account', {
  implements: () => Node,
  description: 'Someone who can sign in, as administrators see them; that they looked is noted.',
})
export class AccountType implements Partial<Account> {
  @Field(() => ID, { description: 'The id of the account.' })
  id!: string;

  @Field(() => String, { description: 'The address it signs in with.' })
  email!: string;

  @Field(() => AccountRole, { description: 'What the account is for.' })
  role!: AccountRole;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;
}

export const { EdgeType: AccountEdge, ConnectionType: AccountConnection } = connectionTypes<AccountType>(
  'Account',
  () => AccountType,
);

export const { EdgeType: ModeratedCompanyEdge, ConnectionType: ModeratedCompanyConnection } =
  connectionTypes<CompanyType>('ModeratedCompany', () => CompanyType);

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'A part of the address; all when left out.' })
  matching?: string | null;

  @Field(() => AccountRole, { nullable: true, description: 'Only those that are for this; all when left out.' })
  role?: AccountRole | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are suspended, or that are not; all when left out.',
  })
  suspended?: boolean | null;
}

@ArgsType()
export class ModeratedCompaniesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'A part of the name, or the SIRET or its beginning; all when left out.',
  })
  matching?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are suspended, or that are not; all when left out.',
  })
  suspended?: boolean | null;
}
