/** The colours of the console; a test holds them to WCAG AA. */
export const colours = {
  primary: '#0b57a4',
  secondary: '#17324d',
  error: '#b3261e',
  warning: '#8a4b00',
  success: '#00693e',
  text: '#17212b',
  quietText: '#4a5763',
  page: '#f4f6f8',
  paper: '#ffffff',
};
