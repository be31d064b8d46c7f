import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const packages = fileURLToPath(new URL('./packages', import.meta.url));
/**
 * What a package imports of another one comes from its sources here: nothing need be built, and no module is there twice, once compiled and
 * once not. Only `audio` stays as it was compiled: it starts a thread, and a thread begins with a file that Node itself can read.
 */
const alias = [
    { find: /^@earshot\/sample-centre\/lib\//, replacement: fileURLToPath(new URL('./examples/sample-centre/src/', import.meta.url)) },
    { find: /^@earshot\/((?!audio\/)[a-z-]+)\/lib\//, replacement: `${packages}/$1/src/` },
    { find: /^@earshot\/(forms|search|statistics)$/, replacement: `${packages}/$1/src/index.ts` }
];

const unit = ['packages/*/src/**/*.spec.ts', 'examples/*/src/**/*.spec.ts', 'scripts/**/*.spec.mjs'];
const widgets = ['packages/*/src/**/*.spec.tsx'];
/** What starts the back end of the product on the database of the tests, or puts something else in the place of a module. */
const product = ['test/matrix/**/*.it.ts', 'packages/core/src/node/access/guessing.it.ts'];
/** What starts the built product with the database that it brings, and kills both. */
const fault = ['test/fault/**/*.it.ts'];
const integration = ['packages/*/src/**/*.it.ts', 'examples/*/src/**/*.it.ts', 'configs/*.it.ts'];
const browser = ['test/e2e/**/*.e2e.ts'];
const setupFiles = ['./configs/setup-node.ts'];

/** What reads every text of the sample centre comes before the tests that write texts of their own into it; the others as Vitest finds best. */
class SampleFirst extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
        const sorted = await super.sort(files);
        const readsSample = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('/words.e2e.ts');
        return [...sorted.filter(readsSample), ...sorted.filter(each => !readsSample(each))];
    }
}

/** Its files share the modules that a worker has loaded: loading them anew for each takes a third of the time. Nothing of a module is replaced in these tests. */
const sharesModules = { isolate: false };

const onDatabase = {
    setupFiles, globalSetup: ['./configs/setup-database.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, sequence: { groupOrder: 2 }
};

// Projects with different numbers of workers cannot run together: each has its turn.
export default defineConfig({
    resolve: { alias },
    test: {
        sequence: { sequencer: SampleFirst },
        projects: [
            { extends: true, test: { name: 'unit', include: unit, setupFiles, ...sharesModules, testTimeout: 60_000, sequence: { groupOrder: 0 } } },
            { extends: true, test: { name: 'widgets', include: widgets, environment: 'jsdom', setupFiles: ['./configs/setup-dom.ts'], testTimeout: 60_000, sequence: { groupOrder: 1 } } },
            { extends: true, test: { name: 'integration', include: integration, exclude: product, ...sharesModules, ...onDatabase } },
            { extends: true, test: { name: 'product', include: product, ...onDatabase } },
            { extends: true, test: { name: 'fault', include: fault, ...onDatabase, globalSetup: [] } },
            {
                extends: true,
                test: {
                    name: 'e2e', include: browser, setupFiles, ...sharesModules, globalSetup: ['./test/e2e/harness/set-up.ts'],
                    // a machine that does much else takes its time for each of a hundred steps; what waits for something waits for it, not for a while
                    testTimeout: 600_000, hookTimeout: 600_000, expect: { poll: { timeout: 60_000, interval: 100 } }, maxWorkers: 1, fileParallelism: false, sequence: { groupOrder: 3 }
                }
            }
        ]
    }
});
