import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { RadioButtonGroupInput, required, SelectInput, useLocale, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { get } from '../../http/request';
import { useSupplierChoices } from '../../meta/choices';
import { CrewInput } from '../../meta/inputs';
import { useNames } from '../../meta/useMeta';
import type { CaseDetail } from '../types';
import { type FittingContract, underContract } from './contracts';

const label = (name: string) => `command.fields.${name}`;

/** Crew or supplier, and which; or the external body that has the work. */
export const DoerInputs = ({ row, agency = false }: { row: CaseDetail; agency?: boolean }) => {
  const by = useWatch({ name: 'by' });
  const names = useNames();
  const kinds = ['crew', 'supplier', ...(agency ? ['agency'] : [])].map((id) => ({ id, name: label(id) }));
  return (
    <>
      <RadioButtonGroupInput source="by" label={label('assigneeKind')} choices={kinds} helperText={false} />
      {by === 'agency' ? (
        <Typography sx={{ mb: 2 }}>{names.agency(row.agencyId)}</Typography>
      ) : by === 'supplier' ? (
        <ContractedSupplierInput row={row} />
      ) : (
        <CrewInput departmentId={row.departmentId} label={label('crew')} validate={required()} />
      )}
    </>
  );
};

/** Suppliers, those with a contract for this problem first and named with it. */
const ContractedSupplierInput = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const suppliers = useSupplierChoices();
  const { data = [] } = useQuery({
    queryKey: ['cases', 'contracts', row.id],
    queryFn: () => get<FittingContract[]>(`/cases/${row.id}/contracts`),
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const choices = underContract(suppliers, data).map(({ id, name, contract }) => ({
    id,
    name: contract
      ? `${name} · ${translate('command.fields.contract', { until: day.format(new Date(contract.validTo)), smart_count: contract.warrantyMonths })}`
      : name,
  }));
  return (
    <SelectInput
      source="supplierId"
      label={label('supplier')}
      choices={choices}
      translateChoice={false}
      helperText={data.length === 0 ? label('noContract') : false}
      validate={required()}
    />
  );
};
