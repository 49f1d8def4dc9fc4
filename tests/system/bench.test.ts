// `npm run bench` takes the better part of an hour; here it is only seen to load whole, as it is started: without the bundler of the tests.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { binOf, projectRoot } from '../../scripts/run.ts';

test('the bench says which figures there are when it is asked for one that there is not', async () => {
  const asked = promisify(execFile)(process.execPath, [binOf('tsx'), 'scripts/bench.ts', 'fraem'], {
    cwd: projectRoot,
  });
  await expect(asked).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^There is no figure “fraem”; choose from headless, .*, day\.\n$/),
  });
});
