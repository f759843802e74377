/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/(admin-ui|dist|data|coverage)/'],
  modulePathIgnorePatterns: ['<rootDir>/(admin-ui|dist|data)/'],
  transform: {
    '\\.[jt]s$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  // Published as ES modules only, which jest cannot require.
  transformIgnorePatterns: ['/node_modules/(?!request-filtering-agent/)'],
  globalSetup: './testing/global-setup.ts',
  globalTeardown: './testing/global-teardown.ts',
  testEnvironment: './testing/environment.js',
  maxWorkers: 2,
  // The first test that needs a server waits for it to start.
  testTimeout: 60_000,
};
