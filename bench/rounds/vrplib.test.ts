import { costOf, readPublished, readSolution, wrongWith } from './vrplib';

const text = `NAME : three
DIMENSION : 4
VEHICLES : 2
CAPACITY : 5
SERVICE_TIME : 2
NODE_COORD_SECTION
1 0 0
2 3 4
3 0 10
4 1 1
DEMAND_SECTION
1 0
2 3
3 3
4 1
TIME_WINDOW_SECTION
1 0 40
2 0 5
3 20 30
4 0 40
PRIZE_SECTION
1 0
2 9
3 50
4 1
DEPOT_SECTION
1
-1
EOF`;
const problem = readPublished(text);

test('a problem is read with everything scaled by ten, distances cut to whole numbers', () => {
  expect(problem).toMatchObject({ name: 'three', size: 4, vehicles: 2, capacity: 5, load: [0, 3, 3, 1] });
  expect(problem.service).toEqual([0, 20, 20, 20]);
  expect(problem.closes).toEqual([400, 50, 300, 400]);
  // The root of 200 is 14.14…
  expect(problem.travel[3]).toBe(14);
  expect(problem.travel[1]).toBe(50);
});

test('a problem that lacks a line is refused', () => {
  expect(() => readPublished(text.replace('3 50\n', ''))).toThrow('PRIZE_SECTION');
});

test('a cost is the distance and the prizes that nobody collects', () => {
  expect(costOf(problem, [])).toBe(600);
  expect(costOf(problem, [[1], [2]])).toBe(2 * 50 + 2 * 100 + 10);
});

test('a solution is read as it is published', () => {
  expect(readSolution('Route #1: 1 3\nRoute #2: 2 \nCost: 310\n')).toEqual({
    routes: [[1, 3], [2]],
    cost: 310,
  });
});

test('what may not be driven is told', () => {
  expect(wrongWith(problem, [[1], [2]])).toEqual([]);
  expect(wrongWith(problem, [[1, 2]])).toEqual(['route 0 is overloaded']);
  expect(wrongWith(problem, [[3, 1]])).toEqual(['route 0 is late at 1']);
  expect(wrongWith(problem, [[3], [3]])).toEqual(['3 is visited twice']);
  expect(wrongWith(problem, [[1], [2], [3]])).toEqual(['3 routes for 2 vehicles']);
});
