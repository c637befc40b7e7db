/** What became of one try to send a letter. */
export type MailOutcome =
  | { is: 'sent' }
  /** Refused for good: trying again would be refused again. */
  | { is: 'refused'; error: string }
  /** It did not go out, and may next time. */
  | { is: 'waiting'; error: string }
  /** Nobody knows: the server had all of it and did not say whether it took it. */
  | { is: 'unknown'; error: string };

/** What an SMTP client tells of a failure. */
export interface SmtpFailure {
  message: string;
  code?: string | undefined;
  command?: string | undefined;
  responseCode?: number | undefined;
}

/** `handedOver`: whether the whole letter had been written to the connection. */
export function outcomeOf(
  { message, code, command, responseCode }: SmtpFailure,
  { handedOver }: { handedOver: boolean },
): MailOutcome {
  const error = message.replace(/\s+/g, ' ').slice(0, 300);
  if (responseCode !== undefined) {
    const aboutThisLetter = command === 'RCPT TO' || command === 'DATA';
    return { is: aboutThisLetter && isForGood(responseCode) ? 'refused' : 'waiting', error };
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { is: 'refused', error };
  return { is: handedOver ? 'unknown' : 'waiting', error };
}

/** 503 and 530 are about the session: commands out of order, no sign-in. */
const isForGood = (code: number): boolean => code >= 500 && code < 600 && code !== 503 && code !== 530;
