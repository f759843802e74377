/**
 * The bodies of a storm, mixed as they would come: `flood` of them about one place, by as many people with an address,
 * all others each about something of its own.
 */
export function stormReports(count: number, flood: number, categories: string[]): object[] {
  const each = Math.max(1, Math.round(count / flood));
  return Array.from({ length: count }, (_, turn) =>
    turn % each === 0 ? ofFlood(turn) : alone(turn, categories[turn % categories.length]!),
  );
}

const common = { danger: 2, privacyRead: true, language: 'it' };
/** Everybody says it a little differently. */
const endings = ['Non si passa.', 'Aiuto!', 'Le auto si fermano.', 'Piove ancora.', 'Tombini pieni.'];

const ofFlood = (turn: number) => ({
  ...common,
  category: 'pothole',
  text: `Allagamento davanti a piazza Garibaldi 12: acqua alta sulla strada. ${endings[turn % endings.length]}`,
  latitude: 44.9139 + ((turn % 7) - 3) * 0.00002,
  longitude: 8.6131 + ((turn % 5) - 2) * 0.00002,
  accuracy: 8,
  email: `flood-${turn}@storm.example`,
});

/** A grid of places in the town, and words that no other has. */
const alone = (turn: number, category: string) => ({
  ...common,
  category,
  text: `${(turn * 7919).toString(36)} ${(turn * 104_729).toString(36)} ${(turn * 1_299_709).toString(36)}`,
  latitude: 44.9 + (turn % 45) * 0.00066,
  longitude: 8.6 + (Math.floor(turn / 45) % 45) * 0.00066,
});
