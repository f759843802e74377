import { Box, Button, Card, CardContent, Typography } from '@mui/material';
import { useState } from 'react';
import { required, TextInput, useLocale, useNotify, usePermissions, useTranslate } from 'react-admin';
import { FormDialog } from '../form/FormDialog';
import { apiBase, post } from '../http/request';
import { sayInstant } from '../time/instant';
import type { Person } from './types';

export const PersonCard = ({ person, onErased }: { person: Person; onErased: () => void }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const notify = useNotify();
  const { permissions = [] } = usePermissions<string[]>();
  const [erasing, setErasing] = useState(false);
  const same = (value: string) => (value === person.email ? undefined : translate('peoplePage.eraseDiffers'));
  const erase = async ({ note }: { note?: string }) => {
    await post(`/people/${person.id}/erase`, { note });
    notify('peoplePage.erased', { type: 'success' });
    onErased();
  };
  return (
    <Card variant="outlined">
      <CardContent>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{person.email}</Typography>
        <Typography color="textSecondary">
          {person.confirmedAt
            ? translate('peoplePage.confirmed', { when: sayInstant(person.confirmedAt, locale) })
            : translate('peoplePage.unconfirmed')}{' '}
          · {translate('peoplePage.reports', { smart_count: person.reports })}
        </Typography>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>
          {permissions.includes('person.export') && (
            <Button variant="outlined" href={`${apiBase}/people/${person.id}/export`} download>
              {translate('peoplePage.export')}
            </Button>
          )}
          {permissions.includes('person.erase') && (
            <Button variant="outlined" color="error" onClick={() => setErasing(true)}>
              {translate('peoplePage.erase')}
            </Button>
          )}
        </Box>
        {erasing && (
          <FormDialog
            title={translate('peoplePage.erase')}
            intro={translate('peoplePage.eraseIntro')}
            onSubmit={erase}
            onClose={() => setErasing(false)}
          >
            <TextInput
              source="again"
              label="peoplePage.eraseConfirm"
              validate={[required(), same]}
              autoComplete="off"
            />
            <TextInput source="note" label="peoplePage.eraseWhy" validate={required()} multiline />
          </FormDialog>
        )}
      </CardContent>
    </Card>
  );
};
