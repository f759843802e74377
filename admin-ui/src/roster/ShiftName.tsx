import { useLocale, useRecordContext } from 'react-admin';
import { useNames } from '../meta/useMeta';
import { sayInstant } from '../time/instant';
import type { Shift } from './types';

/** What a shift is called in titles: department and beginning. */
export const ShiftName = () => {
  const shift = useRecordContext<Shift>();
  const locale = useLocale();
  const names = useNames();
  if (!shift) return null;
  return (
    <>
      {names.department(shift.departmentId)}, {sayInstant(shift.startsAt, locale)}
    </>
  );
};
