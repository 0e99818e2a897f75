#!/usr/bin/env node
import { main } from '../dist/main.js';

// `muheng … | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
