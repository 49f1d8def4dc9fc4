// What this program calls itself.
export { PROGRAM, VERSION } from '../../server/src/program.ts';
