import { expect, test } from 'vitest';
import { bandColours, colours, partColours } from './colours';

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('text is legible on every ground that it stands on (WCAG AA)', () => {
  const { primary, secondary, error, warning, success, text, quietText, page, paper } = colours;
  for (const ground of [page, paper])
    for (const colour of [text, quietText, primary, error, warning, success])
      expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  const marks = [...Object.values(bandColours), ...Object.values(partColours)];
  for (const ground of [primary, secondary, error, warning, success, ...marks])
    expect(contrast('#ffffff', ground), `white on ${ground}`).toBeGreaterThanOrEqual(4.5);
});
