import { setTimeout as sleep } from 'node:timers/promises';
import { Agenda } from './agenda';

test('does what is most pressing first, whatever was added first', async () => {
  const agenda = new Agenda(1);
  const done: string[] = [];
  const add = (name: string, due: number) =>
    agenda.add({
      notBefore: 0,
      due,
      run: async () => {
        await sleep(1);
        done.push(name);
      },
    });
  add('first', 5);
  add('later', 9);
  add('urgent', 1);
  add('soon', 3);
  await agenda.empty();
  expect(done).toEqual(['first', 'urgent', 'soon', 'later']);
});

test('begins nothing before its time', async () => {
  const agenda = new Agenda(4);
  const at = Date.now() + 60;
  let begun = 0;
  agenda.add({
    notBefore: at,
    due: at,
    run: async () => {
      begun = Date.now();
    },
  });
  await agenda.empty();
  expect(begun).toBeGreaterThanOrEqual(at);
  expect(begun).toBeLessThan(at + 200);
});

test('keeps at most so many in flight', async () => {
  const agenda = new Agenda(3);
  let flying = 0;
  let most = 0;
  for (let i = 0; i < 20; i++) {
    agenda.add({
      notBefore: 0,
      due: i,
      run: async () => {
        flying += 1;
        most = Math.max(most, flying);
        await sleep(2);
        flying -= 1;
      },
    });
  }
  await agenda.empty();
  expect(most).toBe(3);
});

test('waits for what a task adds', async () => {
  const agenda = new Agenda(1);
  const done: number[] = [];
  const task = (n: number) => ({
    notBefore: 0,
    due: n,
    run: async () => {
      done.push(n);
      if (n < 3) agenda.add(task(n + 1));
    },
  });
  agenda.add(task(1));
  await agenda.empty();
  expect(done).toEqual([1, 2, 3]);
});

test('a task that fails ends the agenda with its reason', async () => {
  const agenda = new Agenda(1);
  let after = false;
  agenda.add({ notBefore: 0, due: 1, run: () => Promise.reject(new Error('refused')) });
  agenda.add({
    notBefore: 0,
    due: 2,
    run: async () => {
      after = true;
    },
  });
  await expect(agenda.empty()).rejects.toThrow('refused');
  expect(after).toBe(false);
});
