/** Runs one project of the test runner and counts what it reports. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { CommandError, run } from '../prepare/command.mjs';
import { repository, tool } from '../prepare/repository.mjs';

/** A file that cannot be loaded has no tests to report, and yet failed. */
const isUnloaded = file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed');

const firstLine = text => (text ?? '').split('\n', 1)[0].slice(0, 300);

/** Tests with one of these states, as "file: what it is about (why)". */
const named = (report, ...states) => report.testResults.flatMap(({ name, assertionResults }) => assertionResults.filter(test => states.includes(test.status))
    .map(test => [path.relative(repository, name), ': ', test.fullName, test.failureMessages.length > 0 ? ` (${firstLine(test.failureMessages[0])})` : ''].join('')));

/**
 * Why a test did not run, as far as its file tells: the report does not say.
 * @param {string} source the text of the file
 * @param {boolean} long whether the long forms were asked for
 */
export const skipReason = (source, long) => source.includes('EARSHOT_LONG') && !long ? 'long form: npm run test:long' : 'not possible on this machine, see its condition';

const skipped = async (report, long) => {
    const names = await Promise.all(report.testResults.map(async result => {
        const inFile = named({ testResults: [result] }, 'pending', 'skipped', 'todo');
        const reason = inFile.length > 0 ? skipReason(await fs.readFile(result.name, 'utf8'), long) : '';
        return inFile.map(each => `${each} (${reason})`);
    }));
    return names.flat();
};

const outcomeIn = async (report, long) => ({
    passed: report.numPassedTests,
    failures: [...report.testResults.filter(isUnloaded).map(each => `${path.relative(repository, each.name)} (${firstLine(each.message)})`), ...named(report, 'failed')],
    skips: await skipped(report, long)
});

/**
 * @param {string} project of vitest.config.mts
 * @param {{ paths: readonly string[], long: boolean }} context paths: parts of the paths of the files to run, none for all
 * @returns {Promise<{ passed: number, failures: readonly string[], skips: readonly string[] }>} with the names of what did not pass
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
        const outcome = await outcomeIn(JSON.parse(await fs.readFile(file, 'utf8')), long);
        return !ended && outcome.failures.length === 0 ? { ...outcome, failures: [`${project}: an error outside of any test, or no test at all`] } : outcome;
    } finally {
        await fs.rm(folder, { recursive: true, force: true });
    }
};
