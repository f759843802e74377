import type { ReactNode } from 'react';
import { Create, type CreateProps, Edit, List, type ListProps, SearchInput, SimpleForm } from 'react-admin';

/** The frame of every settings list; it shows the columns that it is given. */
export const SettingList = ({
  children,
  filters = [],
  searchable = true,
  ...props
}: ListProps & { searchable?: boolean }) => {
  const search = searchable ? [<SearchInput key="q" source="q" alwaysOn />] : [];
  const others = Array.isArray(filters) ? filters : [];
  return (
    <List perPage={50} exporter={false} empty={false} filters={[...search, ...others]} {...props}>
      {children}
    </List>
  );
};

/**
 * Create and edit share their inputs; every problem is said at its input and in the person's language, which
 * a browser's own bubbles would do one by one and in the browser's.
 */
export const SettingCreate = ({
  children,
  ...props
}: { children: ReactNode } & Omit<CreateProps, 'children'>) => (
  <Create redirect="list" {...props}>
    <SimpleForm noValidate sx={{ maxWidth: 760 }}>
      {children}
    </SimpleForm>
  </Create>
);

export const SettingEdit = ({ children }: { children: ReactNode }) => (
  <Edit mutationMode="pessimistic" redirect="list">
    <SimpleForm noValidate sx={{ maxWidth: 760 }}>
      {children}
    </SimpleForm>
  </Edit>
);
