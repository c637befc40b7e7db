import { isIPv6 } from 'node:net';
import type { RequestContext } from '../common/context.js';
import { same, type Text } from '../common/text.js';

/** What a session remembers of the client that opened it: enough to be recognised by its owner, too little to follow anyone. */
export interface Client {
  /** As “Firefox, Windows”; null when the client says nothing that is known. */
  agent: string | null;
  network: string | null;
}

export const clientOf = ({ address, reply }: RequestContext): Client => ({
  agent: agentOf(reply.request.headers['user-agent']),
  network: shownNetwork(address),
});

/** In this order: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** The kinds of browser and system that a User-Agent names, without versions. */
export function agentOf(userAgent: string | undefined): string | null {
  const named = (kinds: readonly [RegExp, string][]) => kinds.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(', ') || null;
}

/** In plain words. */
export function deviceText(agent: string | null): Text {
  if (!agent) return { fr: 'Appareil inconnu', en: 'Unknown device' };
  const [browser, system] = agent.split(', ');
  return system ? { fr: `${browser!} sur ${system}`, en: `${browser!} on ${system}` } : same(agent);
}

/** Without what tells one household from the next. */
export function shownNetwork(address: string): string {
  const plain = plainAddress(address);
  if (isIPv6(plain)) return `${groupsOf(plain).slice(0, 3).join(':')}::/48`;
  return plain.replace(/\.\d+$/, '.0/24');
}

/** A client of IPv6 has a whole /64 to itself, so that is what attempts are counted for. */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain;
}

const plainAddress = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '');

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  return [...groups, ...zeros, ...after].map((group) => Number.parseInt(group, 16).toString(16));
}
