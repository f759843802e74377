import { Alert, Box, Card, CardContent } from '@mui/material';
import { useRef, useState } from 'react';
import { Form, SaveButton, Title, useTranslate } from 'react-admin';
import { draftOf } from '../form/drafts';
import { KeepDraft } from '../form/KeepDraft';
import { useSubmit } from '../form/useSubmit';
import { uuid } from '../http/uuid';
import { useMeta } from '../meta/useMeta';
import { type Accepted, type Entry, enterReport } from './enterReport';
import { ReportEntered } from './ReportEntered';
import { ReportInputs } from './ReportInputs';

const empty = {
  channel: 'phone',
  kind: 'problem',
  danger: 1,
  emergency: 'none',
  joins: '',
  privacyRead: false,
};

const draft = 'report';

/** What comes by telephone, counter or letter, entered for the person who called. */
export const ReportCreate = () => {
  const translate = useTranslate();
  const meta = useMeta();
  const key = useRef(uuid());
  const [kept] = useState(() => draftOf(draft));
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const { submit, error } = useSubmit(async (values: object) => {
    setAccepted(await enterReport(values as Entry, meta, key.current));
    key.current = uuid();
  });
  if (accepted) return <ReportEntered accepted={accepted} onAnother={() => setAccepted(null)} />;
  return (
    <Card sx={{ mt: 2, maxWidth: 820 }}>
      <Title title={translate('app.dashboard.enter')} />
      <CardContent>
        <Form onSubmit={submit} defaultValues={kept ?? empty} noValidate warnWhenUnsavedChanges>
          <KeepDraft name={draft} />
          <ReportInputs />
          {error && <Alert severity="error">{error}</Alert>}
          <Box sx={{ mt: 2 }}>
            <SaveButton alwaysEnable label="reportEntry.send" />
          </Box>
        </Form>
      </CardContent>
    </Card>
  );
};
