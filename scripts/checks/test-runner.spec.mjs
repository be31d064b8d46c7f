import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../prepare/repository.mjs';
import { skipReason } from './test-runner.mjs';

it('says of a skipped test why it did not run', async () => {
    const death = await fs.readFile(path.join(repository, 'packages/core/src/node/jobs/job-death.it.ts'), 'utf8');
    expect(skipReason(death, false)).toBe('long form: npm run test:long');
    expect(skipReason(death, true)).toBe('not possible on this machine, see its condition');
    expect(skipReason('it.runIf(isRoot)', false)).toBe('not possible on this machine, see its condition');
});
