import { RadioButtonGroupInput, required } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { CrewInput, SupplierInput } from '../../meta/inputs';
import type { CaseDetail } from '../types';

const label = (name: string) => `command.fields.${name}`;

/** Crew or supplier, and which. */
export const DoerInputs = ({ row }: { row: CaseDetail }) => {
  const by = useWatch({ name: 'by' });
  const kinds = ['crew', 'supplier'].map((id) => ({ id, name: label(id) }));
  return (
    <>
      <RadioButtonGroupInput source="by" label={label('assigneeKind')} choices={kinds} helperText={false} />
      {by === 'supplier' ? (
        <SupplierInput label={label('supplier')} validate={required()} />
      ) : (
        <CrewInput departmentId={row.departmentId} label={label('crew')} validate={required()} />
      )}
    </>
  );
};
