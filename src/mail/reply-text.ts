/** Lines after which a mail program has put the letter that is answered to. */
const borders = [
  /^[-_\s]{2,}(message d.origine|message transf[ée]r[ée]|original message|forwarded message|urspr.ngliche nachricht)[-_\s]{2,}$/iu,
  /^_{10,}$/u,
  /^-- ?$/u,
];

/** "Envoyé de mon iPhone": what telephones sign with. */
const signedByTelephone =
  /^(envoy[ée] (de|depuis|à partir de) |sent (from|via) |(obtenir|t[ée]l[ée]charger|get|download) outlook )/iu;

/** "De : …" and, within the next lines, "Objet : …": how Outlook begins what it quotes. */
const headerFrom = /^\*?(de|from)\s*:\*?\s/iu;
const headerOther = /^\*?(envoy[ée]|date|à|objet|sent|to|subject)\s*:\*?\s/iu;

/** "Le lun. 23 nov. 2026 à 12:00, VTE Territoires <…> a écrit :", on one to four lines. */
const introduces = /^(le|on)\s/iu;
const introduced = /\d[^]*(a écrit|wrote)\s*:$/iu;
const mostIntroducing = 4;
const longestIntroducing = 300;

const quoted = /^\s*>/u;

/** What a person wrote into an answer: without the letter it quotes, the signature, and what the mail program adds. */
export function replyText(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\u00a0\u202f]/gu, ' ').trimEnd());
  const end = lines.findIndex((_, index) => endsHere(lines, index));
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => !quoted.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function endsHere(lines: readonly string[], index: number): boolean {
  const line = lines[index]!.trim();
  if (borders.some((border) => border.test(line))) return true;
  if (signedByTelephone.test(line)) return endsParagraph(lines, index);
  if (headerFrom.test(line)) return lines.slice(index + 1, index + 4).some((next) => headerOther.test(next.trim()));
  return introduces.test(line) && introducesAQuote(lines, index);
}

/** Whether a line is the last of its paragraph, as a telephone puts it. */
function endsParagraph(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1]?.trim() ?? '';
  return next === '' || quoted.test(next) || borders.some((border) => border.test(next));
}

function introducesAQuote(lines: readonly string[], index: number): boolean {
  let joined = '';
  for (const line of lines.slice(index, index + mostIntroducing)) {
    if (line.length > longestIntroducing) return false;
    joined = `${joined} ${line.replace(/^\s*>\s?/u, '').trim()}`.trim();
    if (introduced.test(joined)) return true;
  }
  return false;
}

/** The same without an address: neither side learns the other’s, not even from a signature. */
export function withoutAddress(text: string, address: string): string {
  const pattern = new RegExp(address.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'giu');
  return text.replace(pattern, '[…]');
}
