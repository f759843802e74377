/** Why the private database cannot run, in one sentence for the person who started it. */
export class ClusterError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClusterError';
  }
}
