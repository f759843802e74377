import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { cases } from '../cases';
import { authProvider } from '../http/authProvider';
import { dataProvider } from '../http/dataProvider';
import { i18nProvider } from '../i18n/provider';
import { AppLayout } from '../layout/AppLayout';
import { ForgotPage } from '../login/ForgotPage';
import { LoginPage } from '../login/LoginPage';
import { PasswordPage } from '../login/PasswordPage';
import { ResetPage } from '../login/ResetPage';
import { theme } from './theme';

export const App = () => (
  <Admin
    title="BeneComune"
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    layout={AppLayout}
    loginPage={LoginPage}
    theme={theme}
    darkTheme={null}
    requireAuth
    disableTelemetry
  >
    <Resource {...cases} />
    <CustomRoutes noLayout>
      <Route path="/forgot" element={<ForgotPage />} />
      <Route path="/reset/:token" element={<ResetPage />} />
    </CustomRoutes>
    <CustomRoutes>
      <Route path="/password" element={<PasswordPage />} />
    </CustomRoutes>
  </Admin>
);
