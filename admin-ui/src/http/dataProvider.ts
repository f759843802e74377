import type { DataProvider, Identifier, RaRecord } from 'ra-core';
import { get, post, put, request } from './request';

/** Filters and paging in the words of the API; a list becomes a repeated parameter. */
export function listQuery(params: {
  pagination?: { page: number; perPage: number };
  sort?: { field: string; order: string };
  filter?: Record<string, unknown>;
}): string {
  const query = new URLSearchParams();
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 50 };
  query.set('_start', String((page - 1) * perPage));
  query.set('_end', String(page * perPage));
  if (params.sort) {
    query.set('_sort', params.sort.field);
    query.set('_order', params.sort.order);
  }
  for (const [field, value] of Object.entries(params.filter ?? {})) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values)
      if (one !== undefined && one !== null && one !== '') query.append(field, String(one));
  }
  return query.toString();
}

const at = (resource: string, id: Identifier) => `/${resource}/${encodeURIComponent(id)}`;

async function list(resource: string, params: Parameters<typeof listQuery>[0], signal?: AbortSignal) {
  const answer = await request<RaRecord[]>(`/${resource}?${listQuery(params)}`, { signal });
  return { data: answer.body, total: Number(answer.headers.get('X-Total-Count') ?? answer.body.length) };
}

const remove = async (resource: string, id: Identifier) =>
  (await request<RaRecord>(at(resource, id), { method: 'DELETE' })).body;

/** react-admin's calls in the API's words; the API answers whole records. */
export const dataProvider = {
  supportAbortSignal: true,
  getList: (resource, params) => list(resource, params, params.signal),
  getManyReference: (resource, params) =>
    list(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } }, params.signal),
  getOne: async (resource, { id, signal }) => ({ data: await get(at(resource, id), signal) }),
  getMany: async (resource, { ids }) => ({
    data: await get(`/${resource}?_ids=${ids.map(encodeURIComponent).join(',')}`),
  }),
  create: async (resource, { data }) => ({ data: await post(`/${resource}`, data) }),
  update: async (resource, { id, data }) => ({ data: await put(at(resource, id), data) }),
  updateMany: async (resource, { ids, data }) => {
    await Promise.all(ids.map((id) => put(at(resource, id), data)));
    return { data: ids };
  },
  delete: async (resource, { id }) => ({ data: await remove(resource, id) }),
  deleteMany: async (resource, { ids }) => {
    await Promise.all(ids.map((id) => remove(resource, id)));
    return { data: ids };
  },
} as DataProvider;
