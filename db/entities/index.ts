export * from './case';
export * from './draft';
export * from './geometry';
export * from './log';
export * from './message';
export * from './municipality';
export * from './people';
export * from './report';
