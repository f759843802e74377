import { Alert, Box } from '@mui/material';
import { useEffect } from 'react';
import {
  BooleanInput,
  Create,
  NumberInput,
  required,
  SelectInput,
  SimpleForm,
  TextInput,
  useNotify,
  useRedirect,
  useTranslate,
} from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { DepotInput } from '../crews/DepotInput';
import { currentSession } from '../http/session';
import { useMeta } from '../meta/useMeta';
import { OtherErrors } from '../settings/OtherErrors';
import { dayOf } from '../time/hours';
import { planRound } from './api';
import { bodyOf, type Shift, usualShift } from './shift';
import type { RoundDetail } from './types';

/** What the crew usually does is proposed as soon as it is chosen. */
const Usual = () => {
  const { crews } = useMeta();
  const { setValue } = useFormContext();
  const crewId: string | undefined = useWatch({ name: 'crewId' });
  const crew = crews.find(({ id }) => id === crewId);
  useEffect(() => {
    if (!crew) return;
    for (const [field, value] of Object.entries(usualShift(crew.shift))) setValue(field, value);
    setValue('depot', crew.depot);
  }, [crew, setValue]);
  return null;
};

/** Crews of the person's own department; of all where the person has none. */
const OwnCrewInput = () => {
  const own = currentSession()?.user.departmentId;
  const crews = useMeta().crews.filter((crew) => crew.active && (!own || crew.departmentId === own));
  return (
    <SelectInput
      source="crewId"
      label="command.fields.crew"
      choices={crews}
      translateChoice={false}
      validate={required()}
    />
  );
};

const Skills = () => {
  const translate = useTranslate();
  const { crews } = useMeta();
  const crewId: string | undefined = useWatch({ name: 'crewId' });
  const crew = crews.find(({ id }) => id === crewId);
  if (!crew) return null;
  const skills = crew.skills.map((code) => translate(`words.skill.${code}`, { _: code })).join(', ');
  return (
    <Alert severity="info" sx={{ width: '100%' }}>
      {translate(skills ? 'rounds.skills' : 'rounds.noSkills', { skills })}
    </Alert>
  );
};

const row = { display: 'flex', flexWrap: 'wrap', columnGap: 2 } as const;

const time = (source: string) => (
  <TextInput
    source={source}
    label={`settings.shift.${source}`}
    type="time"
    validate={required()}
    slotProps={{ inputLabel: { shrink: true } }}
    helperText={false}
    sx={{ width: 170 }}
  />
);

const Pause = () => {
  const paused = useWatch({ name: 'pause' });
  return (
    <>
      <BooleanInput source="pause" label="settings.shift.pause" helperText={false} />
      {paused && (
        <Box sx={row}>
          {time('earliest')}
          {time('latest')}
          <NumberInput
            source="minutes"
            label="settings.shift.minutes"
            min={1}
            max={480}
            validate={required()}
            sx={{ width: 170 }}
          />
        </Box>
      )}
    </>
  );
};

/** Whose round, when and from where; once it is begun it is planned at once. */
export const RoundCreate = () => {
  const notify = useNotify();
  const redirect = useRedirect();
  const begun = async ({ id }: RoundDetail) => {
    await planRound(id).catch(({ message }: Error) => notify(message, { type: 'warning' }));
    redirect('show', 'rounds', id);
  };
  return (
    <Create<RoundDetail>
      title="rounds.new"
      transform={(values: Shift) => bodyOf(values)}
      mutationOptions={{ onSuccess: begun }}
    >
      <SimpleForm sx={{ maxWidth: 760 }} noValidate defaultValues={{ day: dayOf(), ...usualShift(null) }}>
        <OtherErrors />
        <OwnCrewInput />
        <Skills />
        <Usual />
        <TextInput
          source="day"
          label="rounds.day"
          type="date"
          validate={required()}
          slotProps={{ inputLabel: { shrink: true } }}
          helperText={false}
          sx={{ width: 170 }}
        />
        <Box sx={row}>
          {time('from')}
          {time('to')}
        </Box>
        <Pause />
        <DepotInput />
      </SimpleForm>
    </Create>
  );
};
