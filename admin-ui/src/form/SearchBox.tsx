import { SearchInput, type SearchInputProps, useTranslate } from 'react-admin';

/** A search field that says what can be looked for. */
export const SearchBox = ({ hint, ...props }: SearchInputProps & { hint: string }) => {
  const translate = useTranslate();
  return <SearchInput placeholder={translate(hint)} sx={{ minWidth: { sm: 330 } }} {...props} />;
};
