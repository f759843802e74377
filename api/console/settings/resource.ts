import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { z } from 'zod';
import type { Action } from '../../../domain/permissions';
import type { Deps } from '../../http/deps';
import type { Hold } from './holds';
import type { Replanning } from './replan';

export type Record_ = ObjectLiteral & { id: string };

/** One kind of thing that the municipality sets: what may be read, asked and written, and what follows. */
export interface Resource<Row extends Record_> {
  /** As in the path, and in the log. */
  name: string;
  entity: new () => Row;
  write: Action;
  /** The whole of what may be written; a change replaces it. */
  input: z.ZodType<ObjectLiteral>;
  /** Fields of the row; the first is the default. */
  sorts: readonly (keyof Row & string)[];
  /** By field of the row, or with a condition of its own. */
  filters: z.ZodRawShape;
  /** Filters that are no field: name to condition, in which `:name` stands for what was asked. */
  conditions?: Readonly<Record<string, string>>;
  /** Fields that `q` is looked for in. */
  searched?: readonly (keyof Row & string)[];
  /** Shown, and ignored when it comes back. */
  readOnly?: readonly string[];
  /** Never leaves the server. */
  secret?: readonly (keyof Row & string)[];
  /** In the answer that made the row, and never again. */
  shownOnce?(config: Deps['config'], id: string, row: Row): ObjectLiteral;
  /** The log says that it changed, not from what to what: personal or long. */
  quiet?: readonly string[];
  /** Table and column that refer to a row once it has been used: then it rests instead of going. */
  usedBy?: readonly (readonly [table: string, column: string])[];
  /** What it still works for: while there is any, it cannot be removed. */
  holds?: readonly Hold[];
  /** Adds what other tables hold about the rows. */
  extend?(tx: EntityManager, rows: Row[]): Promise<ObjectLiteral[]>;
  /** Refuses what a schema cannot see, and answers the columns to write. `before` is null for a new row. */
  beforeWrite?(
    context: WriteContext,
    id: string,
    input: ObjectLiteral,
    before: ObjectLiteral | null,
  ): Promise<ObjectLiteral>;
  /** Writes what belongs to other tables, in the same transaction. */
  afterWrite?(
    context: WriteContext,
    id: string,
    input: ObjectLiteral,
    before: ObjectLiteral | null,
  ): Promise<void>;
  /** Refuses to remove a row. */
  beforeRemove?(tx: EntityManager, row: Row): Promise<void>;
  /** Departments whose open cases plan their clocks again after a change of the row. */
  replans?(tx: EntityManager, row: ObjectLiteral): Promise<Replanning>;
}

export interface WriteContext extends Pick<Deps, 'config'> {
  tx: EntityManager;
}
