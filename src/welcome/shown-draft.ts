import type { WelcomeDraftType } from './welcome-draft.type.js';
import { nothing } from './welcome-content.js';
import type { Written } from './welcome.repository.js';

/** A draft as its managers read it; also of a territory for which nobody has written anything. */
export function shownDraft(territoryId: string, written: Written | null): WelcomeDraftType {
  const row = written?.row;
  return {
    territoryId,
    version: row?.version ?? 0,
    savedAt: row && row.version > 0 ? row.savedAt : null,
    publishedVersion: row?.publishedVersion ?? null,
    publishedAt: row?.publishedAt ?? null,
    hiddenAt: row?.hiddenAt ?? null,
    hiddenReason: row?.hiddenReason ?? null,
    hiddenWords: row?.hiddenWords ?? null,
    ...(row?.draft ?? nothing),
    contacts: written?.contacts ?? [],
  };
}
