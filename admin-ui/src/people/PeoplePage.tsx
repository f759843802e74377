import { Alert, Box, Button, Card, CardContent, Typography } from '@mui/material';
import { useState } from 'react';
import { email, Form, required, TextInput, Title, useTranslate } from 'react-admin';
import { useSubmit } from '../form/useSubmit';
import { post } from '../http/request';
import { PersonCard } from './PersonCard';
import type { Person } from './types';

/** Answers a citizen's request about their data. Nobody can browse: the exact address must be known. */
export const PeoplePage = () => {
  const translate = useTranslate();
  const [found, setFound] = useState<Person[] | null>(null);
  const { submit, busy, error } = useSubmit(async ({ address }: { address?: string }) => {
    setFound(await post<Person[]>('/people/search', { email: address }));
  });
  return (
    <Box sx={{ py: 2, maxWidth: 640, display: 'grid', gap: 2 }}>
      <Title title={translate('resources.people.name', { smart_count: 2 })} />
      <Card variant="outlined">
        <CardContent>
          <Typography sx={{ mb: 1 }}>{translate('peoplePage.intro')}</Typography>
          <Form onSubmit={submit} noValidate>
            {error && <Alert severity="error">{error}</Alert>}
            <TextInput
              source="address"
              type="email"
              label="peoplePage.email"
              validate={[required(), email()]}
              helperText={false}
            />
            <Button type="submit" variant="contained" disabled={busy}>
              {translate('peoplePage.search')}
            </Button>
          </Form>
        </CardContent>
      </Card>
      {found?.length === 0 && <Alert severity="info">{translate('peoplePage.none')}</Alert>}
      {found?.map((person) => (
        <PersonCard key={person.id} person={person} onErased={() => setFound(null)} />
      ))}
    </Box>
  );
};
