/**
 * npm test: everything that decides whether the repository is sound. Installs, compiles and bundles what is needed first.
 * The last line counts over all suites; each static check counts as one test.
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

/** Runs one check; one that breaks counts as a failed test. */
const outcomeOf = async (name, context) => {
    const began = Date.now();
    log(`\n▸ ${name}`);
    try {
        const outcome = await checks[name](context);
        log(`${outcome.failed > 0 ? '✗' : '✓'} ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped (${seconds(began)})`);
        return outcome;
    } catch (error) {
        log(`${error.message}\n✗ ${name} (${seconds(began)})`);
        return { passed: 0, failed: 1, skipped: 0 };
    }
};

const add = (one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped });

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
        // tests load other packages as compiled; what does not compile is told by the check of the types
        await compile().catch(() => log('Some types are wrong: see --only types.'));
    }
    let total = { passed: 0, failed: 0, skipped: 0 };
    for (const name of Object.keys(checks).filter(each => chosen.wanted.includes(each))) {
        total = add(total, await outcomeOf(name, { ...chosen, log }));
    }
    log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
    return total.failed > 0 || total.passed === 0 ? 1 : 0;
};

main().then(code => {
    process.exitCode = code;
}, error => {
    console.error(error.message);
    log('\n0 passed, 1 failed, 0 skipped');
    process.exitCode = 1;
});
