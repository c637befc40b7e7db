import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { territoryScope } from './areas.js';
import { SheetsLoader } from './sheets.loader.js';
import { lastMonth } from './statistics-view.js';
import type { Scope } from './statistics-scope.js';

const neighboursLookedAt = 8;
const neighboursNamed = 3;

/** What one can do where no offer is open. */
@Injectable()
export class Advice {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly sheets: SheetsLoader,
  ) {}

  async of(context: RequestContext, { territoryId }: Scope): Promise<string> {
    const near = territoryId ? this.gazetteer.neighbours(territoryId, { first: neighboursLookedAt }) : [];
    const sheets = await Promise.all(
      near.map(({ territory }) => this.sheets.load(context, territoryScope(territory.id))),
    );
    const open = near
      .map(({ territory }, index) => ({
        name: territory.name,
        offers: lastMonth(sheets[index]!.sheet)?.openAtEnd ?? 0,
      }))
      .filter(({ offers }) => offers > 0)
      .slice(0, neighboursNamed);
    return typeset(advice(open))[context.language];
  }
}

function advice(open: readonly { name: string; offers: number }[]): Text {
  const named = (fr: boolean): string =>
    open.map(({ name, offers }) => `${name} (${offers} ${fr ? 'offre' : 'offer'}${offers > 1 ? 's' : ''})`).join(', ');
  const near: Text =
    open.length > 0
      ? { fr: ` Tout près, il y en a : ${named(true)}.`, en: ` Nearby there are some: ${named(false)}.` }
      : { fr: '', en: '' };
  return {
    fr: `Aucune offre n’est ouverte ici en ce moment.${near.fr} Enregistrez une recherche : une alerte vous préviendra de la première.`,
    en: `No offer is open here at the moment.${near.en} Save a search: an alert will tell you of the first one.`,
  };
}
