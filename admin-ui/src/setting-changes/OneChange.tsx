import { Box, Card, CardContent, Typography } from '@mui/material';
import { ReferenceField, useLocale, useTranslate } from 'react-admin';
import { Words } from '../form/Words';
import { sayExactly } from '../time/instant';
import { type ChangedValue, changedValues } from './changes';
import type { SettingChange } from './types';
import { useSpeech } from './useSpeech';

/** Names that only the server knows. */
const references: Record<string, string> = { userId: 'users', calendarId: 'calendars' };

const Value = ({ field, value }: { field: string; value: unknown }) => {
  const speech = useSpeech();
  const reference = references[field];
  if (reference && value)
    return (
      <ReferenceField record={{ id: 0, [field]: value }} source={field} reference={reference} link={false} />
    );
  return <>{speech.value(field, value)}</>;
};

const Line = ({ resource, change: { path, old, now, hidden }, isNew }: LineProps) => {
  const translate = useTranslate();
  const speech = useSpeech();
  const last = path.at(-1) ?? '';
  return (
    <li>
      {speech.label(resource, path)}:{' '}
      {hidden ? (
        translate('settingsLog.hidden')
      ) : (
        <>
          {!isNew && (
            <>
              <Value field={last} value={old} /> →{' '}
            </>
          )}
          <strong>
            <Value field={last} value={now} />
          </strong>
        </>
      )}
    </li>
  );
};
interface LineProps {
  resource: string;
  change: ChangedValue;
  isNew: boolean;
}

/** Who changed what, when and why. */
export const OneChange = ({ row }: { row: SettingChange }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const isNew = row.name === 'setting-created';
  const kind = row.resource && translate(`resources.${row.resource}.name`, { smart_count: 1 });
  return (
    <Card component="li" variant="outlined">
      <CardContent sx={{ '&:last-child': { pb: 2 }, overflowWrap: 'anywhere' }}>
        <Typography variant="body2" color="textSecondary">
          {translate('auditPage.entry', { seq: row.seq })} · {sayExactly(row.at, locale)} ·{' '}
          {row.actorName ?? '–'}
        </Typography>
        <Typography sx={{ fontWeight: 600 }}>
          {translate(`settingsLog.did.${row.name}`, { _: row.name })}
          {kind &&
            `: ${kind} ${row.settingName ? translate('settingsLog.name', { name: row.settingName }) : ''}`}
        </Typography>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {changedValues(row.changes).map((change) => (
            <Line key={change.path.join('.')} resource={row.resource ?? ''} change={change} isNew={isNew} />
          ))}
        </Box>
        {(row.words || row.erased) && (
          <>
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
              {translate('settingsLog.why')}
            </Typography>
            <Words words={row.words} erased={row.erased} />
          </>
        )}
      </CardContent>
    </Card>
  );
};
