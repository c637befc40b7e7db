import { calendarOf, type CalendarEntry } from '../../src/interviews/interview-ics.js';

const entry = (differs: Partial<CalendarEntry> = {}, interview: Partial<CalendarEntry['interview']> = {}) =>
  calendarOf(
    {
      interview: {
        id: '4f9d2a52-6a0e-4a53-9d0f-3f6f3d1d8e11',
        sequence: 1,
        agreedStartsAt: new Date('2027-03-29T08:00:00Z'),
        durationMinutes: 45,
        place: 'Atelier, 3 rue du Four',
        videoUrl: null,
        status: 'AGREED',
        words: null,
        ...interview,
      },
      offerTitle: 'Soudage',
      companyName: 'Forges d’Étival',
      candidateFirstName: 'Camille',
      organiser: 'reponse@vte.example',
      domain: 'vte.example',
      ...differs,
    },
    'fr',
  )!.replace(/\r\n[ \t]/g, '');

test.each([
  ['camille.dupont+vte@example.fr', 'mailto:camille.dupont+vte@example.fr'],
  ['o’brien@example.fr', 'mailto:candidat@vte.example'],
  ["o'brien@example.fr", "mailto:o'brien@example.fr"],
  ['zoé@example.fr', 'mailto:candidat@vte.example'],
  ['zoe@élan.fr', 'mailto:zoe@xn--lan-9la.fr'],
])('whoever signed up as %s gets an entry, as %s', (email, attendee) => {
  expect(entry({ reader: { side: 'CANDIDATE', email } })).toContain(`CN="Camille":${attendee}\r\n`);
});

test.each([
  'https://a_b.zoom.example/j/1?pwd=a.b',
  'https://[fe80::1.2.3.4]/salle',
  'https://réunion.example.fr/x?a=1;b=2',
])('a meeting at %s has an entry that tells where', (videoUrl) => {
  expect(entry({}, { place: null, videoUrl })).toContain(`LOCATION:${videoUrl.replace(';', '\\;')}\r\n`);
});

test('names and words stay where they belong, whatever is in them', () => {
  const told = entry(
    { companyName: 'Forges; "SA"\r\nATTENDEE:mailto:x@y.fr', offerTitle: 'Soudage, été' },
    { words: 'Un\r\nDTSTART:20200101T000000Z\nDeux; trois' },
  );
  const lines = told.split('\r\n');
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(2);
  expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART:20270329T080000Z']);
});
