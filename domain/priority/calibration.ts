/** What became of somebody's earlier reports that a technician judged on site; `right`: with the danger that was found. */
export interface Past {
  judged: number;
  right: number;
}

/**
 * How far somebody's word about danger is to be believed, above 0 and below 1: the mean of the Beta distribution
 * that a uniform prior becomes after `right` of `judged` (Laplace's rule of succession; for reputations A. Jøsang,
 * R. Ismail, "The Beta Reputation System", 15th Bled Electronic Commerce Conference, 2002). A newcomer is believed
 * by half.
 */
export const calibrationOf = ({ judged, right }: Past): number => (right + 1) / (judged + 2);
