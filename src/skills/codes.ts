const ogrNumber = /^\d{5,6}$/;
const romeCode = /^[A-Z]\d{4}$/;

/** Whether an offer or a profile may name this skill: the ROME holds more numbers than our table, so any is taken. */
export const acceptableSkillCode = (code: string, known: ReadonlySet<string>): boolean =>
  ogrNumber.test(code) || known.has(code);

/** Whether an offer or a profile may name this occupation: any well-formed ROME 4.0 code, our table holding only part. */
export const acceptableOccupationCode = (code: string): boolean => romeCode.test(code);
