import type { EntityManager } from 'typeorm';
import { addDays } from '../common/clock.js';
import { contentOf } from '../hires/charter-content.js';
import { CharterSignature, CharterVersion } from '../hires/charter.entity.js';
import { charterPdf, sha256Of, signedCharterPdf } from '../hires/charter-pdf.js';
import { lastDay } from '../hires/contract-days.js';
import { Hire } from '../hires/hire.entity.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import type { DemoCandidate } from './demo-candidates.js';
import type { DemoCompany } from './demo-companies.js';
import type { DemoFacts } from './demo-facts.js';
import { insert } from './demo-insert.js';
import { type HireScene, labelScenes } from './demo-label-scenes.js';
import type { DemoWorld } from './demo-world.js';
import { Random } from './random.js';

interface DemoHire {
  hire: Hire;
  company: DemoCompany;
  candidate: DemoCandidate;
  signed: ('CANDIDATE' | 'COMPANY')[];
  scene: HireScene;
}

/** Where each stands, whose it is, and how many days ago its contract was signed. The demo’s candidate finds a charter to sign. */
const scenes: readonly HireScene[] = [
  [0, 0, 'CHARTER_OPEN', 'CDD', 12, 'COMPANY'],
  [0, 1, 'SIGNED', 'CDI', 100, 'CANDIDATE COMPANY'],
  [0, 2, 'DRAFT', 'APPRENTICESHIP', 5, ''],
  [1, 3, 'SIGNED', 'CDD', 110, 'CANDIDATE COMPANY'],
  [2, 4, 'SIGNED', 'APPRENTICESHIP', 90, 'CANDIDATE COMPANY'],
  [3, 5, 'ENDED_EARLY', 'CDI', 150, 'CANDIDATE COMPANY'],
  ...labelScenes.map(([scene]) => scene),
];

/** Hires at different points, with their charters; those of people and companies that are there. */
export async function writeHires(
  tx: EntityManager,
  facts: DemoFacts,
  world: DemoWorld,
  { present, publicUrl, places }: { present: ReadonlySet<string>; publicUrl: string; places: Gazetteer },
): Promise<void> {
  const hires = demoHires(facts, world).filter(
    ({ company, candidate }) => present.has(company.id) && present.has(candidate.id),
  );
  await insert(
    tx,
    Hire,
    hires.map(({ hire }) => hire),
  );
  const random = new Random('charters');
  for (const demo of hires) {
    const versionId = random.uuid();
    const signatureIds = [random.uuid(), random.uuid()];
    // Charters take their time to be drawn: those that the accounts of visitors can open are there, the others are not.
    const [companyAt, candidateAt] = demo.scene;
    const isOpened = candidateAt === 0 || (companyAt === 0 && !labelScenes.some(([scene]) => scene === demo.scene));
    if (!isOpened || demo.hire.status === 'DRAFT' || (await tx.existsBy(CharterVersion, { hireId: demo.hire.id })))
      continue;
    await writeCharter(tx, demo, { versionId, signatureIds, publicUrl, places });
  }
}

/** The rows alone, in one order: labels hang on them. */
export function demoHires(facts: DemoFacts, { companies, candidates, offers }: DemoWorld): DemoHire[] {
  const random = new Random('hires');
  return scenes.map((scene) => {
    const [companyAt, candidateAt, status, contractType, days, signed, startsAfter = 5] = scene;
    const company = companies[companyAt]!;
    const candidate = candidates[candidateAt]!;
    const hiredOn = addDays(facts.today, -days);
    const startsOn = addDays(hiredOn, startsAfter);
    const durationMonths = contractType === 'CDI' ? null : 12;
    const at = morning(hiredOn);
    const isOver = status === 'ENDED_EARLY';
    const hire: Hire = {
      id: random.uuid(),
      companyId: company.id,
      ...{ offerId: null, applicationId: null, candidateId: candidate.id, declaredBy: company.owner.accountId },
      ...{ status, hiredOn, startsOn, contractType, durationMonths },
      endsOn: durationMonths === null ? null : lastDay(startsOn, durationMonths),
      communeCode: company.communeCode,
      missionTitle: offers.find(({ companyId }) => companyId === company.id)?.title ?? 'Chargé de transformation',
      mission: 'Conduire un projet de bout en bout : diagnostic, choix d’une solution, mise en place avec les équipes.',
      transforms: 'Les décisions de l’atelier s’appuient sur des mesures suivies chaque semaine.',
      ...{ reportsTo: 'la direction générale', tutorRole: 'responsable de production' },
      tutorName: status === 'DRAFT' ? null : 'Camille Exemple',
      greenMission: false,
      studyLevel: candidate.studyLevel,
      salary: null,
      signedAt: status === 'SIGNED' || isOver ? morning(addDays(hiredOn, 4)) : null,
      endedOn: isOver ? addDays(facts.today, -30) : null,
      endedBy: isOver ? 'COMPANY' : null,
      endReason: isOver ? 'MUTUAL_AGREEMENT' : null,
      endWords: null,
      addressDigest: null,
      forgottenAt: null,
      ...{ createdAt: at, updatedAt: at, demo: true },
    };
    const hands = (['CANDIDATE', 'COMPANY'] as const).filter((side) => signed.includes(side));
    return { hire, company, candidate, signed: hands, scene };
  });
}

async function writeCharter(
  tx: EntityManager,
  { hire, company, candidate, signed }: DemoHire,
  {
    versionId,
    signatureIds,
    publicUrl,
    places,
  }: { versionId: string; signatureIds: string[]; publicUrl: string; places: Gazetteer },
): Promise<void> {
  const madeAt = morning(addDays(hire.hiredOn, 2));
  const { firstName, lastName } = candidate.person;
  const between = {
    companyName: company.name,
    siret: company.siret,
    companyCommune: company.communeCode,
    firstName,
    lastName,
  };
  const content = contentOf(hire, between, { number: 1, today: addDays(hire.hiredOn, 2), places });
  const pdf = await charterPdf(content, madeAt);
  const sha256 = sha256Of(pdf);
  const signatures = signed.map((side, index) => ({
    id: signatureIds[index]!,
    versionId,
    side,
    accountId: side === 'COMPANY' ? company.owner.accountId : candidate.person.accountId,
    name: side === 'COMPANY' ? `${company.owner.firstName} ${company.owner.lastName}` : content.candidate.name,
    role: side === 'COMPANY' ? 'direction' : null,
    sha256,
    provedBy: 'PASSWORD' as const,
    signedAt: morning(addDays(hire.hiredOn, 3 + index)),
  }));
  const at = hire.signedAt;
  const verifyAt = new URL(`/charte/${sha256}`, publicUrl).href;
  const finalPdf = at && (await signedCharterPdf({ content, sha256, signedPdf: pdf, signatures, at, verifyAt }));
  await insert(tx, CharterVersion, [
    {
      ...{ id: versionId, hireId: hire.id, number: 1, content, pdf, sha256, madeAt, signedAt: at },
      ...{ finalPdf, finalSha256: finalPdf && sha256Of(finalPdf), companyReminders: 3, candidateReminders: 3 },
    },
  ]);
  await insert(tx, CharterSignature, signatures);
}

const morning = (date: string): Date => new Date(`${date}T08:00:00Z`);
