import type { AttributeKind } from '../../domain/attributes/attribute';
import type { AttributeChoice, CategoryChoice } from '../v1/lists';
import { Items, type Value } from './format';

const datatypes: Record<AttributeKind, string> = {
  text: 'string',
  number: 'number',
  date: 'datetime',
  single: 'singlevaluelist',
  multiple: 'multivaluelist',
  notice: 'string',
};

/** A category as GeoReport v2 lists it. */
export const serviceOf = ({ code, name, group, department, attributes }: CategoryChoice): Value => ({
  service_code: code,
  service_name: name,
  description: name,
  metadata: attributes.length > 0,
  type: 'realtime',
  keywords: [...new Set([group, department])].join(','),
  group: department,
});

/** What it asks; a notice is an attribute that takes no answer (`variable` is false). */
export const definitionOf = ({ code, attributes }: CategoryChoice): Value => ({
  service_code: code,
  attributes: new Items('attribute', attributes.map(attributeOf)),
});

const attributeOf = (
  { code, kind, question, hint, required, choices }: AttributeChoice,
  index: number,
): Value => ({
  variable: kind !== 'notice',
  code,
  datatype: datatypes[kind],
  required,
  datatype_description: hint || null,
  order: index + 1,
  description: question,
  ...(choices.length > 0 && { values: new Items('value', choices) }),
});
