import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../prepare/repository.mjs';
import { filesToRunAgain, settledBy, skipReason } from './test-runner.mjs';

it('says of a skipped test why it did not run', async () => {
    const death = await fs.readFile(path.join(repository, 'packages/core/src/node/jobs/job-death.it.ts'), 'utf8');
    expect(skipReason(death, false)).toBe('long form: npm run test:long');
    expect(skipReason(death, true)).toBe('not possible on this machine, see its condition');
    expect(skipReason('it.runIf(isRoot)', false)).toBe('not possible on this machine, see its condition');
});

const file = (name, ...states) => ({
    name: path.join(repository, name), status: states.includes('failed') || states.length === 0 ? 'failed' : 'passed', message: states.length === 0 ? 'Cannot find module' : '',
    assertionResults: states.map((status, index) => ({ fullName: `test (${index + 1})`, status, failureMessages: status === 'failed' ? ['Error: late (again)'] : [] }))
});
const report = (...testResults) => ({ testResults });

it('runs a few files again that failed, and none where many did', () => {
    const failed = ['a', 'b', 'c'].map(each => file(each, 'failed'));
    expect(filesToRunAgain(report(file('whole', 'passed'), ...failed))).toEqual(failed.map(each => each.name));
    expect(filesToRunAgain(report(...failed, file('d')))).toEqual([]);
});

it('counts by the second run and names what passed only then', () => {
    const first = report(file('whole', 'passed'), file('late', 'passed', 'failed', 'failed'), file('unloaded'));
    const { report: settled, unsteady } = settledBy(first, report(file('late', 'passed', 'passed', 'failed'), file('unloaded', 'passed')));
    expect(unsteady).toEqual(['unloaded (Cannot find module)', 'late: test (2) (Error: late (again))']);
    expect(settled.testResults.map(each => each.assertionResults.map(test => test.status))).toEqual([['passed'], ['passed', 'passed', 'failed'], ['passed']]);
    expect(settledBy(first, first).unsteady).toEqual([]);
});
