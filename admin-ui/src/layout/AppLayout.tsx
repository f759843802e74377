import { type ReactNode, useEffect } from 'react';
import { AppBar, Layout, TitlePortal, useLocale } from 'react-admin';
import { ConnectionNotice } from '../live/ConnectionNotice';
import { useLiveUpdates } from '../live/useLiveUpdates';
import { AppMenu } from './AppMenu';
import { LanguageSwitch } from './LanguageSwitch';
import { PersonMenu } from './PersonMenu';

const Bar = () => (
  <AppBar color="secondary" userMenu={<PersonMenu />} toolbar={<LanguageSwitch />}>
    {/* The one name of the page for whoever listens to it. */}
    <TitlePortal component="h1" />
  </AppBar>
);

export const AppLayout = ({ children }: { children: ReactNode }) => {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const connected = useLiveUpdates();
  return (
    <Layout appBar={Bar} menu={AppMenu}>
      <ConnectionNotice connected={connected} />
      {children}
    </Layout>
  );
};
