import type { Request } from 'express';
import type { ObjectLiteral, Repository } from 'typeorm';
import { z } from 'zod';
import { containing } from '../../../db/views/conditions';
import { type Listed, readList } from '../list';
import type { Record_, Resource } from './resource';

/** A page of settings. Sort field and filters are the resource's own; what was typed is a parameter. */
export async function listSettings<Row extends Record_>(
  req: Request,
  repository: Repository<Row>,
  resource: Resource<Row>,
): Promise<Listed<Row>> {
  const sorts = [...new Set([...resource.sorts, 'id'])] as [string, ...string[]];
  const { page, ids, filters } = readList(req, {
    sorts,
    filters: { ...resource.filters, q: z.string().trim().max(100).optional() },
  });
  const builder = repository
    .createQueryBuilder('row')
    .orderBy(`row.${page.sort}`, page.order)
    .addOrderBy('row.id', page.order)
    .skip(page.start)
    .take(page.limit);
  if (ids) builder.andWhere('row.id = ANY(:ids)', { ids });
  const { q, ...equal } = filters as { q?: string } & ObjectLiteral;
  for (const [field, value] of Object.entries(equal)) {
    const condition = resource.conditions?.[field];
    if (condition && value !== undefined) builder.andWhere(condition, { [field]: value });
    else if (Array.isArray(value)) builder.andWhere(`row.${field} = ANY(:${field})`, { [field]: value });
    else if (value !== undefined) builder.andWhere(`row.${field} = :${field}`, { [field]: value });
  }
  if (q && resource.searched?.length) {
    const ways = resource.searched.map((field) => `row.${field} ILIKE :pattern`);
    builder.andWhere(`(${ways.join(' OR ')})`, { pattern: containing(q) });
  }
  const [rows, total] = await builder.getManyAndCount();
  return { rows, total };
}
