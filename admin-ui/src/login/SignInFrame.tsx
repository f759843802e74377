import { Box, Card, CardContent, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { LanguageSwitch } from '../layout/LanguageSwitch';
import { TopNotification } from '../layout/TopNotification';

/** The frame of the pages that need no session. */
export const SignInFrame = ({ title, children }: { title: string; children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}
    >
      <Card sx={{ width: '100%', maxWidth: 400 }}>
        <CardContent>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 2 }}>
            <Typography component="p" variant="h6" color="primary">
              BeneComune
            </Typography>
            <LanguageSwitch />
          </Box>
          <Typography component="h1" variant="h5" sx={{ mb: 1 }}>
            {translate(title)}
          </Typography>
          {children}
        </CardContent>
      </Card>
      <TopNotification />
    </Box>
  );
};
