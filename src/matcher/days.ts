/** A day that is not given. */
export const noDay = -0x8000_0000;

/** Days since 1970; `noDay` for null. */
export const dayNumber = (date: string | null): number => (date === null ? noDay : Date.parse(date) / 86_400_000);

export const dateOfDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
