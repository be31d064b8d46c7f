/** Runs one project of the test runner and counts what it reports. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { CommandError, run } from '../prepare/command.mjs';
import { tool } from '../prepare/repository.mjs';

/** A file that cannot be loaded has no tests to report, and yet failed. */
const unloaded = report => report.testResults.filter(each => each.status === 'failed' && each.assertionResults.every(test => test.status !== 'failed')).length;

const countsIn = report => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded(report),
    skipped: report.numPendingTests + report.numTodoTests
});

/**
 * @param {string} project of vitest.config.mts
 * @param {{ paths: readonly string[], long: boolean }} context paths: parts of the paths of the files to run, none for all
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export const runTests = async (project, { paths, long }, environment = {}) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-report-'));
    const file = path.join(folder, 'report.json');
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...paths];
    try {
        // paths given may lie in some of the projects only
        const ended = await run(tool('vitest'), paths.length > 0 ? [...args, '--passWithNoTests'] : args, { show: true, environment: { ...environment, ...long && { EARSHOT_LONG: '1' } } })
            .then(() => true, error => {
                if (error instanceof CommandError) {
                    return false;
                }
                throw error;
            });
        const counts = countsIn(JSON.parse(await fs.readFile(file, 'utf8')));
        // an error outside of any test, or no test at all
        return !ended && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
    } finally {
        await fs.rm(folder, { recursive: true, force: true });
    }
};
