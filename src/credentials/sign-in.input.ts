import { Field, InputType } from '@nestjs/graphql';
import { longestPassword, shortestPassword } from '../accounts/passwords.js';
import { AccountRole } from '../permissions/account-role.js';

@InputType('SignUpInput', { description: 'What a new account is made of.' })
export class SignUpInput {
  @Field(() => String, { description: 'The address to sign in with; capitals do not matter.' })
  email!: string;

  @Field(() => String, {
    description: `From ${shortestPassword} to ${longestPassword} characters of any kind; the most common ones are refused.`,
  })
  password!: string;

  @Field(() => AccountRole, { description: 'CANDIDATE or COMPANY_MEMBER; nobody gives themselves another role.' })
  role!: AccountRole;
}

@InputType('SignInInput', { description: 'What an account is opened with.' })
export class SignInInput {
  @Field(() => String, { description: 'The address of the account; capitals do not matter.' })
  email!: string;

  @Field(() => String, { description: 'Its password.' })
  password!: string;
}
