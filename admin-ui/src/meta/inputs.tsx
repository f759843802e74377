import { SelectInput, type SelectInputProps } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { currentSession } from '../http/session';
import { dangers } from '../vocabulary';
import {
  useCategoryChoices,
  useCrewChoices,
  useDepartmentChoices,
  useSupplierChoices,
  wordChoices,
} from './choices';

type Props = Omit<SelectInputProps, 'choices'>;

export const DepartmentInput = (props: Props) => (
  <SelectInput source="departmentId" choices={useDepartmentChoices()} translateChoice={false} {...props} />
);

/** Categories of the given department, else of the person's own, else all. */
export const CategoryInput = ({ departmentId, ...props }: Props & { departmentId?: string | null }) => (
  <SelectInput
    source="categoryId"
    choices={useCategoryChoices(departmentId ?? currentSession()?.user.departmentId)}
    translateChoice={false}
    {...props}
  />
);

/** The categories of the department that stands in the same form. */
export const CategoryOfDepartmentInput = (props: Props) => (
  <CategoryInput departmentId={useWatch({ name: 'departmentId' })} {...props} />
);

export const CrewInput = ({ departmentId, ...props }: Props & { departmentId?: string }) => (
  <SelectInput source="crewId" choices={useCrewChoices(departmentId)} translateChoice={false} {...props} />
);

export const SupplierInput = (props: Props) => (
  <SelectInput source="supplierId" choices={useSupplierChoices()} translateChoice={false} {...props} />
);

export const DangerInput = (props: Props) => (
  <SelectInput source="danger" choices={wordChoices('dangerShort', dangers)} {...props} />
);
