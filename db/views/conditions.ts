/** Collects the conditions of a query together with their parameters, so that no value is ever part of the text. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds a parameter and answers its place, `$n`. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Adds a condition that holds without a parameter. */
  add(text: string): void {
    this.parts.push(text);
  }

  /** Adds `column = any of values`; without values it asks nothing. */
  anyOf(column: string, values: readonly unknown[] | undefined, type: 'uuid' | 'text' | 'smallint' = 'text') {
    if (values) this.add(`${column} = ANY(${this.value(values)}::${type}[])`);
  }

  get where(): string {
    return this.parts.length > 0 ? `WHERE ${this.parts.join(' AND ')}` : '';
  }
}

export interface PageOf {
  start: number;
  limit: number;
  /** An expression of the view, never what somebody typed. */
  orderBy: string;
}

/** `LIKE` pattern that finds the text anywhere, taken literally. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
