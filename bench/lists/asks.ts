/** What people ask the inbox, by name: the query of one page of 50. */
export interface Ids {
  departmentId: string;
  categoryId: string;
}

const page = (start = 0) => `_start=${start}&_end=${start + 50}`;

/** For somebody who sees all departments. */
export const operatorAsks = ({ departmentId, categoryId }: Ids): Record<string, string> => ({
  'by deadline': `/cases?${page()}`,
  'by priority': `/cases?${page()}&_sort=priority&_order=DESC`,
  newest: `/cases?${page()}&_sort=openedAt&_order=DESC`,
  'open only': `/cases?${page()}&open=true`,
  'to verify': `/cases?${page()}&status=verifying`,
  late: `/cases?${page()}&late=true`,
  'one department': `/cases?${page()}&departmentId=${departmentId}&open=true`,
  'one category, dangerous': `/cases?${page()}&categoryId=${categoryId}&danger=3&danger=4`,
  'deep page': `/cases?${page(9900)}`,
  'deep page by priority': `/cases?${page(5000)}&open=true&_sort=priority&_order=DESC`,
  'counts of all': '/cases/counts',
  'counts of open': '/cases/counts?open=true',
  'text search': `/cases?${page()}&q=lampione%20spento`,
  'text search, one word': `/cases?${page()}&q=semaforo`,
  'search by number': `/cases?${page()}&q=BN-C-012345`,
  'search by address': `/cases?${page()}&q=Via%20Cavour%2012`,
});

/** For a coordinator, whose every list is the department's own. */
export const coordinatorAsks = (): Record<string, string> => ({
  'own by deadline': `/cases?${page()}&open=true`,
  'own by priority': `/cases?${page()}&open=true&_sort=priority&_order=DESC`,
  'own, whatever its state': `/cases?${page()}`,
  'own, to accept': `/cases?${page()}&status=accepting`,
  'own counts': '/cases/counts',
  'own text search': `/cases?${page()}&q=lampione%20spento`,
});
