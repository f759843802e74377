import { intake } from '../bench/intake';
import { lists } from '../bench/lists';
import { closeHttp } from './http';

const benches: Record<string, (say: (line: string) => void) => Promise<object>> = { intake, lists };

const say = (line: string) => console.log(line);

/** Runs the named measurements one after the other; the last line is one JSON object, of several by their names. */
async function main(): Promise<number> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !benches[name]);
  if (names.length === 0 || unknown.length > 0) {
    say(`npm run bench -- ${Object.keys(benches).join(' ')}`);
    return names.length === 0 ? 0 : 1;
  }
  const results: Record<string, object> = {};
  for (const name of names) {
    say(`\n${name}`);
    results[name] = await benches[name]!(say);
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
