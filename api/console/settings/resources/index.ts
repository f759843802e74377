export { agencies } from './agencies';
export { calendars } from './calendars';
export { categories } from './categories';
export { crews, suppliers } from './crews';
export { departments } from './departments';
export { policies } from './policies';
export { roadOwners } from './road-owners';
export { rosterShifts } from './roster-shifts';
export { users } from './users';
