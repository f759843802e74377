import { defaultTheme, type RaThemeOptions } from 'react-admin';

/** Sober and legible: every text colour stands out from its ground by at least 4.5 to 1. */
export const theme: RaThemeOptions = {
  ...defaultTheme,
  palette: {
    mode: 'light',
    primary: { main: '#0b57a4' },
    secondary: { main: '#17324d' },
    error: { main: '#b3261e' },
    warning: { main: '#8a4b00' },
    success: { main: '#00693e' },
    background: { default: '#f4f6f8', paper: '#ffffff' },
    text: { primary: '#17212b', secondary: '#4a5763' },
  },
  shape: { borderRadius: 6 },
  sidebar: { width: 230 },
  typography: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif' },
  components: {
    ...defaultTheme.components,
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
    MuiButton: { styleOverrides: { root: { textTransform: 'none', fontWeight: 600 } } },
    MuiTab: { styleOverrides: { root: { textTransform: 'none', minHeight: 44 } } },
  },
};
