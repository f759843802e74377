export interface Shift {
  id: string;
  departmentId: string;
  startsAt: string;
  endsAt: string;
}

/** Is somebody on call by this shift at `now`? */
export const isOn = ({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>, now: number): boolean =>
  Date.parse(startsAt) <= now && now < Date.parse(endsAt);
