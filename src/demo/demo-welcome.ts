import type { EntityManager } from 'typeorm';
import { addDays } from '../common/clock.js';
import { ofCommune } from '../territories/commune-words.js';
import { TerritoryContact, TerritoryWelcome } from '../welcome/welcome.entity.js';
import type { WelcomeContent, Words } from '../welcome/welcome-content.js';
import type { DemoFacts, DemoPlace } from './demo-facts.js';
import { insert } from './demo-insert.js';
import type { DemoWorld } from './demo-world.js';
import { Random } from './random.js';

/** How many territories present themselves in the demo; the first is the one that the demo’s manager looks after. */
const presented = 3;

/** Pages of territories, invented; a territory that has one already keeps it. */
export async function writeWelcome(tx: EntityManager, facts: DemoFacts, world: DemoWorld): Promise<void> {
  const random = new Random('welcome');
  const places = world.companies.map(({ communeCode }) => facts.placeOf(communeCode));
  const towns = new Map<string, DemoPlace>();
  for (const place of places) {
    if (place.territoryId && !towns.has(place.territoryId)) towns.set(place.territoryId, place);
  }
  for (const [territoryId, town] of [...towns].slice(0, presented)) {
    const content = pageOf(facts, town.name, town.code, random);
    const contacts = [random.uuid(), random.uuid()];
    if (await tx.existsBy(TerritoryWelcome, { territoryId })) continue;
    await insert(tx, TerritoryWelcome, [
      {
        territoryId,
        version: 1,
        draft: content,
        savedAt: facts.now,
        published: content,
        publishedAt: facts.now,
        publishedVersion: 1,
        demo: true,
      },
    ]);
    for (const stage of ['DRAFT', 'PUBLISHED'] as const) {
      await insert(tx, TerritoryContact, [
        {
          ...{ territoryId, stage, position: 0, id: contacts[0]!, name: null },
          ...{ roleFr: 'Service emploi (fictif)', roleEn: 'Employment service (fictitious)' },
          ...{ email: `emploi.${town.code}@demo.example`, phone: '01 99 00 00 00' },
        },
        {
          ...{ territoryId, stage, position: 1, id: contacts[1]!, name: 'Camille Exemple' },
          ...{ roleFr: 'Chargé d’accueil (personne fictive)', roleEn: 'Welcome officer (a fictitious person)' },
          ...{ email: `accueil.${town.code}@demo.example`, phone: null },
        },
      ]);
    }
  }
}

const both = (fr: string, en: string): Words => ({ fr, en });

/** Everything in it says that it is invented: nobody is to look for these rooms or this shuttle. */
function pageOf({ today }: DemoFacts, town: string, communeCode: string, random: Random): WelcomeContent {
  const event = (days: number, hours: readonly [number, number], title: Words, text: Words, cancelled = false) => ({
    id: random.uuid(),
    title,
    text,
    startsAt: `${addDays(today, days)}T${String(hours[0]).padStart(2, '0')}:00:00.000Z`,
    endsAt: `${addDays(today, days)}T${String(hours[1]).padStart(2, '0')}:00:00.000Z`,
    communeCode,
    place: 'Maison fictive de l’industrie',
    url: 'https://evenement.demo.example/',
    cancelled,
  });
  return {
    presentation: both(
      `Texte de démonstration, inventé.\n\nAutour ${ofCommune(town)}, des ateliers de toutes tailles cherchent celles et ceux qui les transformeront : qualité, méthodes, numérique, transition écologique. On y vit près de son travail, et on y prend vite des responsabilités.`,
      `Demonstration text, invented.\n\nAround ${town}, workshops of every size look for those who will transform them: quality, methods, digital tools, ecological transition. People live close to their work there, and soon take responsibility.`,
    ),
    housing: [
      {
        title: both('Chambres pour nouveaux arrivants (fictif)', 'Rooms for newcomers (fictitious)'),
        text: both(
          'Vingt chambres meublées, pour les trois premiers mois d’un VTE.',
          'Twenty furnished rooms, for the first three months of a VTE.',
        ),
        by: 'Résidence fictive du Canal',
        amount: both('250 € par mois', '€250 a month'),
        url: 'https://logement.demo.example/',
        validUntil: addDays(today, 200),
      },
    ],
    transport: [
      {
        title: both('Navette de la gare à la zone industrielle (fictif)', 'Shuttle from the station (fictitious)'),
        text: both(
          'Le matin et le soir, du lundi au vendredi, en correspondance avec les trains.',
          'In the morning and in the evening, Monday to Friday, with the trains.',
        ),
        by: null,
        amount: both('Gratuit la première année', 'Free in the first year'),
        url: null,
        validUntil: null,
      },
    ],
    events: [
      event(
        18,
        [8, 15],
        both('Portes ouvertes des ateliers (fictif)', 'Open day of the workshops (fictitious)'),
        both('Huit entreprises ouvrent leurs portes.', 'Eight companies open their doors.'),
      ),
      event(
        46,
        [13, 17],
        both('Forum des VTE (fictif)', 'VTE forum (fictitious)'),
        both('Rencontrez les entreprises qui recrutent.', 'Meet the companies that hire.'),
      ),
      event(
        60,
        [17, 19],
        both('Soirée des nouveaux arrivants (fictif)', 'Evening of the newcomers (fictitious)'),
        both('Annulée : elle aura lieu plus tard.', 'Called off: it will take place later.'),
        true,
      ),
    ],
    links: [
      {
        title: both('Le site fictif du territoire', 'The fictitious site of the territory'),
        url: 'https://territoire.demo.example/',
      },
    ],
  };
}
