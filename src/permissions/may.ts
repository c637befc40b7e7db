import { type Act, rules } from './rules.js';
import { type Caller, type Facts, relationsOf } from './relation.js';

/** The one place that decides. The rooms find out the facts of their objects and ask here; nobody decides beside it. */
export function may(caller: Caller | null, act: Act, facts: Facts = {}): boolean {
  const found = relationsOf(caller, facts);
  return rules[act].some((relation) => found.has(relation));
}

/** Whether the caller may because they are an administrator and for no other reason: what is read so is noted in the audit log. */
export function mayAsAdministratorOnly(caller: Caller | null, act: Act, facts: Facts = {}): boolean {
  const found = relationsOf(caller, facts);
  const why = rules[act].filter((relation) => found.has(relation));
  return why.length > 0 && why.every((relation) => relation === 'admin');
}
