import { useLocale } from 'react-admin';
import { type Named, nameIn, useAgencies, useMeta } from './useMeta';

export interface Choice {
  id: string | number;
  name: string;
}

/** Codes with their words, for a select input that translates them. */
export const wordChoices = (group: string, codes: readonly (string | number)[]): Choice[] =>
  codes.map((code) => ({ id: code, name: `words.${group}.${code}` }));

const inUse = ({ active }: { active: boolean }) => active;

const useNamed = (rows: Named[]): Choice[] => {
  const locale = useLocale();
  return rows.filter(inUse).map((row) => ({ id: row.id, name: nameIn(row, locale) }));
};

export const useDepartmentChoices = (): Choice[] => useNamed(useMeta().departments);

/** Categories, of one department where one is given. */
export function useCategoryChoices(departmentId?: string | null): Choice[] {
  return useNamed(useMeta().categories.filter((row) => !departmentId || row.departmentId === departmentId));
}

/** Crews, those of the given department first. */
export function useCrewChoices(departmentId?: string): Choice[] {
  const { crews } = useMeta();
  const foreign = (row: { departmentId: string }) => (row.departmentId === departmentId ? 0 : 1);
  return crews
    .filter(inUse)
    .sort((a, b) => foreign(a) - foreign(b))
    .map(({ id, name }) => ({ id, name }));
}

export const useAgencyChoices = (): Choice[] => useAgencies().map(({ id, name }) => ({ id, name }));

export const useSupplierChoices = (): Choice[] => useMeta().suppliers.filter(inUse);
