import { RadioButtonGroupInput, type RadioButtonGroupInputProps, required } from 'react-admin';
import { readYesNo, showYesNo } from './yesNo';

interface Props extends Omit<RadioButtonGroupInputProps, 'choices'> {
  yes?: string;
  no?: string;
}

/** A question that has to be answered: neither answer is chosen beforehand. */
export const YesNoInput = ({ yes = 'app.yes', no = 'app.no', ...props }: Props) => (
  <RadioButtonGroupInput
    choices={[
      { id: 'true', name: yes },
      { id: 'false', name: no },
    ]}
    format={showYesNo}
    parse={readYesNo}
    validate={required()}
    helperText={false}
    {...props}
  />
);
