/**
 * npm test: everything that decides whether the repository is sound. Installs, compiles and bundles what is needed first.
 * The last line counts over all suites; each static check counts as one test. What failed or was skipped is named before it.
 */
import { parseArgs } from 'node:util';
import { compile } from './prepare/building.mjs';
import { ensureInstalled } from './prepare/installation.mjs';
import { checks } from './checks/checks.mjs';

const usage = `Usage: npm test -- [options] [part of a test file's path …]

  --only LIST  some of ${Object.keys(checks).join(', ')}, separated by commas
  --long       with the tests that take long, too (npm run test:long)

Integration tests run on a PostgreSQL of their own, or on the server that DATABASE_URL names.`;

const log = line => console.log(line);

const options = () => {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, long: { type: 'boolean', default: false } } });
    const wanted = values.only?.split(',').map(each => each.trim()) ?? Object.keys(checks);
    const unknown = wanted.filter(each => !(each in checks));
    if (unknown.length > 0) {
        throw new Error(`There is no check named ${unknown.join(', ')}.`);
    }
    return { wanted, paths: positionals, long: values.long };
};

const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const countsOf = ({ passed, failures, skips }) => `${passed} passed, ${failures.length} failed, ${skips.length} skipped`;

/** Runs one check; one that breaks counts as a failed test. */
const outcomeOf = async (name, context) => {
    const began = Date.now();
    log(`\n▸ ${name}`);
    const outcome = await checks[name](context).catch(error => {
        log(error.message);
        return { passed: 0, failures: [name], skips: [], unsteady: [] };
    });
    log(`${outcome.failures.length > 0 ? '✗' : '✓'} ${name}: ${countsOf(outcome)} (${seconds(began)})`);
    return outcome;
};

const total = outcomes => ({
    passed: outcomes.reduce((sum, each) => sum + each.passed, 0),
    failures: outcomes.flatMap(each => each.failures), skips: outcomes.flatMap(each => each.skips), unsteady: outcomes.flatMap(each => each.unsteady)
});

const main = async () => {
    let chosen;
    try {
        chosen = options();
    } catch (error) {
        console.error(`${error.message}\n\n${usage}`);
        return 2;
    }
    await ensureInstalled(log);
    if (!chosen.wanted.includes('types')) {
        // threads begin with compiled files; what does not compile is told by the check of the types
        await compile().catch(() => log('Some types are wrong: see --only types.'));
    }
    const outcomes = [];
    for (const name of Object.keys(checks).filter(each => chosen.wanted.includes(each))) {
        outcomes.push(await outcomeOf(name, { ...chosen, log }));
    }
    const whole = total(outcomes);
    log('');
    whole.skips.forEach(each => log(`skipped: ${each}`));
    whole.unsteady.forEach(each => log(`passed only when run again: ${each}`));
    whole.failures.forEach(each => log(`failed: ${each}`));
    log(countsOf(whole));
    return whole.failures.length > 0 || whole.passed === 0 ? 1 : 0;
};

main().then(code => {
    process.exitCode = code;
}, error => {
    console.error(error.message);
    log('\nfailed: the preparation\n0 passed, 1 failed, 0 skipped');
    process.exitCode = 1;
});
