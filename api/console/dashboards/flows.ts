import type { DataSource } from 'typeorm';
import { endsOf, listDays, stockBefore } from '../../../db/views/dashboards';
import {
  backlogOf,
  type DayFlows,
  lateShare,
  type Stock,
  starsIn,
  total,
} from '../../../domain/dashboards/figures';
import { daysOf } from '../../../domain/dashboards/quarter';
import type { Asked, Behind, Figure } from './asked';

/** The flows of the quarter and of the one before, of one department or of all. */
interface Flows {
  own: DayFlows[];
  before: DayFlows[];
}

const readFlows = async (db: DataSource, { departments, own, before }: Asked): Promise<Flows> => {
  const [now, earlier] = await Promise.all([
    listDays(db, departments, own),
    listDays(db, departments, before),
  ]);
  return { own: now, before: earlier };
};

const ofDepartment = (flows: Flows, id: string): Flows => ({
  own: flows.own.filter(({ departmentId }) => departmentId === id),
  before: flows.before.filter(({ departmentId }) => departmentId === id),
});

/** The same figures of all together and of each department. */
const each = <T>(
  { departmentIds }: Asked,
  flows: Flows,
  figures: (flows: Flows, departmentId?: string) => T,
) => ({
  total: figures(flows),
  departments: departmentIds.map((id) => ({ departmentId: id, ...figures(ofDepartment(flows, id), id) })),
});

const figureOf = ({ own, before }: Flows, what: Parameters<typeof total>[1], cases: Behind): Figure => ({
  value: total(own, what),
  before: total(before, what),
  cases,
});

const opened = ({ from, to }: Asked): Behind => ({
  openedFrom: from.toISOString(),
  openedTo: to.toISOString(),
});
const done = ({ from, to }: Asked): Behind => ({ doneFrom: from.toISOString(), doneTo: to.toISOString() });

/** Days of one week of the quarter each. */
const WEEK = 7;

/** What was repaired late. */
export async function late(db: DataSource, asked: Asked) {
  const flows = await readFlows(db, asked);
  const days = daysOf(asked.own);
  const weeks = Array.from({ length: Math.ceil(days.length / WEEK) }, (_, week) => {
    const [from = '', last = ''] = [days[week * WEEK], days[Math.min(days.length, (week + 1) * WEEK) - 1]];
    const own = flows.own.filter(({ day }) => day >= from && day <= last);
    return { from, repaired: total(own, 'repaired'), late: total(own, 'repairedLate') };
  });
  const figures = (own: Flows, id?: string) => ({
    share: { value: lateShare(own.own), before: lateShare(own.before) },
    repaired: figureOf(own, 'repaired', asked.behind({ ...done(asked), repaired: true }, id)),
    late: figureOf(own, 'repairedLate', asked.behind({ ...done(asked), repaired: true, doneLate: true }, id)),
  });
  return { ...each(asked, flows, figures), weeks };
}

/** What waits: now or when the quarter ended, and when it began. */
export async function backlog(db: DataSource, asked: Asked) {
  const [flows, stock] = await Promise.all([
    readFlows(db, asked),
    stockBefore(db, asked.departments, asked.own.from),
  ]);
  const days = daysOf(asked.own);
  const figures = (own: Flows, id?: string) => {
    const before = stock.filter(({ departmentId }) => !id || departmentId === id);
    const started = sumOf(before);
    const ended = backlogOf(days, own.own, before).at(-1) ?? started;
    const at = asked.to.toISOString();
    return {
      open: { value: ended.open, before: started.open, cases: asked.behind({ openAt: at }, id) },
      late: { value: ended.late, before: started.late, cases: asked.behind({ lateAt: at }, id) },
      opened: figureOf(own, 'opened', asked.behind(opened(asked), id)),
      done: figureOf(own, 'done', asked.behind(done(asked), id)),
    };
  };
  // A day's cases are those of the total at its end.
  const ends = await endsOf(db, days, asked.to);
  const byDay = backlogOf(days, flows.own, stock).map((one, index) => ({ ...one, at: ends[index] }));
  return { ...each(asked, flows, figures), days: byDay };
}

const sumOf = (stock: Stock[]) => ({
  open: stock.reduce((sum, { open }) => sum + open, 0),
  late: stock.reduce((sum, { late: one }) => sum + one, 0),
});

/** What came back: of the problems reported in the quarter. */
export async function recurrences(db: DataSource, asked: Asked) {
  const flows = await readFlows(db, asked);
  const figures = (own: Flows, id?: string) => ({
    opened: figureOf(own, 'opened', asked.behind(opened(asked), id)),
    recurrences: figureOf(own, 'recurrences', asked.behind({ ...opened(asked), recurrence: true }, id)),
    reopened: figureOf(own, 'reopened', asked.behind({ ...opened(asked), reopened: true }, id)),
  });
  return each(asked, flows, figures);
}

/** How citizens rated what was repaired in the quarter; what is usual is what all departments had. */
export async function satisfaction(db: DataSource, asked: Asked) {
  const all: Flows = await readFlows(db, { ...asked, departments: null });
  const mine = new Set(asked.departmentIds);
  const only = (days: DayFlows[]) => days.filter(({ departmentId }) => mine.has(departmentId));
  const flows = asked.departments ? { own: only(all.own), before: only(all.before) } : all;
  const figures = (own: Flows, id?: string) => ({
    stars: { value: starsIn(own.own, all.own), before: starsIn(own.before, all.before) },
    rated: figureOf(own, 'rated', asked.behind({ ...done(asked), repaired: true, rated: true }, id)),
  });
  return each(asked, flows, figures);
}
