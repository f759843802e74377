import { RadioButtonGroupInput, required, SelectInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import {
  type Choice,
  useAgencyChoices,
  useDepartmentChoices,
  useSupplierChoices,
  wordChoices,
} from '../../meta/choices';
import type { PartyKind } from '../../vocabulary';
import type { CaseDetail } from '../types';

const label = (name: string) => `command.fields.${name}`;

/** Somebody beside the department that has the case: of which kind, and who. A citizen by the report. */
export const PartyInputs = ({ row, kinds }: { row: CaseDetail; kinds: readonly PartyKind[] }) => {
  const kind: PartyKind = useWatch({ name: 'kind' });
  const { resetField } = useFormContext();
  const choices: Record<PartyKind, Choice[]> = {
    department: useDepartmentChoices().filter(({ id }) => id !== row.departmentId),
    supplier: useSupplierChoices(),
    agency: useAgencyChoices(),
    citizen: row.reports.map(({ id, number }) => ({ id, name: number })),
  };
  return (
    <>
      <RadioButtonGroupInput
        source="kind"
        label={label('party')}
        choices={wordChoices('party', kinds)}
        onChange={() => resetField('partyId', { defaultValue: null })}
        validate={required()}
        helperText={false}
      />
      {kind && (
        <SelectInput
          key={kind}
          source="partyId"
          label={label(kind === 'citizen' ? 'report' : kind)}
          choices={choices[kind]}
          translateChoice={false}
          validate={required()}
        />
      )}
    </>
  );
};
