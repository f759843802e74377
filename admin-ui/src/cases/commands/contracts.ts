/** A contract that covers the case today. */
export interface FittingContract {
  id: string;
  name: string;
  supplierId: string;
  /** A local day. */
  validTo: string;
  warrantyMonths: number;
}

/** Suppliers with the contract that fits best, those that have one first and in its order. */
export function underContract<S extends { id: string | number }>(
  suppliers: readonly S[],
  contracts: readonly FittingContract[],
): (S & { contract: FittingContract | undefined })[] {
  const place = (id: S['id']) => {
    const at = contracts.findIndex(({ supplierId }) => supplierId === id);
    return at < 0 ? contracts.length : at;
  };
  return suppliers
    .map((one) => ({ ...one, contract: contracts[place(one.id)] }))
    .sort((a, b) => place(a.id) - place(b.id));
}
