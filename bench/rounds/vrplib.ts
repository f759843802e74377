import { readFileSync } from 'node:fs';

/**
 * A prize-collecting routing problem with time windows, read from VRPLIB. Everything is scaled by ten and distances
 * are cut to whole numbers, the convention of the DIMACS challenge (2022), by which the published costs are counted.
 * Node 0 is the depot.
 */
export interface Published {
  name: string;
  size: number;
  vehicles: number;
  capacity: number;
  /** Row after row. */
  travel: Float64Array;
  load: number[];
  opens: number[];
  closes: number[];
  prize: number[];
  service: number[];
}

const SCALE = 10;

/** @throws Error when the text is no such problem */
export function readPublished(text: string): Published {
  const head = new Map<string, string>();
  const sections = new Map<string, number[][]>();
  let rows: number[][] | null = null;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line.endsWith('_SECTION')) {
      rows = [];
      sections.set(line, rows);
    } else if (rows && /^-?\d/.test(line)) rows.push(line.split(/\s+/).map(Number));
    else if (line.includes(':')) head.set(...(line.split(/\s*:\s*/, 2) as [string, string]));
  }
  const size = Number(head.get('DIMENSION'));
  const column = (section: string, at: number) => {
    const found = sections.get(`${section}_SECTION`)?.map((row) => row[at]!);
    if (found?.length !== size || found.some((value) => !Number.isFinite(value)))
      throw new Error(`${section}_SECTION needs a line of numbers for each of the ${size} nodes.`);
    return found;
  };
  const scaled = (values: number[]) => values.map((value) => value * SCALE);
  const [x, y] = [column('NODE_COORD', 1), column('NODE_COORD', 2)];
  const way = (from: number, to: number) =>
    Math.trunc(SCALE * Math.hypot(x[from]! - x[to]!, y[from]! - y[to]!));
  return {
    name: head.get('NAME') ?? '',
    size,
    vehicles: Number(head.get('VEHICLES')),
    capacity: Number(head.get('CAPACITY')),
    travel: Float64Array.from({ length: size * size }, (_, cell) =>
      way(Math.floor(cell / size), cell % size),
    ),
    load: column('DEMAND', 1),
    opens: scaled(column('TIME_WINDOW', 1)),
    closes: scaled(column('TIME_WINDOW', 2)),
    prize: scaled(column('PRIZE', 1)),
    service: x.map((_, node) => (node === 0 ? 0 : SCALE * Number(head.get('SERVICE_TIME')))),
  };
}

export interface Solution {
  /** Nodes in the order of the visits, without the depot. */
  routes: number[][];
  /** As it is published. */
  cost: number;
}

/** A VRPLIB solution; its clients are counted from 1, as our nodes are. */
export function readSolution(text: string): Solution {
  const routes = [...text.matchAll(/^Route #\d+:(.*)$/gm)].map(([, line]) =>
    line!.trim().split(/\s+/).map(Number),
  );
  return { routes, cost: Number(/^Cost:?\s*(\d+)/m.exec(text)?.[1]) };
}

export const readFile = <T>(file: string, read: (text: string) => T): T => read(readFileSync(file, 'utf8'));

/** Distance of all routes plus the prizes that nobody collects. */
export function costOf({ travel, size, prize }: Published, routes: readonly number[][]): number {
  const missed = new Set(prize.keys());
  let cost = 0;
  for (const route of routes) {
    let before = 0;
    for (const node of [...route, 0]) {
      cost += travel[before * size + node]!;
      missed.delete(node);
      before = node;
    }
  }
  for (const node of missed) cost += prize[node]!;
  return cost;
}

/** What is wrong with the routes, in words; empty when they may be driven. */
export function wrongWith(problem: Published, routes: readonly number[][]): string[] {
  const { travel, size, vehicles, capacity, load, opens, closes, service } = problem;
  const wrong = routes.length > vehicles ? [`${routes.length} routes for ${vehicles} vehicles`] : [];
  const seen = new Set<number>();
  for (const [index, route] of routes.entries()) {
    let now = opens[0]!;
    let before = 0;
    let loaded = 0;
    for (const node of [...route, 0]) {
      now = Math.max(now + travel[before * size + node]!, opens[node]!);
      if (now > closes[node]!) wrong.push(`route ${index} is late at ${node}`);
      if (node !== 0 && seen.has(node)) wrong.push(`${node} is visited twice`);
      seen.add(node);
      now += service[node]!;
      loaded += load[node]!;
      before = node;
    }
    if (loaded > capacity) wrong.push(`route ${index} is overloaded`);
  }
  return wrong;
}
