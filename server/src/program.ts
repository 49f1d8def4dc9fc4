// What this program calls itself in the recordings that it writes, live or headless.
import own from '../package.json' with { type: 'json' };

export const VERSION: string = own.version;
export const PROGRAM = `onescreen ${VERSION}`;
