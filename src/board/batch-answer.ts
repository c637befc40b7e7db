import type { ApplicationAnswer } from '../applications/application.input.js';
import { type Said, saidCleanly, saidProblems } from '../applications/application-reasons.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { type AnswerApplicationsInput, mostAtOnce } from './batch.type.js';
import { unknownPlaceholders } from './placeholders.js';
import { unknownFields } from './templates.service.js';
import type { AnswerTemplateType } from './template.type.js';

/** A batch whose input is fine: what is to be said to each of whom. */
export interface BatchAnswer extends Required<Said> {
  ids: string[];
  to: ApplicationAnswer;
}

/** What a batch says, with what it takes from its template; or all that is wrong with it. */
export function batchAnswer(
  input: AnswerApplicationsInput,
  template: AnswerTemplateType | null,
): BatchAnswer | InvalidInput {
  const problems: InputProblem[] = [];
  const unless = (fine: boolean, field: string, text: Text): void => {
    if (!fine) problems.push(new InputProblem(['input', field], text));
  };
  const ids = [...new Set(input.ids)];
  const to = input.answer ?? template?.answer ?? null;
  const said = saidCleanly({
    reason: input.reason ?? (template && template.answer === to ? template.reason : null),
    words: plainText(input.words ?? template?.body ?? ''),
    signedAs: input.signedAs,
  });
  unless(ids.length > 0 && ids.length <= mostAtOnce, 'ids', howMany);
  unless(!input.templateId || template !== null, 'templateId', noSuchTemplate);
  unless(to !== null, 'answer', noAnswer);
  const unknown = unknownPlaceholders(said.words ?? '');
  unless(unknown.length === 0, 'words', unknownFields(unknown));
  for (const { path, text } of to === null ? [] : saidProblems(to, said)) unless(false, path.join('.'), text);
  return problems.length > 0 || to === null ? new InvalidInput(problems) : { ids, to, ...said };
}

const howMany = {
  fr: `Une réponse groupée porte sur 1 à ${mostAtOnce} candidatures.`,
  en: `A batch answers 1 to ${mostAtOnce} applications.`,
};
const noSuchTemplate = { fr: 'Ce modèle n’existe pas.', en: 'There is no such template.' };
const noAnswer = { fr: 'Choisissez une réponse ou un modèle.', en: 'Choose an answer or a template.' };
