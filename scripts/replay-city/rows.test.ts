import { parseRows, RowsError } from './rows';

const header = 'id,opened_at,target_at,closed_at,on_time,status,department,reason,type,title,address,lat,lon';
const line = (over: Partial<Record<string, string>> = {}) => {
  const fields: Record<string, string> = {
    id: '1',
    opened_at: '2015-01-01 00:00:00',
    target_at: '2015-01-02 00:00:00',
    closed_at: '2015-01-01 12:00:00',
    on_time: 'ONTIME',
    status: 'Closed',
    department: 'PWDx',
    reason: 'Lights',
    type: 'Street Light Outages',
    title: 'PRINTED',
    address: '"1 Main St, Boston"',
    lat: '42.3',
    lon: '-71.1',
    ...over,
  };
  return header
    .split(',')
    .map((name) => fields[name])
    .join(',');
};
const csv = (...lines: string[]) => [header, ...lines].join('\n');

test('reads a request with its instants and numbers', () => {
  const [row] = parseRows(csv(line()), 10);
  expect(row).toEqual({
    id: '1',
    openedAt: Date.UTC(2015, 0, 1),
    targetAt: Date.UTC(2015, 0, 2),
    closedAt: Date.UTC(2015, 0, 1, 12),
    mark: 'ONTIME',
    department: 'PWDx',
    reason: 'Lights',
    type: 'Street Light Outages',
    title: 'PRINTED',
    address: '1 Main St, Boston',
    latitude: 42.3,
    longitude: -71.1,
  });
});

test('what the city left empty is nothing, not zero', () => {
  const [row] = parseRows(csv(line({ target_at: '', closed_at: '', on_time: '' })), 10);
  expect(row).toMatchObject({ targetAt: null, closedAt: null, mark: null });
});

test('takes the first requests and puts them in the order of their opening', () => {
  const text = csv(
    line({ id: 'b', opened_at: '2015-01-03 00:00:00' }),
    line({ id: 'a', opened_at: '2015-01-02 00:00:00' }),
    line({ id: 'c' }),
  );
  expect(parseRows(text, 2).map(({ id }) => id)).toEqual(['a', 'b']);
});

test.each([
  ['an unreadable instant', line({ opened_at: 'yesterday' }), /Row 2, column opened_at/],
  ['no place', line({ lat: '' }), /Row 2, column lat/],
  ['a place off the globe', line({ lon: '271' }), /Row 2, column lon/],
  ['an unknown mark', line({ on_time: 'MAYBE' }), /Row 2, column on_time/],
])('refuses %s and says where', (_what, bad, message) => {
  expect(() => parseRows(csv(bad), 10)).toThrow(RowsError);
  expect(() => parseRows(csv(bad), 10)).toThrow(message);
});

test('refuses a file without requests', () => {
  expect(() => parseRows(header, 10)).toThrow(RowsError);
});
