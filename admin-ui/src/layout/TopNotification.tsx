import { Notification } from 'react-admin';

/** At the top, where it does not cover the buttons that a phone keeps at the bottom. */
export const TopNotification = () => (
  <Notification anchorOrigin={{ vertical: 'top', horizontal: 'center' }} autoHideDuration={3500} />
);
