import { AnswerTemplate } from '../board/answer-template.entity.js';
import { ApplicationNote } from '../board/note.entity.js';
import { addDays } from '../common/clock.js';
import { Favourite } from '../favourites/favourite.entity.js';
import { Interview, InterviewSlot } from '../interviews/interview.entity.js';
import { Message, type TalkingSide } from '../messages/message.entity.js';
import type { DemoApplication } from './demo-applications.js';
import type { DemoFacts } from './demo-facts.js';
import type { Sides } from './demo-steps.js';
import type { DemoWorld } from './demo-world.js';
import { Random } from './random.js';

/** Rows that show visitors what is going on; each is written if what it is about is there. */
export interface DemoScenes {
  favourites: Favourite[];
  messages: Message[];
  interviews: Interview[];
  slots: InterviewSlot[];
  notes: ApplicationNote[];
  templates: AnswerTemplate[];
}

const hour = 3_600_000;

/** Two applications that visitors find in the middle of something: the demo candidate’s first, and the first to the demo’s company. */
export function staged(facts: DemoFacts, world: DemoWorld): { of: DemoApplication; to: DemoApplication } {
  const [shown] = world.companies;
  const offers = new Set(world.offers.filter(({ companyId }) => companyId === shown!.id).map(({ id }) => id));
  const main = world.candidates[0]!.id;
  const of = world.applications.find(({ candidateId }) => candidateId === main)!;
  const to = world.applications.find(
    ({ offerId, candidateId, answerDueOn }) => offers.has(offerId) && candidateId !== main && answerDueOn > facts.today,
  )!;
  return { of: invited(facts, of), to: invited(facts, to) };
}

/** Both were asked to an interview. */
const invited = (facts: DemoFacts, application: DemoApplication): DemoApplication => ({
  ...application,
  status: 'INTERVIEW',
  answeredAt: application.answeredAt ?? new Date(Math.floor((application.sentAt.valueOf() + facts.now.valueOf()) / 2)),
});

/** `sides` tells for an application which accounts talk. */
export function demoScenes(
  facts: DemoFacts,
  world: DemoWorld,
  sides: (application: DemoApplication) => Sides,
): DemoScenes {
  const random = new Random('scenes');
  const { of, to } = staged(facts, world);
  const [company] = world.companies;
  const [main] = world.candidates;
  const applied = new Set(
    world.applications.filter(({ candidateId }) => candidateId === main!.id).map(({ offerId }) => offerId),
  );
  const kept = world.offers.filter(
    ({ id, status, missionCategory }) =>
      status === 'OPEN' && missionCategory === 'QUALITY_SAFETY_ENVIRONMENT' && !applied.has(id),
  );
  const ago = (hours: number): Date => new Date(facts.now.valueOf() - hours * hour);
  /** Never before the answer that began it. */
  const after = ({ answeredAt }: DemoApplication, share: number): Date =>
    new Date(answeredAt!.valueOf() + Math.floor((facts.now.valueOf() - answeredAt!.valueOf()) * share));

  const talk = (application: DemoApplication, lines: readonly [TalkingSide, string][]): Message[] =>
    lines.map(([side, body], place) => {
      const [sentAt, isLast] = [after(application, (place + 1) / (lines.length + 1)), place === lines.length - 1];
      const { candidate, company: member } = sides(application);
      return {
        id: random.uuid(),
        applicationId: application.id,
        side,
        authorId: side === 'CANDIDATE' ? candidate : member,
        signedAs: null,
        body,
        byMail: side === 'CANDIDATE',
        sentAt,
        readAt: isLast ? null : after(application, (place + 1.5) / (lines.length + 1)),
        toldAt: isLast ? null : sentAt,
      };
    });
  const interview = (application: DemoApplication, agreed: boolean): { row: Interview; slots: InterviewSlot[] } => {
    const id = random.uuid();
    const slots = [3, 4, 6].map((days, place) => ({
      id: random.uuid(),
      interviewId: id,
      startsAt: new Date(`${addDays(facts.today, days)}T${['08:30', '13:00', '09:00'][place]!}:00Z`),
    }));
    const row: Interview = {
      id,
      applicationId: application.id,
      status: agreed ? 'AGREED' : 'PROPOSED',
      proposedBy: 'COMPANY',
      proposerId: sides(application).company,
      proposedAt: after(application, 0.1),
      durationMinutes: 45,
      place: agreed ? null : 'Dans nos ateliers, accueil du bâtiment A',
      videoUrl: agreed ? 'https://visio.demo.example/entretien' : null,
      words: 'Vous rencontrerez la personne qui encadrera la mission.',
      agreedStartsAt: agreed ? slots[0]!.startsAt : null,
      answeredAt: agreed ? after(application, 0.5) : null,
      answerWords: null,
      endedBy: null,
      sequence: 0,
      remindedAt: null,
    };
    return { row, slots };
  };
  const [proposed, agreed] = [interview(of, false), interview(to, true)];
  return {
    favourites: kept.slice(0, 3).map(({ id }, place) => ({
      id: random.uuid(),
      candidateId: main!.id,
      offerId: id,
      addedAt: ago(20 * (place + 1)),
      warnedFor: null,
    })),
    messages: [
      ...talk(of, [
        ['COMPANY', 'Bonjour, votre parcours nous intéresse. Avez-vous déjà conduit un audit interne ?'],
        ['CANDIDATE', 'Bonjour, oui : deux audits pendant mon stage, que j’ai préparés et restitués.'],
        ['COMPANY', 'Parfait, nous vous avons proposé trois créneaux pour en parler de vive voix.'],
      ]),
      ...talk(to, [
        ['COMPANY', 'Bonjour, merci pour votre candidature. Une visioconférence vous conviendrait-elle ?'],
        ['CANDIDATE', 'Bonjour, très bien. Faut-il préparer un document ?'],
      ]),
    ],
    interviews: [proposed.row, agreed.row],
    slots: [...proposed.slots, ...agreed.slots],
    notes: [
      {
        id: random.uuid(),
        applicationId: to.id,
        authorId: sides(to).company,
        body: 'Bon contact au téléphone ; vérifier la date de début souhaitée.',
        writtenAt: after(to, 0.3),
        editedAt: null,
      },
    ],
    templates: [
      {
        id: random.uuid(),
        companyId: company!.id,
        name: 'Invitation à visiter l’atelier',
        to: 'INTERVIEW',
        reason: null,
        body: 'Bonjour {prénom},\n\nVotre candidature à « {offre} » nous a plu. Venez visiter l’atelier : nous vous proposons des créneaux.\n\n{entreprise}',
        writtenAt: ago(500),
      },
    ],
  };
}
