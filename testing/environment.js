const { TestEnvironment } = require('jest-environment-node');

/** Fails a test file that leaves a test database open. */
module.exports = class extends TestEnvironment {
  async teardown() {
    const open = this.global.openTestDatabases?.size ?? 0;
    await super.teardown();
    if (open > 0) throw new Error(`${open} test database(s) left open: call drop() in afterAll.`);
  }
};
