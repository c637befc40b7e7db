import type { PersonalTable } from './personal-table.js';

/** Every table with rows about people. */
export const personalTables: readonly PersonalTable[] = [];
