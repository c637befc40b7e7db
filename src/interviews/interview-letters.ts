import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { applicationPath, companyApplicationPath } from '../applications/application-letters.js';
import { ApplicationParties, type Parties } from '../applications/application-parties.js';
import { CONFIG, type Config } from '../common/config.js';
import { Mailer } from '../mail/mailer.js';
import { MessageBridge } from '../messages/message-bridge.js';
import type { TalkingSide } from '../messages/message.entity.js';
import { calendarOf } from './interview-ics.js';
import { type InterviewNews, newsFor, type Told } from './interview-words.js';
import { Interview, InterviewSlot } from './interview.entity.js';
import { type Zone, zoneOf } from './time-zones.js';

/** What is told of a meeting; calendars are told too, of what they must know. */
export interface News {
  news: InterviewNews;
  words?: string | null;
  to: readonly TalkingSide[];
}

@Injectable()
export class InterviewLetters {
  constructor(
    private readonly parties: ApplicationParties,
    private readonly mailer: Mailer,
    private readonly bridge: MessageBridge,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** With the calendar entry as the meeting stands, when it changes what calendars know. */
  async write(tx: EntityManager, interview: Interview, { news, words = null, to }: News): Promise<void> {
    const between = (await this.parties.of(tx, [interview.applicationId])).get(interview.applicationId);
    if (!between) return;
    const slots = await tx.find(InterviewSlot, { where: { interviewId: interview.id }, order: { startsAt: 'ASC' } });
    const told: Told = { interview, slots, words, zone: await this.zone(tx, between.offerId), ...between };
    for (const side of to) {
      const accounts = side === 'CANDIDATE' ? [between.candidateAccountId] : between.memberAccountIds;
      for (const accountId of accounts) await this.writeTo(tx, side, accountId, between, told, news);
    }
  }

  /**
   * To the company, before the candidate of a meeting is erased: nothing in it is of that person, neither the place and the words,
   * which may be theirs, nor an id or an address to answer to. Members who are being erased just now are passed over: waiting
   * for them could be waiting for each other.
   */
  async writeOfErased(tx: EntityManager, interview: Interview): Promise<void> {
    const between = (await this.parties.of(tx, [interview.applicationId])).get(interview.applicationId);
    if (!between) return;
    const said = { place: null, videoUrl: null, words: null, answerWords: null };
    const end = { status: 'CANCELLED', sequence: interview.sequence + 1 };
    const ended = Object.assign(new Interview(), interview, said, end);
    const told: Told = {
      interview: ended,
      slots: [],
      words: null,
      zone: await this.zone(tx, between.offerId),
      ...between,
    };
    const members = await tx.query<Pick<Account, 'id' | 'email' | 'language'>[]>(
      'SELECT id, email, language FROM account WHERE id = ANY($1) ORDER BY id FOR KEY SHARE SKIP LOCKED',
      [between.memberAccountIds],
    );
    for (const { id, email, language } of members) {
      const reader = { side: 'COMPANY' as const, email };
      const shown = { ...between, candidateFirstName: null, interview: ended, reader };
      const entry = calendarOf({ ...shown, organiser: this.sender, domain: this.domain }, language);
      await this.mailer.write(tx, {
        kind: 'interview-gone',
        to: { accountId: id },
        ...newsFor('COMPANY', 'CANDIDATE_GONE', told),
        ...(entry && { attachments: [attachment(entry)] }),
      });
    }
  }

  /** The calendar entry for whoever reads it on the platform: the organiser is the platform itself. */
  ics(interview: Interview, between: Names, language: Account['language']): string | null {
    return calendarOf({ ...between, interview, organiser: this.sender, domain: this.domain }, language);
  }

  private async writeTo(
    tx: EntityManager,
    side: TalkingSide,
    accountId: string,
    between: Parties,
    told: Told,
    news: InterviewNews,
  ): Promise<void> {
    const { applicationId, candidateAccountId } = between;
    const { interview } = told;
    const replyTo = await this.bridge.addressFor(tx, applicationId, accountId);
    const account = await tx.findOneBy(Account, { id: accountId });
    const entry = calendarNews.has(news)
      ? calendarOf(
          {
            ...between,
            candidateFirstName: null,
            interview,
            organiser: replyTo ?? this.sender,
            domain: this.domain,
            ...(account && { reader: { side, email: account.email } }),
          },
          account?.language ?? 'fr',
        )
      : null;
    await this.mailer.write(tx, {
      kind: `interview-${news.toLowerCase()}`,
      to: { accountId },
      ...(side === 'COMPANY' && { about: candidateAccountId }),
      ...newsFor(side, news, told),
      link: {
        label: { fr: 'Voir l’entretien', en: 'See the interview' },
        path: side === 'CANDIDATE' ? applicationPath(applicationId) : companyApplicationPath(applicationId),
      },
      ...(replyTo && { replyTo }),
      ...(entry && { attachments: [attachment(entry)] }),
      once: `interview:${interview.id}:${interview.sequence}:${news}:${interview.proposedAt.toISOString()}:${accountId}`,
    });
  }

  private async zone(tx: EntityManager, offerId: string): Promise<Zone> {
    const [site] = await tx.query<{ code: string }[]>(
      'SELECT commune_code AS code FROM offer_site WHERE offer_id = $1 ORDER BY position LIMIT 1',
      [offerId],
    );
    return zoneOf(site?.code ?? null);
  }

  private get sender(): string {
    return /<([^<>]+)>/.exec(this.config.MAIL_FROM)?.[1] ?? this.config.MAIL_FROM;
  }

  private get domain(): string {
    return this.config.REPLY_DOMAIN ?? this.sender.split('@').at(-1) ?? 'localhost';
  }
}

type Names = Pick<Parties, 'offerTitle' | 'companyName'> & { candidateFirstName: string | null };

/** What calendars must hear of. */
const calendarNews = new Set<InterviewNews>(['AGREED', 'POSTPONED', 'CANCELLED']);

const attachment = (content: string) => ({
  name: 'entretien.ics',
  type: `text/calendar; charset=utf-8; method=${content.includes('METHOD:CANCEL') ? 'CANCEL' : 'REQUEST'}`,
  content,
});
