/** How figures are read in a language. */
export function formatsOf(locale: string) {
  const one = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  const tenths = one({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    count: one({ maximumFractionDigits: 0 }),
    percent: one({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    /** Of a difference between shares. */
    points: (share: number) => tenths(share * 100),
    stars: tenths,
    need: one({ maximumFractionDigits: 1 }),
  };
}
