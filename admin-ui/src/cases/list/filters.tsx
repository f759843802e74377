import { BooleanInput, SelectArrayInput, SelectInput } from 'react-admin';
import { SearchBox } from '../../form/SearchBox';
import { wordChoices } from '../../meta/choices';
import { departmentFilter } from '../../meta/filters';
import { CategoryInput, CrewInput, DangerInput } from '../../meta/inputs';
import { bands, reportKinds, stages } from '../../vocabulary';

export const caseFilters = () => [
  <SearchBox key="q" source="q" alwaysOn hint="resources.cases.fields.q" />,
  ...departmentFilter(),
  <SelectInput key="kind" source="kind" choices={wordChoices('kind', reportKinds)} />,
  <CategoryInput key="categoryId" source="categoryId" />,
  <DangerInput key="danger" source="danger" />,
  <SelectArrayInput key="band" source="band" choices={wordChoices('band', bands)} />,
  <CrewInput key="crewId" source="crewId" />,
  <BooleanInput key="askedOfUs" source="askedOfUs" />,
  <SelectInput key="stage" source="stage" choices={wordChoices('stage', stages)} />,
];
