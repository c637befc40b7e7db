import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { newToken, tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import { LinkPages, linkPath } from '../mail/link-pages.js';
import { Mailer } from '../mail/mailer.js';
import { cutoffOf } from './purge-due.js';

const stayPage = 'garder-mon-compte';
const atOnce = 200;

/** Asks candidates who have not been there for long whether to keep their account, and takes their answer. */
@Injectable()
export class RetentionAsking implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly mailer: Mailer,
    private readonly pages: LinkPages,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.pages.register({
      kind: stayPage,
      title: { fr: 'Garder mon compte', en: 'Keep my account' },
      explain: {
        fr: 'Votre compte et vos candidatures sont gardés, pour deux ans de plus sans activité.',
        en: 'Your account and your applications are kept, for two more years without activity.',
      },
      button: { fr: 'Garder mon compte', en: 'Keep my account' },
      act: async (token) => ((await this.stay(token)) ? kept : null),
    });
  }

  /** Those who are due as of the moment, each once. */
  async ask(at: Date): Promise<void> {
    const cutoff = cutoffOf('CANDIDATE_ASKED', at);
    while (cutoff && (await this.askSome(cutoff)) === atOnce);
  }

  /** When it was kept; null for a token that is unknown, used, or of someone who was active since. */
  async stay(token: string): Promise<Date | null> {
    const now = this.clock.now();
    const [, kept] = await this.db.query<[unknown, number]>(
      `UPDATE account_activity SET active_at = greatest(active_at, $2), asked_at = NULL, stay_token_hash = NULL
        WHERE stay_token_hash = $1`,
      [tokenHash(token), now],
    );
    return kept === 1 ? now : null;
  }

  private async askSome(cutoff: Date): Promise<number> {
    const due = await this.db.query<{ id: string }[]>(
      `SELECT t.account_id AS id FROM account_activity t JOIN account o ON o.id = t.account_id
        WHERE o.role = 'CANDIDATE' AND t.active_at <= $1 AND t.asked_at IS NULL ORDER BY id LIMIT $2`,
      [cutoff, atOnce],
    );
    for (const { id } of due) await this.askOne(id, cutoff);
    return due.length;
  }

  private askOne(id: string, cutoff: Date): Promise<void> {
    const token = newToken();
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT FROM account WHERE id = $1 FOR KEY SHARE', [id]);
      const [, asked] = await tx.query<[unknown, number]>(
        `UPDATE account_activity SET asked_at = $3, stay_token_hash = $4
          WHERE account_id = $1 AND active_at <= $2 AND asked_at IS NULL`,
        [id, cutoff, this.clock.now(), tokenHash(token)],
      );
      if (asked === 1) await this.mailer.write(tx, { ...question, to: { accountId: id }, link: link(token) });
    });
  }
}

const link = (token: string) => ({
  label: { fr: 'Garder mon compte', en: 'Keep my account' },
  path: linkPath(stayPage, token),
});

const question = {
  kind: 'account-inactive',
  subject: { fr: 'Votre compte sera effacé dans un mois', en: 'Your account will be erased in a month' },
  paragraphs: [
    {
      fr: 'Vous n’avez pas utilisé votre compte depuis 23 mois. Sans réponse de votre part, il sera effacé dans un mois avec votre profil, vos documents, vos candidatures et vos messages : nous ne gardons pas de données dont personne ne se sert.',
      en: 'You have not used your account for 23 months. Without an answer it will be erased in a month, with your profile, documents, applications and messages: we do not keep data that nobody uses.',
    },
    {
      fr: 'Pour le garder, suivez le lien ci-dessous ou connectez-vous. Pour l’effacer, vous n’avez rien à faire.',
      en: 'To keep it, follow the link below or sign in. To have it erased, you need not do anything.',
    },
  ],
};

const kept = {
  fr: 'Votre compte est gardé. À bientôt !',
  en: 'Your account is kept. See you soon!',
};
