import { Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { TalkingSideEnum } from '../messages/message.type.js';
import type { CharterSignature, CharterVersion } from './charter.entity.js';

@ObjectType('CharterSignature', { description: 'The hand of one side under a charter.' })
export class CharterSignatureType implements Partial<CharterSignature> {
  @Field(() => TalkingSideEnum, { description: 'For whom.' })
  side!: CharterSignature['side'];

  @Field(() => String, { nullable: true, description: 'The name as it was signed; null once that account is gone.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The role in which a member of the company signed.' })
  role!: string | null;

  @Field(() => String, { description: 'The SHA-256 of what was signed, 64 hexadecimal digits.' })
  sha256!: string;

  @Field(() => Date, { description: 'When.' })
  signedAt!: Date;
}

@ObjectType('CharterVersion', { description: 'A charter as it was frozen to be signed.' })
export class CharterVersionType implements Partial<CharterVersion> {
  @Field(() => Int, { description: 'From 1, rising.' })
  number!: number;

  @Field(() => String, { description: 'The SHA-256 of the PDF to be signed, 64 hexadecimal digits.' })
  sha256!: string;

  @Field(() => Date, { description: 'When it was frozen.' })
  madeAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When a change of data voided it and its signatures.' })
  voidedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the second of both signed it.' })
  signedAt!: Date | null;

  @Extensions({ mostItems: 2 })
  @Field(() => [CharterSignatureType], { description: 'At most one of each side.' })
  signatures!: CharterSignature[];
}

@ObjectType('Charter', { description: 'The charter of a hire: the version that stands, and those before.' })
export class CharterType {
  @Field(() => String, {
    nullable: true,
    description: 'What signing takes: the SHA-256 of the version that stands. Null while none does.',
  })
  sha256!: string | null;

  @Extensions({ mostItems: 2 })
  @Field(() => [CharterSignatureType], { description: 'Signatures of the version that stands; at most two.' })
  signatures!: CharterSignature[];

  @Extensions({ mostItems: 20 })
  @Field(() => [CharterVersionType], { description: 'Versions, the newest first; at most the last twenty.' })
  versions!: (CharterVersion & { signatures: CharterSignature[] })[];

  @Field(() => String, {
    nullable: true,
    description:
      'Where the PDF is, below the address of the platform, for the same people: the signed one once both signed. Null while ' +
      'no version stands, and once it was forgotten.',
  })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The public page that says of this fingerprint whether both signed, and nothing of them.',
  })
  verificationUrl!: string | null;
}

@ObjectType('CharterVerification', {
  description: 'That a charter with this fingerprint was signed by both. It says nothing of who they are.',
})
export class CharterVerificationType {
  @Field(() => String, { description: 'The fingerprint that was asked for, 64 hexadecimal digits.' })
  sha256!: string;

  @Field(() => Date, { description: 'When the second of both signed.' })
  signedAt!: Date;
}
