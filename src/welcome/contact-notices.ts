import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { keyOf } from '../accounts/counters.js';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import { NotAllowed } from '../common/refusal.js';
import { linkPath, LinkPages } from '../mail/link-pages.js';
import { Mailer } from '../mail/mailer.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { Contact } from './welcome-content.js';
import { ContactRemoved } from './welcome-draft.type.js';
import { WelcomeLetters } from './welcome-letters.js';
import { WelcomeRepository } from './welcome.repository.js';

const page = 'retirer-un-contact';

/** Whoever is shown as a contact is told once at their address, and can go with one click; for them nobody has to be asked. */
@Injectable()
export class ContactNotices implements OnModuleInit, PersonalDataHolder {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly repository: WelcomeRepository,
    private readonly gazetteer: Gazetteer,
    private readonly mailer: Mailer,
    private readonly letters: WelcomeLetters,
    private readonly pages: LinkPages,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
    this.pages.register({
      kind: page,
      title: { fr: 'Ne plus être affiché comme contact', en: 'Not to be shown as a contact any more' },
      explain: {
        fr: 'Votre nom et votre adresse disparaissent tout de suite de la page du territoire et de son brouillon.',
        en: 'Your name and your address go at once from the page of the territory and from its draft.',
      },
      button: { fr: 'Retirer mes coordonnées', en: 'Remove me' },
      act: async (token) => ((await this.remove(token)) instanceof ContactRemoved ? gone : null),
    });
  }

  /** Those who were not told before, each once for a territory. */
  async write(tx: EntityManager, territoryId: string, contacts: readonly Contact[], at: Date): Promise<void> {
    const name = this.gazetteer.territory(territoryId)?.name ?? '';
    for (const email of new Set(contacts.flatMap((contact) => contact.email ?? []))) {
      const token = newToken();
      const told = await tx.query<unknown[]>(
        `INSERT INTO territory_contact_notice (territory_id, email_key, token_hash, written_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING territory_id`,
        [territoryId, keyOf(email), tokenHash(token), at],
      );
      if (told.length === 0) continue;
      await this.mailer.write(tx, {
        kind: 'territory-contact',
        to: { email, language: 'fr' },
        subject: { fr: `Vous êtes un contact de ${name}`, en: `You are a contact of ${name}` },
        paragraphs: [
          {
            fr: `Le Territoire d’industrie ${name} affiche votre adresse parmi ses contacts, pour les candidats et les entreprises.`,
            en: `The Territoire d’industrie ${name} shows your address among its contacts, for candidates and companies.`,
          },
          {
            fr: 'Si vous ne le souhaitez pas, retirez vos coordonnées par la page ci-dessous ; personne n’a à l’approuver.',
            en: 'If you do not want that, remove yourself on the page below; nobody has to agree to it.',
          },
        ],
        link: { label: { fr: 'Retirer mes coordonnées', en: 'Remove me' }, path: linkPath(page, token) },
      });
    }
  }

  /** Everywhere: where it is published, in the draft, and in what is written later. */
  remove(token: string): Promise<ContactRemoved | NotAllowed> {
    return this.db.transaction(async (tx) => {
      const [known] = await tx.query<{ territoryId: string }[]>(
        'SELECT territory_id AS "territoryId" FROM territory_contact_notice WHERE token_hash = $1',
        [tokenHash(token)],
      );
      if (!known) return staleLink();
      const { territoryId } = known;
      await this.letters.holdManagers(tx, territoryId);
      const row = await this.repository.existing(tx, territoryId);
      const now = this.clock.now();
      const [, marked] = await tx.query<[unknown, number]>(
        'UPDATE territory_contact_notice SET removed_at = $2 WHERE token_hash = $1 AND removed_at IS NULL',
        [tokenHash(token), now],
      );
      await tx.query(
        `DELETE FROM territory_contact USING territory_contact_notice AS notice
          WHERE notice.token_hash = $1 AND territory_contact.territory_id = notice.territory_id
            AND encode(sha256(convert_to(territory_contact.email, 'UTF8')), 'hex') = notice.email_key`,
        [tokenHash(token)],
      );
      if (marked > 0 && row) {
        const change = { territoryId, version: row.version, at: now, act: 'CONTACT_REMOVED' as const };
        await this.repository.note(tx, { ...change, accountId: null, sections: ['CONTACTS'] });
        await this.letters.contactLeft(tx, territoryId);
      }
      return new ContactRemoved(now);
    });
  }

  /** Whoever has an account and is shown by its address goes with it. Called before the account goes. */
  async erase(tx: EntityManager, accountId: string): Promise<void> {
    const [account] = await tx.query<{ email: string }[]>('SELECT email FROM account WHERE id = $1', [accountId]);
    if (!account) return;
    // Whoever publishes a draft at this moment copies contacts: it is waited for.
    await tx.query(
      `SELECT FROM territory_welcome WHERE territory_id IN (SELECT territory_id FROM territory_contact WHERE email = $1)
        ORDER BY territory_id FOR NO KEY UPDATE`,
      [account.email],
    );
    await tx.query('DELETE FROM territory_contact WHERE email = $1', [account.email]);
    await tx.query('DELETE FROM territory_contact_notice WHERE email_key = $1', [keyOf(account.email)]);
  }
}

const gone = {
  fr: 'C’est fait : vos coordonnées ne sont plus affichées.',
  en: 'Done: you are not shown any more.',
};

const staleLink = (): NotAllowed => new NotAllowed({ fr: 'Ce lien n’est pas valable.', en: 'This link is not valid.' });
