import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAddress } from './parse-address.ts';
import { parseHours } from './parse-hours.ts';
import { parsePhones } from './parse-phones.ts';
import { agesOf, coordinatesOf, costOf, isoDay, plainNumber, shortName } from './plain-values.ts';
import { splitList } from './split-list.ts';
import { statusOf, yesOrNo } from './yes-or-no.ts';

const hours = (text: string) =>
  parseHours(text)?.map(({ byday, opens_at, closes_at }) => `${byday} ${opens_at}-${closes_at}`);
const WEEK = 'MO,TU,WE,TH,FR';

test('hours in words of three languages are days with hours', () => {
  assert.deepEqual(hours('Sunday: 11:00-20:00  Monday: 9:00-22:00  Tuesday: Closed'), [
    'MO 09:00-22:00',
    'SU 11:00-20:00',
  ]);
  assert.deepEqual(hours('Monday: 8:30-12:00 , 13:00-17:00  Tuesday: 8:30-12:00'), [
    'MO,TU 08:30-12:00',
    'MO 13:00-17:00',
  ]);
  assert.deepEqual(hours('Mon-Fri 9am-5pm; Sat 10 am to 2 pm'), [`${WEEK} 09:00-17:00`, 'SA 10:00-14:00']);
  assert.deepEqual(hours('Mon, Wed & Fri 2-5pm'), ['MO,WE,FR 14:00-17:00']);
  assert.deepEqual(hours('Lundi au vendredi : 9h-17h30'), [`${WEEK} 09:00-17:30`]);
  assert.deepEqual(hours('من الاثنين إلى الجمعة ٩:٠٠ - ١٧:٠٠'), [`${WEEK} 09:00-17:00`]);
  assert.deepEqual(hours('يوميا من 8:00 حتى 20:00'), [`${WEEK},SA,SU 08:00-20:00`]);
  assert.deepEqual(hours('Available 24/7/365'), [`${WEEK},SA,SU 00:00-24:00`]);
  assert.deepEqual(hours('Fri-Mon 10-12'), ['MO,FR,SA,SU 10:00-12:00']);
});

test('hours that are not wholly understood stay words', () => {
  for (const text of [
    'by appointment',
    'Monday 9-12 by appointment',
    'Monday: 8:30-12:00, 1:00-17:00',
    'Mon-Fri 9-5',
    'Saturday 22:00-02:00',
    'Monday',
    '9:00-17:00',
    'Third Tuesday 17:00-19:00',
    '',
  ])
    assert.equal(parseHours(text), undefined, text);
});

test('numbers are told from one another and from the words about them', () => {
  assert.deepEqual(
    parsePhones('main: 305-285-5922; Fax (305) 285-5923 x 12').map(({ number, extension, type, description }) => [
      number,
      extension,
      type,
      description,
    ]),
    [
      ['305-285-5922', '', '', 'main'],
      ['(305) 285-5923', '12', 'fax', 'Fax'],
    ],
  );
  assert.deepEqual(
    parsePhones('٧١ ٢٢٢ ٣٣٣').map(({ number }) => number),
    ['71 222 333'],
  );
  assert.deepEqual(
    parsePhones('1-800-HELP or 211').map(({ number }) => number),
    ['1-800-HELP', '211'],
  );
});

test('addresses in one cell are told apart where their end is known', () => {
  assert.deepEqual(parseAddress('2400 S. Dixie Highway, Suite #104, Miami, FL 33133'), {
    address_1: '2400 S. Dixie Highway',
    address_2: 'Suite #104',
    city: 'Miami',
    state_province: 'FL',
    postal_code: '33133',
  });
  assert.deepEqual(parseAddress('12 rue de la Liberté\n1000 Tunis'), {
    address_1: '12 rue de la Liberté',
    postal_code: '1000',
    city: 'Tunis',
  });
  assert.deepEqual(parseAddress('State: FL'), { state_province: 'FL' });
  assert.deepEqual(parseAddress('Behind the mosque, second door'), { address_1: 'Behind the mosque, second door' });
});

test('days, numbers, ages, sums, places and answers are read as they are written', () => {
  assert.deepEqual(
    ['3/4/2026', '13/4/2026', '2026-04-03', '3 avril 2026', '3 أبريل 2026'].map((day) => isoDay(day, 'dmy')),
    ['2026-04-03', '2026-04-13', '2026-04-03', '2026-04-03', '2026-04-03'],
  );
  assert.equal(isoDay('3/4/2026', 'mdy'), '2026-03-04');
  assert.deepEqual(['36,8', '18 ans', '٣٦.٥', 'many'].map(plainNumber), ['36.8', '18', '36.5', 'many']);
  assert.deepEqual(
    ['18-65', '60+', 'under 18', 'moins de 12 ans', 'all ages'].map((age) => Object.values(agesOf(age))),
    [
      ['18', '65'],
      ['60', ''],
      ['', '17'],
      ['', '11'],
      ['', ''],
    ],
  );
  assert.deepEqual(coordinatesOf('Geolocation is 42.108547, -87.974705'), {
    latitude: '42.108547',
    longitude: '-87.974705',
  });
  assert.equal(coordinatesOf('somewhere'), undefined);
  assert.deepEqual(
    ['$5', '20 TND', '3,5 €', 'Free'].map((cost) => Object.values(costOf(cost))),
    [
      ['5', 'USD', ''],
      ['20', 'TND', ''],
      ['3.5', 'EUR', ''],
      ['', '', 'Free'],
    ],
  );
  assert.deepEqual(['Yes', 'لا', 'oui', 'perhaps'].map(yesOrNo), [true, false, true, undefined]);
  assert.deepEqual(['Open', 'مغلق', 'Fermé temporairement', 'odd'].map(statusOf), [
    'active',
    'inactive',
    'temporarily closed',
    'odd',
  ]);
  assert.deepEqual(splitList('Cook; DuPage, west\nWill'), ['Cook', 'DuPage, west', 'Will']);
  assert.deepEqual(splitList('عربية، فرنسية'), ['عربية', 'فرنسية']);
});

test('no words crash the reading of a cell, and none of them grows', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: fc.constantFrom(...Array.from('Mon 9:0-12,;pm/+()أ٣x')), maxLength: 60 }),
      ),
      (text) => {
        const read = [
          parseHours(text) ?? [],
          parsePhones(text),
          parseAddress(text),
          splitList(text),
          isoDay(text, 'dmy'),
          costOf(text),
          agesOf(text),
        ];
        assert.ok(JSON.stringify(read).length < 4000 + text.length * 40);
      },
    ),
    { numRuns: 2000 },
  );
  for (const text of [
    'Mon '.repeat(100_000),
    '1'.repeat(200_000),
    '('.repeat(100_000),
    '9:00-'.repeat(50_000),
    'a,'.repeat(50_000),
  ]) {
    // The work of this process alone: a busy machine makes a test wait, and no reading slower.
    const start = process.cpuUsage();
    parseHours(text);
    parsePhones(text);
    parseAddress(text);
    plainNumber(text);
    costOf(text);
    coordinatesOf(text);
    const { user } = process.cpuUsage(start);
    assert.ok(user < 1_500_000, `${text.slice(0, 6)} ${user} µs`);
  }
});

test('a long name is short, and another for other words', () => {
  const long = 'x'.repeat(400);
  assert.ok(shortName(long).length < 150);
  assert.notEqual(shortName(`${long}a`), shortName(`${long}b`));
});
