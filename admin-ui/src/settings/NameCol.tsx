import { DataTable, usePermissions, useResourceContext } from 'react-admin';
import { LongText } from '../form/LongText';
import { RowLink } from '../form/RowLink';
import { canAccess } from '../permissions/permissions';

/** The name of a setting; it leads to the form of who may change it. */
export const NameCol = ({ source = 'name' }: { source?: string }) => {
  const resource = useResourceContext() ?? '';
  const { permissions = [] } = usePermissions<string[]>();
  const mayEdit = canAccess(permissions, resource, 'edit');
  return (
    <DataTable.Col
      source={source}
      render={(row) =>
        mayEdit ? (
          <RowLink to={`/${resource}/${row.id}`}>{row[source]}</RowLink>
        ) : (
          <LongText>{row[source]}</LongText>
        )
      }
    />
  );
};
