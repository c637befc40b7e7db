import type { TextKind } from '../../../src/extraction/proposal.js';
import { designCvs } from './cvs-design.js';
import { moreDesignCvs } from './cvs-design-more.js';
import { flowCvs } from './cvs-flows.js';
import { moreFlowCvs } from './cvs-flows-more.js';
import { officeCvs } from './cvs-office.js';
import { moreOfficeCvs } from './cvs-office-more.js';
import { workshopCvs } from './cvs-workshop.js';
import { moreWorkshopCvs } from './cvs-workshop-more.js';
import type { Labelled } from './labelled.js';
import { officeOffers } from './offers-office.js';
import { workshopOffers } from './offers-workshop.js';

export type Case = Labelled & { kind: TextKind; heldOut: boolean };

const cvs = [
  ...workshopCvs,
  ...moreWorkshopCvs,
  ...designCvs,
  ...moreDesignCvs,
  ...flowCvs,
  ...moreFlowCvs,
  ...officeCvs,
  ...moreOfficeCvs,
];
const offers = [...workshopOffers, ...officeOffers];

/** Every second text is held out: no rule was made by looking at what becomes of it. */
export const cases: Case[] = [
  ...cvs.map((labelled, at) => ({ ...labelled, kind: 'CV' as const, heldOut: at % 2 === 1 })),
  ...offers.map((labelled, at) => ({ ...labelled, kind: 'OFFER' as const, heldOut: at % 2 === 1 })),
];
