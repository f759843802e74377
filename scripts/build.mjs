// npm run build: compiles the server and the console where they have changed.
import { build } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';

try {
  await installDependencies();
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
