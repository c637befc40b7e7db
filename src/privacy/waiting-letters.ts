import type { EntityManager } from 'typeorm';
import { escaped } from '../http/html-page.js';

interface SignedLetter {
  id: string;
  text: string;
  html: string;
  names: string[];
}

/** Letters that were not sent yet go out without the name of whoever signed for a company and is erased: it is a paragraph by itself. */
export async function unsignWaitingLetters(tx: EntityManager, accountId: string): Promise<void> {
  const letters = await tx.query<SignedLetter[]>(
    `SELECT mail.id, mail.text, mail.html, array_agg(DISTINCT signed.name) AS names
       FROM mail JOIN (
         SELECT application_id, signed_as AS name FROM message WHERE author_id = $1 AND signed_as IS NOT NULL
         UNION SELECT application_id, signed_as FROM application_event WHERE account_id = $1 AND signed_as IS NOT NULL
       ) AS signed ON strpos(mail.text, signed.application_id::text) > 0
      WHERE mail.sent_at IS NULL GROUP BY mail.id ORDER BY mail.id`,
    [accountId],
  );
  for (const { id, text, html, names } of letters) {
    const unsigned = names.reduce(
      (left, name) => ({
        text: left.text.replaceAll(`\n\n— ${name}\n\n`, '\n\n'),
        html: left.html.replaceAll(`<p>${escaped(`— ${name}`)}</p>\n`, ''),
      }),
      { text, html },
    );
    await tx.query('UPDATE mail SET text = $2, html = $3 WHERE id = $1', [id, unsigned.text, unsigned.html]);
  }
}
