/** The values of a closed list as an object that GraphQL can register as an enum, each under its own name. */
export const enumOf = <Value extends string>(values: readonly Value[]): { [V in Value]: V } =>
  Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
