import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Text } from '../common/text.js';
import { type Aid, aidLabels, aids } from '../offers/aid-names.js';
import { openInSql } from '../offers/offer-status.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { AidTable } from './aid-rules.js';
import { englishNumber, frenchNumber } from './aid-words.js';
import { factsOfPosition, type Position } from './position.js';
import { answersOfKind } from './possible-aids.js';

/** Looked at for one answer: more would keep an administrator waiting. */
const mostOffers = 200_000;
const pageSize = 5_000;

type OpenOffer = Position & { id: string; headcount: number | null };

/** What another table would do to the open offers: how many verdicts turn, aid by aid. */
@Injectable()
export class AidConsequences {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  async of(now: AidTable, then: AidTable): Promise<Text[]> {
    const [before, after] = [answersOfKind(now.rules), answersOfKind(then.rules)];
    const turned = new Map<string, number>();
    let [looked, changed] = [0, 0];
    for await (const offer of this.openOffers()) {
      looked += 1;
      const facts = factsOfPosition(this.gazetteer, offer, offer.headcount, this.clock.today());
      if (!facts) continue;
      const [old, next] = [before(facts), after(facts)];
      const turns = aids.filter((aid) => old.get(aid) !== next.get(aid));
      if (turns.length > 0) changed += 1;
      for (const aid of turns) {
        const key = [aid, ...`${old.get(aid)} ${next.get(aid)}`.split(' ')].join(' ');
        turned.set(key, (turned.get(key) ?? 0) + 1);
      }
    }
    return [summary(looked, changed), ...[...turned].map(([key, count]) => turn(key, count))];
  }

  private async *openOffers(): AsyncGenerator<OpenOffer> {
    let last: string | null = null;
    for (let read = 0; read < mostOffers;) {
      const page: OpenOffer[] = await this.db.query<OpenOffer[]>(
        `SELECT o.id, o.starts_on::text AS "startsOn", o.contract_type AS "contractType", o.study_level AS "studyLevel",
                o.duration_months AS "durationMonths", o.green_mission AS "greenMission", c.headcount,
                ARRAY(SELECT jsonb_build_object('communeCode', s.commune_code) FROM offer_site s
                       WHERE s.offer_id = o.id ORDER BY s.position) AS sites
         FROM offer o JOIN company c ON c.id = o.company_id
         WHERE ${openInSql('o', '$1')} AND ($2::uuid IS NULL OR o.id > $2) ORDER BY o.id LIMIT $3`,
        [this.clock.today(), last, pageSize],
      );
      yield* page;
      if (page.length < pageSize) return;
      last = page.at(-1)!.id;
      read += page.length;
    }
  }
}

function summary(looked: number, changed: number): Text {
  const some = looked >= mostOffers;
  const of = { fr: frenchNumber.format(looked), en: englishNumber.format(looked) };
  return {
    fr: `Offres ouvertes dont une aide change : ${frenchNumber.format(changed)} sur ${some ? 'les premières ' : ''}${of.fr}.`,
    en: `Open offers of which an aid changes: ${englishNumber.format(changed)} of ${some ? 'the first ' : ''}${of.en}.`,
  };
}

const outcomes: Readonly<Record<string, Text>> = {
  ENTITLED: { fr: 'due', en: 'due' },
  UNKNOWN: { fr: 'non connue', en: 'not known' },
  NOT_ENTITLED: { fr: 'pas due', en: 'not due' },
};

/** A verdict is followed by its amount, where that is certain. */
function turn(key: string, count: number): Text {
  const [aid, ...told] = key.split(' ');
  const [before, after] = told.map((each) => {
    const [verdict = '', euros] = each.split(':');
    const words = outcomes[verdict] ?? { fr: verdict, en: verdict };
    return euros
      ? {
          fr: `${words.fr} (${frenchNumber.format(Number(euros))} €)`,
          en: `${words.en} (€${englishNumber.format(Number(euros))})`,
        }
      : words;
  });
  const label = aidLabels[aid as Aid];
  return {
    fr: `${label.fr} : ${frenchNumber.format(count)} fois « ${before?.fr} » devient « ${after?.fr} ».`,
    en: `${label.en}: ${englishNumber.format(count)} times “${before?.en}” becomes “${after?.en}”.`,
  };
}
