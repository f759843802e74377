/** A quarter of a year as the API takes it; both days included. */
export interface Quarter {
  id: string;
  from: string;
  to: string;
}

const two = (value: number) => String(value).padStart(2, '0');

/** The quarter of `now` and the ones before it, the newest first. */
export function quarters(now: Date, count = 8): Quarter[] {
  const index = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3);
  return Array.from({ length: count }, (_, back) => {
    const [year, quarter] = [Math.floor((index - back) / 4), (index - back) % 4];
    const last = quarter * 3 + 3;
    const lastDay = new Date(Date.UTC(year, last, 0)).getUTCDate();
    return {
      id: `${year}-${quarter + 1}`,
      from: `${year}-${two(last - 2)}-01`,
      to: `${year}-${two(last)}-${two(lastDay)}`,
    };
  });
}
