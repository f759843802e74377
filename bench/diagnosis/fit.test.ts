import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scoresOf } from '../../domain/diagnosis/diagnose';
import { causes } from '../../domain/diagnosis/features';
import { reference } from '../../domain/diagnosis/reference';
import { readEvents } from './file';
import { departments } from './fit';

test('other departments than those it was fitted on are told apart', () => {
  const tested = departments(50_000_000, 15, 300);
  const right = tested.filter(({ truth, measures }) => {
    const scores = scoresOf(measures, reference);
    return causes.every((cause) => scores[cause] >= reference.thresholds[cause] === truth.includes(cause));
  });
  expect(right.length / tested.length).toBeGreaterThan(0.9);
}, 60_000);

test('a file of events is read, and what is wrong in it is named by its line', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'events-'));
  const write = (...lines: string[]) => {
    const file = path.join(folder, 'events.csv');
    writeFileSync(file, ['at,name,department,case,unit,reason,amount', ...lines].join('\n'));
    return readEvents(file);
  };
  expect(await write('2026-01-05T08:00:00+01:00,opened,roads,1,,,80')).toEqual([
    {
      at: Date.UTC(2026, 0, 5, 7),
      name: 'opened',
      department: 'roads',
      caseId: '1',
      unit: '',
      reason: '',
      amount: 80,
    },
  ]);
  await expect(write('2026-01-05T08:00:00Z,opened,roads,1,,,', '2026-01-05,lost,roads,1,,,')).rejects.toThrow(
    'line 3: at',
  );
  await expect(write('2026-01-05T08:00:00Z,opened,roads,1,,,much')).rejects.toThrow('line 2: amount');
  rmSync(folder, { recursive: true });
});
