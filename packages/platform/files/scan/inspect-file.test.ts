import assert from 'node:assert/strict';
import test from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { entriesOf, orientationOf, tiffReaderOf } from './orientation-of.ts';
import { inspectFile, KEPT_TYPES } from './inspect-file.ts';

const text = (words: string): Buffer => Buffer.from(words, 'latin1');

/** EXIF that says where a photo was made, and that it lies on its side. */
function exifWithPosition(): Buffer {
  const tiff = Buffer.alloc(90);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  const entry = (at: number, [tag, type, count, value]: [number, number, number, number]): void => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  entry(10, [0x0112, 3, 1, 6]);
  entry(22, [0x8825, 4, 1, 40]);
  tiff.writeUInt16LE(1, 40);
  entry(42, [0x0002, 5, 3, 60]);
  tiff.write('36-48-N-POSITION', 60, 'latin1');
  return tiff;
}

function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

const SCAN = Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]);

function aJpeg(parts: Buffer[] = []): Buffer {
  const start = Buffer.from([0xff, 0xd8]);
  const end = Buffer.from([0xff, 0xd9]);
  return Buffer.concat([
    start,
    ...parts,
    jpegSegment(0xdb, Buffer.alloc(65)),
    jpegSegment(0xda, text('head')),
    SCAN,
    end,
  ]);
}

function pngChunk(kind: string, data: Buffer): Buffer {
  const inner = Buffer.concat([text(kind), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(inner));
  return Buffer.concat([length, inner, check]);
}

function aPng(parts: Buffer[] = []): Buffer {
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const image = pngChunk('IDAT', deflateSync(Buffer.from([0, 0])));
  return Buffer.concat([head, pngChunk('IHDR', size), ...parts, image, pngChunk('IEND', Buffer.alloc(0))]);
}

function webpChunk(kind: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function aWebp(parts: Buffer[] = []): Buffer {
  const flags = Buffer.alloc(10);
  flags[0] = 0x0c;
  const body = Buffer.concat([webpChunk('VP8X', flags), webpChunk('VP8L', Buffer.from([0x2f, 0, 0, 0, 0])), ...parts]);
  const head = text('RIFF\0\0\0\0WEBP');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

function aHeic(rest: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypheic\0\0\0\0mif1heic'), rest]);
}

function aPdf(body: string | Buffer = ''): Buffer {
  return Buffer.concat([
    text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    Buffer.from(body),
    text('\n%%EOF\n'),
  ]);
}

function objectStream(objects: string, more = ''): Buffer {
  const packed = deflateSync(text(objects));
  const dictionary = `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode ${more} /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([text(dictionary), packed, text('\nendstream\nendobj')]);
}

async function keptOf(bytes: Buffer): Promise<Buffer> {
  const inspected = await inspectFile(bytes);
  assert.ok('bytes' in inspected, JSON.stringify(inspected));
  return inspected.bytes;
}

const faultOf = async (bytes: Buffer): Promise<string> => {
  const inspected = await inspectFile(bytes);
  if ('bytes' in inspected) return 'none';
  return inspected.fault === 'active' ? inspected.part : inspected.fault;
};

test('what a file is, its first bytes say', async () => {
  const found = [aPdf(), aJpeg(), aPng(), aWebp(), aHeic(Buffer.alloc(40))].map(inspectFile);
  const types = (await Promise.all(found)).map((one) => ('mediaType' in one ? one.mediaType : one.fault));
  assert.deepEqual(types, [...KEPT_TYPES]);
});

test('nothing else is kept: pages, programs, archives, drawings with script, words and nothing at all', async () => {
  const others = [
    '<!doctype html><script>',
    '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    'MZ\x90\0',
    'PK\x03\x04rest of an archive',
    'GIF89a\x01\0\x01\0',
    '#!/bin/sh\n',
    'words',
  ];
  for (const one of others) assert.equal(await faultOf(text(one)), 'kind_unknown', one);
  assert.equal(await faultOf(Buffer.alloc(0)), 'empty');
});

test('a JPEG loses its position, its comments and what hangs behind it, and stays turned as it was', async () => {
  const exif = jpegSegment(0xe1, Buffer.concat([text('Exif\0\0'), exifWithPosition()]));
  const xmp = jpegSegment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>POSITION</x:xmpmeta>'));
  const words = [jpegSegment(0xfe, text('POSITION')), jpegSegment(0xed, text('Photoshop 3.0\0POSITION'))];
  const colour = jpegSegment(0xe2, text('ICC_PROFILE\0\x01\x01colour'));
  const kept = await keptOf(Buffer.concat([aJpeg([exif, xmp, ...words, colour]), text('ftypmp42 POSITION')]));
  assert.equal(kept.includes('POSITION'), false);
  assert.equal(kept.includes('ICC_PROFILE'), true);
  assert.equal(kept.includes(SCAN), true);
  const at = kept.indexOf('Exif\0\0') + 6;
  const tiff = kept.subarray(at);
  assert.equal(orientationOf(tiff), 6);
  const reader = tiffReaderOf(tiff);
  assert.ok(reader);
  assert.equal(entriesOf(reader, 8).length, 1);
  assert.deepEqual(await keptOf(kept), kept);
});

test('a JPEG that stands upright has no EXIF at all, one that breaks off is none', async () => {
  assert.equal((await keptOf(aJpeg())).includes('Exif'), false);
  assert.equal(await faultOf(aJpeg().subarray(0, -2)), 'broken');
  assert.equal(await faultOf(aJpeg().subarray(0, 30)), 'broken');
});

test('a PNG and a WebP lose what was written beside the picture, and stay turned as they were', async () => {
  const chunks = [
    pngChunk('eXIf', exifWithPosition()),
    pngChunk('tEXt', text('place\0POSITION')),
    pngChunk('zzZz', text('POSITION')),
  ];
  const png = await keptOf(Buffer.concat([aPng(chunks), text('POSITION')]));
  assert.equal(png.includes('POSITION'), false);
  assert.equal(orientationOf(png.subarray(png.indexOf('eXIf') + 4)), 6);
  const parts = [
    webpChunk('EXIF', exifWithPosition()),
    webpChunk('XMP ', text('<x:xmpmeta>POSITION')),
    webpChunk('WORD', text('POSITION')),
  ];
  const webp = await keptOf(aWebp(parts));
  assert.equal(webp.includes('POSITION'), false);
  assert.equal(orientationOf(webp.subarray(webp.indexOf('EXIF') + 8)), 6);
  assert.equal(webp[20], 0x08);
  const plain = await keptOf(aWebp());
  assert.deepEqual([plain[20], plain.includes('EXIF')], [0, false]);
  assert.equal(await faultOf(aPng().subarray(0, -6)), 'broken');
});

test('a HEIC loses its position and keeps its places', async () => {
  const inner = Buffer.concat([
    text('\0\0\0\x06Exif\0\0'),
    exifWithPosition(),
    text('<x:xmpmeta>POSITION</x:xmpmeta> picture'),
  ]);
  const heic = aHeic(inner);
  const kept = await keptOf(heic);
  assert.equal(kept.includes('POSITION'), false);
  assert.equal(kept.length, heic.length);
  assert.equal(kept.subarray(-7).toString(), 'picture');
});

test('a PDF that does something or carries something is refused by its name, however that is written', async () => {
  for (const part of [
    'JavaScript',
    'Launch',
    'EmbeddedFile',
    'EmbeddedFiles',
    'RichMedia',
    'XFA',
    'Encrypt',
    'SubmitForm',
  ])
    assert.equal(await faultOf(aPdf(`<< /S /${part} >>`)), `/${part}`);
  assert.equal(await faultOf(aPdf('<< /S /#4aava#53cript /JS (app.alert) >>')), '/JavaScript');
  assert.equal(await faultOf(aPdf(objectStream('7 0 << /S /JavaScript >>'))), '/JavaScript');
  assert.equal(await faultOf(aPdf(objectStream('7 0 << /S /Lau#6ech >>'))), '/Launch');
  assert.equal(await faultOf(aPdf(objectStream('7 0 << >>', '/DecodeParms << /Predictor 12 >>'))), '/Predictor');
  assert.equal(
    await faultOf(
      aPdf(text('2 0 obj\n<< /Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n00\nendstream')),
    ),
    '/ASCIIHexDecode',
  );
  assert.equal(await faultOf(aPdf(objectStream(`7 0 ${' '.repeat(17 * 1024 * 1024)}`))), '/ObjStm');
});

test('a PDF to read is kept as it is, whatever its pages look like', async () => {
  const page = aPdf(objectStream('7 0 << /Type /Page /Contents 8 0 R >>'));
  assert.deepEqual(await keptOf(page), page);
  const words = aPdf('<< /Title (About JavaScript and Launch) /JavaScriptless true >>');
  assert.deepEqual(await keptOf(words), words);
});

test('whatever bytes come, an answer comes, and what is kept is of the kind that was found', async () => {
  const begins = [aPdf(), aJpeg(), aPng(), aWebp(), aHeic(Buffer.alloc(40))];
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .tuple(fc.constantFrom(...begins), fc.uint8Array({ maxLength: 200 }))
      .map(([one, rest]) => Buffer.concat([one.subarray(0, one.length - 4), rest])),
    fc
      .tuple(fc.constantFrom(...begins), fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 8 }))
      .map(([one, at, over]) => {
        const bytes = Buffer.from(one);
        Buffer.from(over).copy(bytes, at % bytes.length);
        return bytes;
      }),
    fc.tuple(fc.constantFrom(...begins), fc.nat()).map(([one, at]) => one.subarray(0, at % one.length)),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (given) => {
      const bytes = Buffer.from(given);
      const inspected = await inspectFile(bytes);
      if (!('bytes' in inspected)) return;
      assert.ok(inspected.bytes.length <= bytes.length + 40);
      const again = await inspectFile(inspected.bytes);
      assert.ok('mediaType' in again);
      assert.equal(again.mediaType, inspected.mediaType);
      assert.deepEqual(again.bytes, inspected.bytes);
    }),
    { numRuns: 1500 },
  );
});

test('a position is nowhere left, wherever it stood in a photo', async () => {
  const position = text('36-48-N-POSITION');
  const marker = fc.constantFrom(0xe0, 0xe1, 0xe3, 0xe4, 0xec, 0xed, 0xfe);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(marker, fc.uint8Array({ maxLength: 60 })), { maxLength: 6 }), async (parts) => {
      const written = parts.map(([one, before]) => jpegSegment(one, Buffer.concat([Buffer.from(before), position])));
      assert.equal((await keptOf(Buffer.concat([aJpeg(written), position]))).includes(position), false);
    }),
  );
});
