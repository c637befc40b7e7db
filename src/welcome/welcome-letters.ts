import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Letter } from '../mail/letter.js';
import { Mailer } from '../mail/mailer.js';
import { same, type Text } from '../common/text.js';
import { reasonSentences, type SuspensionReason } from '../moderation/moderation-words.js';
import { Gazetteer } from '../territories/gazetteer.js';

/** What the managers of a territory are told of its page. */
@Injectable()
export class WelcomeLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly gazetteer: Gazetteer,
  ) {}

  /** Letters refer to the accounts of their readers, which are held before the page, as everyone holds them. */
  async holdManagers(tx: EntityManager, territoryId: string): Promise<void> {
    await tx.query(
      `SELECT FROM account WHERE id IN (SELECT account_id FROM territory_manager WHERE territory_id = $1)
        ORDER BY id FOR KEY SHARE`,
      [territoryId],
    );
  }

  hidden(tx: EntityManager, territoryId: string, reason: SuspensionReason, words: string): Promise<void> {
    const said = reasonSentences[reason];
    return this.write(tx, territoryId, 'welcome-hidden', { fr: 'page masquée', en: 'page hidden' }, [
      {
        fr: `Nous avons masqué ce que votre territoire dit de lui-même. Motif : ${said.fr}.`,
        en: `We hid what your territory says of itself. Reason: ${said.en}.`,
      },
      ...teamsWords(words),
      {
        fr: 'Corrigez le brouillon et publiez-le, puis écrivez à l’équipe : elle affichera de nouveau la page.',
        en: 'Correct the draft and publish it, then write to the team: it will show the page again.',
      },
    ]);
  }

  shown(tx: EntityManager, territoryId: string): Promise<void> {
    return this.write(tx, territoryId, 'welcome-shown', { fr: 'page affichée de nouveau', en: 'page shown again' }, [
      {
        fr: 'Ce que votre territoire dit de lui-même est de nouveau affiché à tout le monde.',
        en: 'What your territory says of itself is shown to everyone again.',
      },
    ]);
  }

  warned(tx: EntityManager, territoryId: string, reason: SuspensionReason, words: string): Promise<void> {
    const said = reasonSentences[reason];
    return this.write(tx, territoryId, 'moderation-warning', { fr: 'un signalement', en: 'a report' }, [
      {
        fr: `On nous a signalé ceci sur la page de votre territoire, et nous vous demandons d’y remédier : ${said.fr}.`,
        en: `This was reported to us about the page of your territory, and we ask you to put it right: ${said.en}.`,
      },
      ...teamsWords(words),
    ]);
  }

  /** Without who it was. */
  contactLeft(tx: EntityManager, territoryId: string): Promise<void> {
    return this.write(tx, territoryId, 'territory-contact-left', { fr: 'un contact retiré', en: 'a contact removed' }, [
      {
        fr: 'Une personne affichée parmi les contacts de votre territoire a demandé à ne plus l’être : ses coordonnées ont été retirées.',
        en: 'Someone who was shown among the contacts of your territory asked not to be: they were removed.',
      },
    ]);
  }

  private async write(
    tx: EntityManager,
    territoryId: string,
    kind: string,
    about: Text,
    paragraphs: Letter['paragraphs'],
  ): Promise<void> {
    const name = this.gazetteer.territory(territoryId)?.name ?? '';
    const managers = await tx.query<{ id: string }[]>(
      'SELECT account_id AS id FROM territory_manager WHERE territory_id = $1 ORDER BY account_id',
      [territoryId],
    );
    for (const { id } of managers) {
      await this.mailer.write(tx, {
        kind,
        to: { accountId: id },
        subject: { fr: `${name} : ${about.fr}`, en: `${name}: ${about.en}` },
        paragraphs,
      });
    }
  }
}

const teamsWords = (words: string): Text[] => (words === '' ? [] : [same(`« ${words} »`)]);
