import { ActiveInput, EmailInput, NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { PortalLink } from './PortalLink';

const Inputs = () => (
  <>
    <NameInput source="name" />
    <EmailInput source="email" needed />
    <ActiveInput />
  </>
);

export const SupplierCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const SupplierEdit = () => (
  <SettingEdit>
    <Inputs />
    <PortalLink />
  </SettingEdit>
);
