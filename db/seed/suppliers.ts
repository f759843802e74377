import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Category, Contract, Material, ReadyAnswer, Reward, Supplier } from '../entities';
import type { Definition } from './definition';

/** Suppliers with their contracts, the catalogues of materials and rewards, and what staff have ready to write. */
export async function seedSuppliers(tx: EntityManager, definition: Definition): Promise<void> {
  const suppliers = definition.suppliers.map((one) => ({ id: randomUUID(), ...one }));
  await tx.insert(Supplier, suppliers);
  const categories = await tx.find(Category);
  const idsOf = (codes: string[]) =>
    categories.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
  for (const { supplier, categories: codes, ...contract } of definition.contracts) {
    const supplierId = suppliers.find(({ name }) => name === supplier)?.id;
    await tx.insert(Contract, { id: randomUUID(), ...contract, supplierId, categoryIds: idsOf(codes) });
  }
  for (const [position, { price, ...material }] of definition.materials.entries())
    await tx.insert(Material, {
      ...{ id: randomUUID(), ...material, position },
      price: price === null ? null : String(price),
    });
  for (const [position, reward] of definition.rewards.entries())
    await tx.insert(Reward, { id: randomUUID(), ...reward, position });
  for (const [position, { category, ...answer }] of definition.readyAnswers.entries()) {
    const [categoryId = null] = category ? idsOf([category]) : [];
    await tx.insert(ReadyAnswer, { id: randomUUID(), ...answer, categoryId, position });
  }
}
