import { defaultTheme, type RaThemeOptions } from 'react-admin';
import { colours } from './colours';

const outlined = { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true } as const;

/** Paper gets what the page says, without what leads elsewhere. */
const onScreen = { '@media print': { display: 'none' } };

/** Sober and legible. */
export const theme: RaThemeOptions = {
  ...defaultTheme,
  palette: {
    mode: 'light',
    primary: { main: colours.primary },
    secondary: { main: colours.secondary },
    error: { main: colours.error },
    warning: { main: colours.warning },
    success: { main: colours.success },
    background: { default: colours.page, paper: colours.paper },
    text: { primary: colours.text, secondary: colours.quietText },
  },
  shape: { borderRadius: 6 },
  sidebar: { width: 250 },
  typography: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif' },
  components: {
    ...defaultTheme.components,
    MuiTextField: { defaultProps: outlined },
    MuiFormControl: { defaultProps: outlined },
    MuiButton: { styleOverrides: { root: { textTransform: 'none', fontWeight: 600 } } },
    MuiTab: { styleOverrides: { root: { textTransform: 'none', minHeight: 44 } } },
    // The library writes white on the page's almost white.
    RaSkipNavigationButton: {
      styleOverrides: { root: { '&, &:hover': { backgroundColor: colours.primary, opacity: 1 } } },
    },
    // Wide tables and tabs scroll in themselves, never the page.
    RaLayout: { styleOverrides: { root: { minWidth: 0, '& .RaLayout-content': { minWidth: 0 } } } },
    RaSidebar: { styleOverrides: { root: onScreen } },
    RaAppBar: { styleOverrides: { root: onScreen } },
    RaList: {
      styleOverrides: {
        root: { '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { minWidth: 0, overflowX: 'auto' } },
      },
    },
  },
};
