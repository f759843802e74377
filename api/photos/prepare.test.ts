import exifr from 'exifr';
import sharp, { type Sharp } from 'sharp';
import { MAX_BYTES } from './limits';
import { preparePhoto } from './prepare';

/** A picture half red (left), half blue. */
const picture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: 'red' } }).composite([
    {
      input: { create: { width: Math.floor(width / 2), height, channels: 3, background: 'blue' } },
      gravity: 'east',
    },
  ]);

const gps = {
  IFD0: { Make: 'Phone', Model: 'Secret 9' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '44/1 54/1 4500/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '8/1 36/1 5400/100',
  },
};

test('what is kept is a JPEG without any metadata; the place that it told is handed on', async () => {
  const taken = await picture(80, 40).withExif(gps).jpeg().toBuffer();
  const kept = await preparePhoto(taken);
  expect(kept.gps!.latitude).toBeCloseTo(44.9125, 5);
  expect(kept.gps!.longitude).toBeCloseTo(8.615, 5);
  expect(await exifr.parse(kept.data)).toBeUndefined();
  expect(kept.data.includes('Secret')).toBe(false);
  expect(await sharp(kept.data).metadata()).toMatchObject({ format: 'jpeg', width: 80, height: 40 });
});

test('a phone held upright: the pixels are turned, not the metadata', async () => {
  const taken = await picture(80, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { data, width, height } = await preparePhoto(taken);
  expect([width, height]).toEqual([40, 80]);
  const [red, , blue] = await sharp(data)
    .extract({ left: 10, top: 70, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(blue! > 200 && red! < 50).toBe(true);
});

test.each(['png', 'webp'] as const)('%s is taken, transparency becomes white', async (format) => {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const taken = await sharp({ create: { width: 9, height: 9, channels: 4, background: clear } })
    .toFormat(format)
    .toBuffer();
  const { data } = await preparePhoto(taken);
  expect([...(await sharp(data).raw().toBuffer())].every((value) => value > 250)).toBe(true);
});

test('a large picture is made smaller, its proportions kept', async () => {
  const { width, height } = await preparePhoto(await picture(4096, 1024).jpeg().toBuffer());
  expect([width, height]).toEqual([2048, 512]);
});

describe('refused', () => {
  test.each([
    ['something else', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo-format'],
    ['nothing', async () => Buffer.alloc(0), 'photo-format'],
    ['a GIF', async () => picture(9, 9).gif().toBuffer(), 'photo-format'],
    ['a JPEG in name only', async () => Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 3]), 'photo-unreadable'],
    [
      'half a JPEG',
      async () => {
        const whole = await sharp(
          Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 37) % 256)),
          {
            raw: { width: 300, height: 300, channels: 3 },
          },
        )
          .jpeg()
          .toBuffer();
        return whole.subarray(0, whole.length / 2);
      },
      'photo-unreadable',
    ],
    ['too many bytes', async () => Buffer.alloc(MAX_BYTES + 1, 0xff), 'photo-too-large'],
    [
      'few bytes that hide very many pixels',
      async () =>
        sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } })
          .png({ compressionLevel: 9 })
          .toBuffer(),
      'photo-too-large',
    ],
    [
      'a stripe',
      async () =>
        sharp({ create: { width: 1, height: 30_000, channels: 3, background: 'white' } })
          .png()
          .toBuffer(),
      'photo-too-large',
    ],
  ])('%s', async (_what, file, code) => {
    await expect(preparePhoto(await file())).rejects.toMatchObject({ code });
  });
});
