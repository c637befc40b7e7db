import type { EntityManager } from 'typeorm';
import { addDays } from '../common/clock.js';
import type { CharterContent } from '../hires/charter-content.js';
import { CharterSignature, CharterVersion } from '../hires/charter.entity.js';
import { charterPdf, sha256Of, signedCharterPdf } from '../hires/charter-pdf.js';
import { charterTextsOn } from '../hires/charter-texts.js';
import { lastDay } from '../hires/contract-days.js';
import type { HireStatus } from '../hires/hire-status.js';
import { Hire } from '../hires/hire.entity.js';
import type { ContractType } from '../offers/offer-words.js';
import type { DemoCandidate } from './demo-candidates.js';
import type { DemoCompany } from './demo-companies.js';
import type { DemoFacts } from './demo-facts.js';
import { insert } from './demo-insert.js';
import type { DemoWorld } from './demo-world.js';
import { Random } from './random.js';

interface DemoHire {
  hire: Hire;
  company: DemoCompany;
  candidate: DemoCandidate;
  signed: ('CANDIDATE' | 'COMPANY')[];
}

/** Where each stands, whose it is, and how many days ago its contract was signed. The demo’s candidate finds a charter to sign. */
const scenes: readonly [company: number, candidate: number, HireStatus, ContractType, days: number, signed: string][] =
  [
    [0, 0, 'CHARTER_OPEN', 'CDD', 12, 'COMPANY'],
    [0, 1, 'SIGNED', 'CDI', 200, 'CANDIDATE COMPANY'],
    [0, 2, 'DRAFT', 'APPRENTICESHIP', 5, ''],
    [1, 3, 'SIGNED', 'CDD', 380, 'CANDIDATE COMPANY'],
    [2, 4, 'SIGNED', 'APPRENTICESHIP', 90, 'CANDIDATE COMPANY'],
    [3, 5, 'ENDED_EARLY', 'CDI', 150, 'CANDIDATE COMPANY'],
  ];

/** Hires at different points, with their charters; those of people and companies that are there. */
export async function writeHires(
  tx: EntityManager,
  facts: DemoFacts,
  world: DemoWorld,
  { present, publicUrl }: { present: ReadonlySet<string>; publicUrl: string },
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
    if (demo.hire.status === 'DRAFT' || (await tx.existsBy(CharterVersion, { hireId: demo.hire.id }))) continue;
    await writeCharter(tx, facts, demo, { versionId, signatureIds, publicUrl });
  }
}

/** The rows alone, in one order: labels hang on them. */
export function demoHires(facts: DemoFacts, { companies, candidates, offers }: DemoWorld): DemoHire[] {
  const random = new Random('hires');
  return scenes.map(([companyAt, candidateAt, status, contractType, days, signed]) => {
    const company = companies[companyAt]!;
    const candidate = candidates[candidateAt]!;
    const hiredOn = addDays(facts.today, -days);
    const startsOn = addDays(hiredOn, 5);
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
      tutorName: status === 'DRAFT' ? null : 'Claude Exemple',
      greenMission: false,
      studyLevel: candidate.studyLevel,
      salary: null,
      signedAt: status === 'SIGNED' || isOver ? morning(addDays(hiredOn, 4)) : null,
      endedOn: isOver ? addDays(facts.today, -30) : null,
      endedBy: isOver ? 'COMPANY' : null,
      endReason: isOver ? 'MUTUAL_AGREEMENT' : null,
      endWords: null,
      forgottenAt: null,
      ...{ createdAt: at, updatedAt: at, demo: true },
    };
    const hands = (['CANDIDATE', 'COMPANY'] as const).filter((side) => signed.includes(side));
    return { hire, company, candidate, signed: hands };
  });
}

async function writeCharter(
  tx: EntityManager,
  facts: DemoFacts,
  { hire, company, candidate, signed }: DemoHire,
  { versionId, signatureIds, publicUrl }: { versionId: string; signatureIds: string[]; publicUrl: string },
): Promise<void> {
  const madeAt = morning(addDays(hire.hiredOn, 2));
  const content = contentFor(facts, hire, company, candidate);
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

function contentFor(facts: DemoFacts, hire: Hire, company: DemoCompany, candidate: DemoCandidate): CharterContent {
  const place = facts.placeOf(company.communeCode);
  const { missionTitle, contractType, durationMonths, hiredOn, startsOn, endsOn, greenMission } = hire;
  return {
    reference: `${hire.id} v1`,
    model: charterTextsOn(hiredOn).version,
    madeOn: addDays(hiredOn, 2),
    company: { name: company.name, siret: company.siret, commune: place.name },
    candidate: { name: `${candidate.person.firstName} ${candidate.person.lastName}` },
    tutor: { name: hire.tutorName ?? '', role: hire.tutorRole ?? '' },
    missionTitle,
    mission: hire.mission ?? '',
    transforms: hire.transforms ?? '',
    reportsTo: hire.reportsTo ?? '',
    ...{ contractType, durationMonths, hiredOn, startsOn, endsOn, greenMission },
    workplace: { commune: place.name, department: place.code.slice(0, 2), territory: null },
  };
}

const morning = (date: string): Date => new Date(`${date}T08:00:00Z`);
