import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { agencies } from '../agencies';
import { apiKeys } from '../api-keys';
import { appeals } from '../appeals';
import { audit } from '../audit';
import { calendars } from '../calendars';
import { cases } from '../cases';
import { categories } from '../categories';
import { contracts } from '../contracts';
import { crews } from '../crews';
import { Dashboard } from '../dashboard/Dashboard';
import { dashboards } from '../dashboards';
import { deliveries } from '../deliveries';
import { departments } from '../departments';
import { diagnosis } from '../diagnosis';
import { dossiers } from '../dossier';
import { escalations } from '../escalations';
import { exposurePlaces } from '../exposure-places';
import { growth } from '../growth';
import { authProvider } from '../http/authProvider';
import { dataProvider } from '../http/dataProvider';
import { i18nProvider } from '../i18n/provider';
import { AppLayout } from '../layout/AppLayout';
import { TopNotification } from '../layout/TopNotification';
import { ForgotPage } from '../login/ForgotPage';
import { LoginPage } from '../login/LoginPage';
import { PasswordPage } from '../login/PasswordPage';
import { ResetPage } from '../login/ResetPage';
import { materials } from '../materials';
import { messages } from '../messages';
import { people } from '../people';
import { policies } from '../policies';
import { scorecards } from '../quality';
import { readyAnswers } from '../ready-answers';
import { redemptions } from '../redemptions';
import { register } from '../register';
import { reports } from '../reports';
import { reviews } from '../reviews';
import { rewards } from '../rewards';
import { roadOwners } from '../road-owners';
import { rosterShifts } from '../roster';
import { rounds } from '../rounds';
import { settingChanges } from '../setting-changes';
import { signedDays } from '../signed-days';
import { subscribers } from '../subscribers';
import { suppliers } from '../suppliers';
import { templates } from '../templates';
import { users } from '../users';
import { warrantyClaims } from '../warranty';
import { whatIf } from '../whatif';
import { words } from '../words';
import { theme } from './theme';

const resources = [
  cases,
  reports,
  rounds,
  words,
  escalations,
  appeals,
  redemptions,
  dashboards,
  diagnosis,
  whatIf,
  scorecards,
  reviews,
  growth,
  dossiers,
  warrantyClaims,
  audit,
  settingChanges,
  signedDays,
  register,
  messages,
  deliveries,
  people,
  departments,
  categories,
  calendars,
  policies,
  crews,
  rosterShifts,
  agencies,
  suppliers,
  contracts,
  materials,
  rewards,
  subscribers,
  apiKeys,
  templates,
  readyAnswers,
  roadOwners,
  exposurePlaces,
  users,
];

export const App = () => (
  <Admin
    title="BeneComune"
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    dashboard={Dashboard}
    layout={AppLayout}
    loginPage={LoginPage}
    notification={TopNotification}
    theme={theme}
    darkTheme={null}
    requireAuth
    disableTelemetry
  >
    {resources.map((resource) => (
      <Resource key={resource.name} {...resource} />
    ))}
    <CustomRoutes noLayout>
      <Route path="/forgot" element={<ForgotPage />} />
      <Route path="/reset/:token" element={<ResetPage />} />
    </CustomRoutes>
    <CustomRoutes>
      <Route path="/password" element={<PasswordPage />} />
    </CustomRoutes>
  </Admin>
);
