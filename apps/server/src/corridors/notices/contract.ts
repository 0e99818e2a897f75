/** Routes of notices: the bell, and what leaves the house. */
export * from './contract/bell.js';
export * from './contract/outgoing.js';
