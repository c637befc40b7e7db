import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock, civilDate, daysBetween } from '../common/clock.js';
import type { Text } from '../common/text.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Mailer } from '../mail/mailer.js';

interface Waiting {
  count: number;
  oldest: Date;
}

/** Administrators who do not look for a day are told what waits for them: once a day, and only when something does. */
@Injectable()
export class QueueDigest implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.schedule({ name: 'queue-digest', cron: '10 6 * * *', work: () => this.tell() });
  }

  private async tell(): Promise<void> {
    const companies = await this.waiting('queued_at FROM company_verification WHERE queued_at IS NOT NULL');
    const cases = await this.waiting('opened_at FROM moderation_case WHERE decided_at IS NULL');
    const today = this.clock.today();
    const paragraphs = [
      ...(companies ? [companiesWait(companies, since(companies, today))] : []),
      ...(cases ? [casesWait(cases, since(cases, today))] : []),
    ];
    if (paragraphs.length === 0) return;
    const administrators = await this.db.query<{ id: string }[]>(
      `SELECT id FROM account WHERE role = 'ADMIN' AND suspended_at IS NULL ORDER BY id`,
    );
    for (const { id } of administrators) {
      await this.db.transaction((tx) =>
        this.mailer.write(tx, {
          kind: 'queue-digest',
          to: { accountId: id },
          subject: { fr: 'Ce qui attend une décision de votre part', en: 'What waits for you to decide' },
          paragraphs,
          once: `queue-digest:${today}:${id}`,
        }),
      );
    }
  }

  /** Null when nothing does. What follows SELECT is ours alone, never a client’s. */
  private async waiting(moments: string): Promise<Waiting | null> {
    const [row] = await this.db.query<[Waiting]>(
      `SELECT count(*)::int AS count, min(at) AS oldest FROM (SELECT ${moments}) AS waiting (at)`,
    );
    return row.count > 0 ? row : null;
  }
}

function since({ oldest }: Waiting, today: string): Text {
  const days = daysBetween(civilDate(oldest), today);
  if (days < 1) return { fr: 'depuis aujourd’hui', en: 'since today' };
  return days === 1
    ? { fr: 'depuis hier', en: 'since yesterday' }
    : { fr: `depuis ${days} jours`, en: `for ${days} days` };
}

const companiesWait = ({ count }: Waiting, { fr, en }: Text): Text => ({
  fr: `Entreprises à vérifier : ${count}. La première attend ${fr} (companiesToVerify).`,
  en: `Companies to verify: ${count}. The first has waited ${en} (companiesToVerify).`,
});

const casesWait = ({ count }: Waiting, { fr, en }: Text): Text => ({
  fr: `Dossiers de modération à trancher : ${count}. Le premier attend ${fr} (moderationQueue).`,
  en: `Cases of moderation to decide: ${count}. The first has waited ${en} (moderationQueue).`,
});
