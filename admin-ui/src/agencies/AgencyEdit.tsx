import { SettingEdit } from '../settings/pages';
import { AgencyInputs } from './AgencyInputs';

export const AgencyEdit = () => (
  <SettingEdit>
    <AgencyInputs />
  </SettingEdit>
);
