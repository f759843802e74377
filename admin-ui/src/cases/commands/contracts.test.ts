import { expect, test } from 'vitest';
import { type FittingContract, underContract } from './contracts';

const contract = (id: string, supplierId: string): FittingContract => ({
  ...{ id, name: id, supplierId, validTo: '2027-12-31', warrantyMonths: 24 },
});

test('suppliers with a contract come first, each with the one that fits best', () => {
  const suppliers = ['a', 'b', 'c'].map((id) => ({ id }));
  const contracts = [contract('narrow', 'c'), contract('wide', 'b'), contract('wider', 'c')];
  expect(underContract(suppliers, contracts).map(({ id, contract: best }) => [id, best?.id])).toEqual([
    ['c', 'narrow'],
    ['b', 'wide'],
    ['a', undefined],
  ]);
});
