import { Alert } from '@mui/material';
import {
  CheckboxGroupInput,
  DateInput,
  NumberInput,
  RadioButtonGroupInput,
  required,
  TextInput,
  useLocale,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { type Attribute, questionIn } from '../meta/attributes';
import { useMeta } from '../meta/useMeta';

/** What the chosen category wants to know; staff ask it on the telephone. */
export const AnswerInputs = () => {
  const { categories } = useMeta();
  const [categoryId, emergency] = useWatch({ name: ['categoryId', 'emergency'] });
  const attributes = categories.find(({ id }) => id === categoryId)?.attributes ?? [];
  return attributes.map((attribute) => (
    <AnswerInput
      key={`${categoryId} ${attribute.code}`}
      attribute={attribute}
      urgent={emergency !== 'none'}
    />
  ));
};

const AnswerInput = ({ attribute, urgent }: { attribute: Attribute; urgent: boolean }) => {
  const locale = useLocale();
  const given = useWatch({ name: 'attributes' }) ?? {};
  const { code, kind, choices, when } = attribute;
  const label = questionIn(attribute, locale);
  const props = {
    source: `attributes.${code}`,
    label,
    helperText: locale === 'it' ? attribute.hintIt : attribute.hintEn,
    ...(attribute.required && !urgent && { validate: required() }),
  };
  const named = choices.map((choice) => ({ id: choice.key, name: questionIn(choice, locale) }));
  switch (kind) {
    case 'number':
      return <NumberInput {...props} />;
    case 'date':
      return <DateInput {...props} />;
    case 'single':
      return <RadioButtonGroupInput {...props} choices={named} translateChoice={false} />;
    case 'multiple':
      return <CheckboxGroupInput {...props} choices={named} translateChoice={false} />;
    case 'notice': {
      const isFor = !when || [given[when.code]].flat().includes(when.key);
      return isFor ? (
        <Alert severity={attribute.stops ? 'error' : 'info'} sx={{ mb: 2 }}>
          {label}
        </Alert>
      ) : null;
    }
    default:
      return <TextInput {...props} />;
  }
};
