import {
  ArrayInput,
  BooleanInput,
  maxLength,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useSimpleFormIteratorItem,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { type Attribute, attributeKinds } from '../meta/attributes';
import { wordChoices } from '../meta/choices';
import { CodeInput } from '../settings/inputs';

const words = [required(), maxLength(1000)];
const keep = (value: string) => value ?? '';

/** What the category wants to know of a problem, in the order in which it is asked. */
export const AttributesInput = () => (
  <ArrayInput source="attributes" helperText="settings.attributes.help" defaultValue={[]}>
    <SimpleFormIterator fullWidth>
      <OneAttribute />
    </SimpleFormIterator>
  </ArrayInput>
);

const fresh = { hintIt: '', hintEn: '', required: false, choices: [], stops: false, when: null };

const OneAttribute = () => {
  const { index } = useSimpleFormIteratorItem();
  const attributes: Partial<Attribute>[] = useWatch({ name: 'attributes' }) ?? [];
  const kind = attributes[index]?.kind;
  const isNotice = kind === 'notice';
  return (
    <>
      <SelectInput
        source="kind"
        label="settings.attributes.kind"
        choices={wordChoices('attributeKind', attributeKinds)}
        defaultValue="text"
        validate={required()}
      />
      <CodeInput source="code" label="settings.attributes.code" />
      <TextInput
        source="it"
        label={isNotice ? 'settings.attributes.noticeIt' : 'settings.attributes.it'}
        multiline
        validate={words}
      />
      <TextInput
        source="en"
        label={isNotice ? 'settings.attributes.noticeEn' : 'settings.attributes.en'}
        multiline
        validate={words}
      />
      {!isNotice && (
        <>
          <TextInput source="hintIt" label="settings.attributes.hintIt" defaultValue="" parse={keep} />
          <TextInput source="hintEn" label="settings.attributes.hintEn" defaultValue="" parse={keep} />
          <BooleanInput source="required" label="settings.attributes.required" defaultValue={false} />
        </>
      )}
      {(kind === 'single' || kind === 'multiple') && (
        <ArrayInput source="choices" label="settings.attributes.choices" validate={required()}>
          <SimpleFormIterator inline>
            <CodeInput source="key" label="settings.attributes.key" helperText={false} />
            <TextInput source="it" label="settings.attributes.it" validate={words} helperText={false} />
            <TextInput source="en" label="settings.attributes.en" validate={words} helperText={false} />
          </SimpleFormIterator>
        </ArrayInput>
      )}
      {isNotice && (
        <>
          <BooleanInput source="stops" label="settings.attributes.stops" defaultValue={false} />
          <WhenInput attributes={attributes} />
        </>
      )}
    </>
  );
};

/** For whom a notice is: everybody, or those who chose something; one choice carries both codes. */
const WhenInput = ({ attributes }: { attributes: Partial<Attribute>[] }) => {
  const choices = attributes.flatMap(({ code, it, choices: keys = [] }) =>
    keys.map((choice) => ({ id: `${code} ${choice.key}`, name: `${it}: ${choice.it}` })),
  );
  return (
    <SelectInput
      source="when"
      label="settings.attributes.when"
      helperText="settings.attributes.whenHelp"
      choices={choices}
      translateChoice={false}
      format={(when: Attribute['when']) => (when ? `${when.code} ${when.key}` : '')}
      parse={(chosen: string) => {
        const [code, key] = chosen.split(' ');
        return code && key ? { code, key } : null;
      }}
    />
  );
};

/** What the API wants of an attribute, whatever its kind showed before. */
export const whole = (attribute: Partial<Attribute>) => {
  const { kind } = attribute;
  const isNotice = kind === 'notice';
  const hasChoices = kind === 'single' || kind === 'multiple';
  return {
    ...fresh,
    ...attribute,
    ...(!hasChoices && { choices: [] }),
    ...(isNotice ? { required: false, hintIt: '', hintEn: '' } : { stops: false, when: null }),
  };
};
