/** Runs projects of the test runner and counts what it reports. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { CommandError, run } from '../prepare/command.mjs';
import { repository, tool } from '../prepare/repository.mjs';

/** A file that cannot be loaded has no tests to report, and yet failed. */
const isUnloaded = file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed');

const firstLine = text => (text ?? '').split('\n', 1)[0].slice(0, 300);

/** Tests with one of these states: "file: what it is about", and why. */
const named = (report, ...states) => report.testResults.flatMap(({ name, assertionResults }) => assertionResults.filter(test => states.includes(test.status))
    .map(test => ({ name: `${path.relative(repository, name)}: ${test.fullName}`, why: firstLine(test.failureMessages[0]) })));

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
        return inFile.map(({ name }) => asLine({ name, why: reason }));
    }));
    return names.flat();
};

/** Every failure of a report: of files that did not load, and of tests. */
const failuresIn = report => [
    ...report.testResults.filter(isUnloaded).map(({ name, message }) => ({ name: path.relative(repository, name), why: firstLine(message) })), ...named(report, 'failed')
];

const asLine = ({ name, why }) => why ? `${name} (${why})` : name;

const outcomeIn = async (report, long) => ({
    passed: report.testResults.flatMap(each => each.assertionResults).filter(each => each.status === 'passed').length,
    failures: failuresIn(report).map(asLine),
    skips: await skipped(report, long),
    unsteady: []
});

/** More than so many files that fail are no accident. */
const mostAgain = 3;

/** The files of a report to be run a second time: a few that failed. What waits for something can fail once where a machine has much else to do. */
export const filesToRunAgain = report => {
    const failed = report.testResults.filter(each => each.status === 'failed').map(each => each.name);
    return failed.length <= mostAgain ? failed : [];
};

/** A report with the files of a second one in the place of its own, and what failed in the first one only. */
export const settledBy = (first, second) => {
    const again = new Map(second.testResults.map(each => [each.name, each]));
    const report = { ...first, testResults: first.testResults.map(each => again.get(each.name) ?? each) };
    const still = new Set(failuresIn(report).map(each => each.name));
    return { report, unsteady: failuresIn(first).filter(each => !still.has(each.name)).map(asLine) };
};

/** Runs Vitest once. @returns its report, and whether it ended well */
const vitest = async (projects, { paths, long }, environment) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-report-'));
    const file = path.join(folder, 'report.json');
    const args = ['run', ...projects.flatMap(each => ['--project', each]), '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...paths];
    try {
        // paths given may lie in some of the projects only
        const ended = await run(tool('vitest'), paths.length > 0 ? [...args, '--passWithNoTests'] : args, { show: true, environment: { ...environment, ...long && { EARSHOT_LONG: '1' } } })
            .then(() => true, error => {
                if (error instanceof CommandError) {
                    return false;
                }
                throw error;
            });
        return { ended, report: JSON.parse(await fs.readFile(file, 'utf8')) };
    } finally {
        await fs.rm(folder, { recursive: true, force: true });
    }
};

/**
 * Runs all tests, and a few files that failed once more by themselves. What passes then counts as passed and is named as unsteady.
 * @param {readonly string[]} projects of vitest.config.mts
 * @param {{ paths: readonly string[], long: boolean }} context paths: parts of the paths of the files to run, none for all
 * @returns {Promise<{ passed: number, failures: readonly string[], skips: readonly string[], unsteady: readonly string[] }>} with the names of what did not pass, or not at once
 */
export const runTests = async (projects, context, environment = {}) => {
    const { ended, report } = await vitest(projects, context, environment);
    const again = filesToRunAgain(report);
    if (again.length > 0) {
        const second = await vitest(projects, { ...context, paths: again.map(each => path.relative(repository, each)) }, environment);
        const settled = settledBy(report, second.report);
        const outcome = await outcomeIn(settled.report, context.long);
        return { ...outcome, unsteady: settled.unsteady, failures: !second.ended && outcome.failures.length === 0 ? [`${projects.join(', ')}: an error outside of any test`] : outcome.failures };
    }
    const outcome = await outcomeIn(report, context.long);
    return !ended && outcome.failures.length === 0 ? { ...outcome, failures: [`${projects.join(', ')}: an error outside of any test, or no test at all`] } : outcome;
};
