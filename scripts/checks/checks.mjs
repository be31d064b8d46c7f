/** The checks of the repository, in the order in which they run. Each takes { log, paths, long } and resolves to its outcome. */
import * as fs from 'node:fs';
import { build, compile, ensureBuilt } from '../prepare/building.mjs';
import { run } from '../prepare/command.mjs';
import { isFresh } from '../prepare/freshness.mjs';
import { inRepository, pinnedNode, tool } from '../prepare/repository.mjs';
import { ensureBrowser } from './browser.mjs';
import { runTests } from './test-runner.mjs';

const one = { passed: 1, failures: [], skips: [], unsteady: [] };

/** A check that is right or wrong as a whole: a command that ends with 0. */
const command = (...commands) => async () => {
    for (const [program, ...args] of commands) {
        await run(program, args);
    }
    return one;
};

const folders = parent => fs.readdirSync(inRepository(parent)).map(each => `${parent}/${each}`);

/** Part by part: the types of all of them at once need more memory than Node gives itself. */
const lintedParts = () => [...folders('packages').map(each => [each]), ['.', '--ignore-pattern', 'packages/**']];

const sources = () => ['packages', 'examples'].flatMap(parent => folders(parent).map(each => `${each}/src`)).filter(each => fs.existsSync(inRepository(each)));

export const checks = {
    types: async () => {
        await compile();
        await run(tool('tsc'), ['-p', 'configs/tests.tsconfig.json']);
        return one;
    },
    lint: async () => {
        const parts = lintedParts();
        const lintNext = async () => {
            for (let part = parts.shift(); part; part = parts.shift()) {
                await run(tool('eslint'), [...part, '--max-warnings', '0']);
            }
        };
        await Promise.all([lintNext(), lintNext()]);
        return one;
    },
    floors: () => command([tool('depcruise'), '--config', '.dependency-cruiser.cjs', ...sources()])(),
    translations: command([pinnedNode, 'scripts/check-translations.mjs']),
    unit: context => runTests(['unit'], context),
    widgets: context => runTests(['widgets'], context),
    bundle: async ({ log }) => {
        await (await isFresh() ? undefined : build(log));
        return one;
    },
    integration: async context => {
        await ensureBuilt(context.log); // some start the product
        if (process.env.DATABASE_URL) {
            context.log('The tests in test/fault bring their own server: they are not run again on the one that DATABASE_URL names.');
            return runTests(['integration', 'product'], context);
        }
        return runTests(['integration', 'product', 'fault'], context);
    },
    e2e: async context => {
        const environment = { CHROME_PATH: await ensureBrowser(context.log) };
        await ensureBuilt(context.log);
        return runTests(['e2e'], context, environment);
    }
};
