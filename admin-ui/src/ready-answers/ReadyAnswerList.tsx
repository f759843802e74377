import { DataTable, useTranslate } from 'react-admin';
import { LongText } from '../form/LongText';
import { useNames } from '../meta/useMeta';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';

export const ReadyAnswerList = () => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <SettingList sort={{ field: 'position', order: 'ASC' }}>
      <DataTable bulkActionButtons={false}>
        <NameCol source="title" />
        <DataTable.Col source="locale" render={({ locale }) => translate(`words.locale.${locale}`)} />
        <DataTable.Col source="text" disableSort render={({ text }) => <LongText>{text}</LongText>} />
        <DataTable.Col
          source="categoryId"
          disableSort
          render={({ categoryId }) =>
            categoryId ? names.category(categoryId) : translate('readyAnswer.anyCategory')
          }
        />
        <ActiveCol />
      </DataTable>
    </SettingList>
  );
};
