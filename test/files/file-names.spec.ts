import { asAttachment, nameIn, safeName } from '../../src/files/file-names.js';

test.each([
  ['CV Camille Martin.pdf', 'CV Camille Martin.pdf'],
  ['../../../etc/passwd', 'passwd.pdf'],
  ['..\\..\\windows\\system32\\cv.exe', 'cv.pdf'],
  ['C:\\Users\\camille\\cv.docx.pdf', 'cv.pdf'],
  ['/', 'CV.pdf'],
  ['', 'CV.pdf'],
  ['...', 'CV.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['cv.pdf.exe', 'cv.pdf'],
  ['cv.html', 'cv.pdf'],
  ['cv\u202Efdp.exe', 'cvfdp.pdf'],
  ['cv\r\nset-cookie: a=b.pdf', 'cv set-cookie a=b.pdf'],
  ['a"; filename="b.exe.pdf', 'a filename= b.pdf'],
  ['cv\0.pdf', 'cv.pdf'],
  ['Été – résumé.PDF', 'Été – résumé.pdf'],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(96)}.pdf`],
])('%j is kept as %j', (said, kept) => {
  expect(safeName(said, 'PDF')).toBe(kept);
});

test('the ending is that of what the file is', () => {
  expect(safeName('cv.pdf', 'DOCX')).toBe('cv.docx');
});

test('a name that cannot be read is none', () => {
  expect(nameIn('%E0%A4%A')).toBe('');
  expect(nameIn(undefined)).toBe('');
  expect(nameIn(['a', 'b'])).toBe('');
  expect(nameIn('CV%20%C3%A9t%C3%A9.pdf')).toBe('CV été.pdf');
});

test('the header saves under the name, and cannot be broken out of', () => {
  expect(asAttachment('CV été.pdf')).toBe(`attachment; filename="CV ete.pdf"; filename*=UTF-8''CV%20%C3%A9t%C3%A9.pdf`);
  expect(asAttachment('a"\\\r\n%;\'(b).pdf')).toBe(
    `attachment; filename="a'(b).pdf"; filename*=UTF-8''a%22%5C%0D%0A%25%3B%27%28b%29.pdf`,
  );
});
