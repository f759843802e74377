import { beforeEach, expect, test } from 'vitest';
import { dataProvider, listQuery } from './dataProvider';
import { rememberSession } from './session';
import { answerWith, session } from './testing';

beforeEach(() => rememberSession(session()));

test('a list is asked for in the words of the API', () => {
  const query = listQuery({
    pagination: { page: 3, perPage: 25 },
    sort: { field: 'dueAt', order: 'ASC' },
    filter: { status: ['verifying', 'accepting'], late: true, open: false, q: '', crewId: undefined },
  });
  expect(query).toBe(
    '_start=50&_end=75&_sort=dueAt&_order=ASC&status=verifying&status=accepting&late=true&open=false',
  );
});

test('the total comes from the header', async () => {
  answerWith({ body: [{ id: 'a' }], headers: { 'X-Total-Count': '1234' } });
  const list = await dataProvider.getList('cases', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'dueAt', order: 'ASC' },
    filter: {},
  });
  expect(list).toEqual({ data: [{ id: 'a' }], total: 1234 });
});

test('many are asked for at once, by their ids', async () => {
  const asked = answerWith({ body: [] });
  await dataProvider.getMany('users', { ids: ['a', 'b'] });
  expect(asked.path(0)).toBe('/api/console/users?_ids=a,b');
});

test('references of a record are a filter', async () => {
  const asked = answerWith({ body: [] });
  await dataProvider.getManyReference('messages', {
    target: 'caseId',
    id: 'c1',
    pagination: { page: 1, perPage: 10 },
    sort: { field: 'createdAt', order: 'DESC' },
    filter: {},
  });
  expect(asked.path(0)).toContain('caseId=c1');
});

test('a change sends the whole record and answers it as the server has it', async () => {
  const asked = answerWith({ body: { id: 'a', name: 'Nuovo' } });
  const { data } = await dataProvider.update('crews', {
    id: 'a',
    data: { name: ' Nuovo ' },
    previousData: { id: 'a' },
  });
  expect(asked.init(0)?.method).toBe('PUT');
  expect(data).toEqual({ id: 'a', name: 'Nuovo' });
});

test('what became of something removed is told', async () => {
  const asked = answerWith({ body: { id: 'a', did: 'deactivated' } });
  const { data } = await dataProvider.delete('crews', { id: 'a', previousData: { id: 'a' } });
  expect(asked.init(0)?.method).toBe('DELETE');
  expect(data).toEqual({ id: 'a', did: 'deactivated' });
});

test('an id cannot leave its place in the address', async () => {
  const asked = answerWith({ body: { id: 'x' } });
  await dataProvider.getOne('cases', { id: '../users?a=b' });
  expect(asked.path(0)).toBe('/api/console/cases/..%2Fusers%3Fa%3Db');
});
