/** Radio buttons hold texts; a form holds true, false, or null while nobody has answered. */
export const showYesNo = (value: unknown) => (typeof value === 'boolean' ? String(value) : '');
export const readYesNo = (text: unknown) => (text === 'true' ? true : text === 'false' ? false : null);
