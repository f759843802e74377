import type { ReactNode } from 'react';
import {
  Create,
  type CreateProps,
  Edit,
  type EditProps,
  List,
  type ListProps,
  SaveButton,
  SearchInput,
  SimpleForm,
  Toolbar,
} from 'react-admin';
import { LongTextInput } from './inputs';
import { OtherErrors } from './OtherErrors';
import { RemoveButton } from './RemoveButton';

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

const Actions = ({ removable }: { removable: boolean }) => (
  <Toolbar sx={{ justifyContent: 'space-between' }}>
    <SaveButton />
    {removable && <RemoveButton />}
  </Toolbar>
);

/** Create and edit share their frame; a refusal stays in the form, each sentence at its input. */
const SettingForm = ({ removable = false, children }: { removable?: boolean; children: ReactNode }) => (
  <SimpleForm sx={{ maxWidth: 760 }} noValidate toolbar={<Actions removable={removable} />}>
    <OtherErrors />
    {children}
    <LongTextInput source="why" label="settings.why" helperText="settings.whyHelp" />
  </SimpleForm>
);

export const SettingCreate = ({
  children,
  ...props
}: { children: ReactNode } & Omit<CreateProps, 'children'>) => (
  <Create redirect="list" {...props}>
    <SettingForm>{children}</SettingForm>
  </Create>
);

export const SettingEdit = ({
  children,
  ...props
}: { children: ReactNode } & Pick<EditProps, 'transform'>) => (
  <Edit mutationMode="pessimistic" redirect="list" {...props}>
    <SettingForm removable>{children}</SettingForm>
  </Edit>
);
