/** How the command line reads a large file; for the bench, which measures the same. */
export { type ByteFile, openBytes } from './byteFile.js';
export { type ReadingThread, startReadingThread } from './threads/readingThread.js';
