import { Turns } from './turns';

/** Work that ends when it is told to. */
function job() {
  let end = (_error?: Error) => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  return { end, work: () => ended };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('two at once, the next in their order, and no crowd', async () => {
  const turns = new Turns(2, 2);
  const begun: number[] = [];
  const jobs = [0, 1, 2, 3].map(() => job());
  const all = jobs.map(({ work }, index) =>
    turns.take(() => {
      begun.push(index);
      return work();
    }),
  );
  await settled();
  expect(begun).toEqual([0, 1]);
  await expect(turns.take(async () => {})).rejects.toMatchObject({
    code: 'too-many-requests',
    retryAfter: 5,
  });
  jobs[1]!.end(new Error('broken'));
  await expect(all[1]).rejects.toThrow('broken');
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  for (const { end } of jobs) end();
  await Promise.all([all[0], all[2], all[3]]);
  expect(begun).toEqual([0, 1, 2, 3]);
  expect(await turns.take(async () => 'again')).toBe('again');
});
