import { currentSession } from '../http/session';
import { DepartmentInput } from './inputs';

/** The filter by department, in a list; none for whoever sees one department alone. */
export const departmentFilter = (alwaysOn = true) =>
  currentSession()?.user.departmentId
    ? []
    : [<DepartmentInput key="departmentId" source="departmentId" alwaysOn={alwaysOn} />];
