import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import {
  AidLimitReached,
  CheckInNotOpen,
  IllegalLabelMove,
  LabelDocumentsMissing,
  LabelRequestTooLate,
  RemindedLately,
} from './label-refusals.js';
import { LabelType } from './label.type.js';

type RefusalType = abstract new (...parameters: never[]) => Refusal;
const result = (name: string, ...more: RefusalType[]) =>
  createUnionType({
    name,
    description: 'The label as it stands now, or why nothing was changed.',
    types: () => [LabelType, InvalidInput, NotAllowed, IllegalLabelMove, ...more] as unknown as [typeof LabelType],
    resolveType: refusalOr(LabelType),
  });

export const RequestLabelResult = result('RequestLabelResult', LabelRequestTooLate, CompanySuspended);
export const SendLabelPapersResult = result('SendLabelPapersResult', LabelDocumentsMissing, CompanySuspended);
export const WithdrawLabelResult = result('WithdrawLabelResult', CompanySuspended);
export const DecideLabelResult = result('DecideLabelResult');
export const GrantLabelResult = result('GrantLabelResult', AidLimitReached);
export const AnswerCheckInResult = result('AnswerCheckInResult', CheckInNotOpen, CompanySuspended);
export const EndMissionEarlyResult = result('EndMissionEarlyResult', CompanySuspended);
export const RemoveLabelDocumentResult = result('RemoveLabelDocumentResult');
export const RemindLabelResult = result('RemindLabelResult', RemindedLately);
