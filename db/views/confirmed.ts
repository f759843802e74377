/** Whether its case has said that a repair `r` was done: a command may still be refused after its row was written. */
export const CONFIRMED = `EXISTS (SELECT FROM log_entry l
  WHERE l.chain = 'case:' || r.case_id AND l.data->>'repairId' = r.id::text)`;
