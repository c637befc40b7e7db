import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import type { Text } from '../common/text.js';

export interface LinkField {
  name: string;
  label: Text;
  type: 'password' | 'text';
  /** Of a password: whether it is the one that is known already, and not one to be chosen. */
  isKnown?: boolean;
}

/**
 * What the page says after the button: what was done; or `again`, what is wrong with the fields, with the form once more; or
 * null for a token that is unknown, used or too old: always the same page, which tells nothing.
 */
export type LinkAnswer = Text | { again: Text } | null;

/** What a link in a letter leads to: a page with a button, since mail programs and scanners open links by themselves. */
export interface LinkPage {
  /** A part of the address: small letters and hyphens. */
  kind: string;
  title: Text;
  explain: Text;
  button: Text;
  fields?: readonly LinkField[];
  /** Whether the link still works, so that nobody fills in the form of one that does not; changes nothing. */
  check?: (token: string, context: RequestContext) => Promise<boolean>;
  /** What it says and asks of this reader instead; the fields are some of its own. Asked only of links that work. */
  shown?: (token: string, context: RequestContext) => Promise<Partial<Pick<LinkPage, 'explain' | 'fields'>>>;
  /** What the button does. Fields that were left out are empty. */
  act: (token: string, fields: Readonly<Record<string, string>>, context: RequestContext) => Promise<LinkAnswer>;
}

/** Rooms register here, as they start, the pages that their letters link to. */
@Injectable()
export class LinkPages {
  private readonly pages = new Map<string, LinkPage>();

  register(page: LinkPage): void {
    if (!/^[a-z-]+$/.test(page.kind)) throw new Error(`“${page.kind}” cannot be a part of an address`);
    if (this.pages.has(page.kind)) throw new Error(`two rooms have a page “${page.kind}”`);
    this.pages.set(page.kind, page);
  }

  find(kind: string): LinkPage | null {
    return this.pages.get(kind) ?? null;
  }
}

/** The path of the page, for `Letter.link`. */
export const linkPath = (kind: string, token: string): string => `/lien/${kind}?jeton=${encodeURIComponent(token)}`;
