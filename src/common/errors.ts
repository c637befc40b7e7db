import { GraphQLError } from 'graphql';

/** Errors that a client cannot act on are thrown, with one of the contract's codes; everything else is a Refusal. */
export const forbidden = (): GraphQLError =>
  new GraphQLError('Cet accès ne vous est pas ouvert. (Not allowed.)', { extensions: { code: 'FORBIDDEN' } });

/** To an administrator who sees as another account and would change something. */
export const seesOnly = (): GraphQLError =>
  new GraphQLError(
    'Vous voyez la plateforme avec un autre compte que le vôtre : rien ne peut y être changé. ' +
      '(You are seeing as another account: nothing can be changed.)',
    { extensions: { code: 'FORBIDDEN' } },
  );

export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Connectez-vous pour continuer. (Please sign in.)', { extensions: { code: 'UNAUTHENTICATED' } });

export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** `seconds` until the next try is accepted. */
export const rateLimited = (seconds: number): GraphQLError =>
  new GraphQLError(`Trop d’essais : réessayez dans ${minutes(seconds)}. (Too many attempts.)`, {
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds: seconds },
  });

const minutes = (seconds: number): string => (seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`);
