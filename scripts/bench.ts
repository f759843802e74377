import { candidates } from '../bench/candidates';
import { dashboards } from '../bench/dashboards';
import { deliveries } from '../bench/deliveries';
import { diagnosis } from '../bench/diagnosis';
import { dossier } from '../bench/dossier';
import { grouping } from '../bench/grouping';
import { intake } from '../bench/intake';
import { lists } from '../bench/lists';
import { priority } from '../bench/priority';
import { rounds } from '../bench/rounds';
import { storm } from '../bench/storm';
import { whatIf } from '../bench/what-if';
import { closeHttp } from './http';

/** Measures and answers its figures; the options are those of the command line, for it alone to read. */
type Bench = (say: (line: string) => void, options: string[]) => Promise<object>;
const benches: Record<string, Bench> = {
  intake,
  lists,
  priority,
  grouping,
  candidates,
  storm,
  rounds,
  deliveries,
  diagnosis,
  dossier,
  'what-if': whatIf,
  dashboards,
};

const say = (line: string) => console.log(line);

/** Runs the named measurements one after the other; the last line is one JSON object, of several by their names. */
async function main(): Promise<number> {
  const given = process.argv.slice(2);
  const first = given.findIndex((word) => word.startsWith('-'));
  const names = first < 0 ? given : given.slice(0, first);
  const options = given.slice(names.length);
  if (names.length > 1 && options.length > 0) {
    say('Options belong to one measurement: name one alone.');
    return 1;
  }
  const unknown = names.filter((name) => !benches[name]);
  if (names.length === 0 || unknown.length > 0) {
    say(`npm run bench -- ${Object.keys(benches).join(' ')} [options]`);
    return names.length === 0 ? 0 : 1;
  }
  const results: Record<string, object> = {};
  for (const name of names) {
    say(`\n${name}`);
    results[name] = await benches[name]!(say, options);
    say(JSON.stringify({ bench: name, ...results[name] }));
  }
  if (names.length > 1) say(JSON.stringify(results));
  closeHttp();
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
