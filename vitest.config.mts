import { defineConfig } from 'vitest/config';

const unit = ['packages/*/src/**/*.spec.ts', 'examples/*/src/**/*.spec.ts', 'scripts/**/*.spec.mjs'];
const widgets = ['packages/*/src/**/*.spec.tsx'];
const integration = ['packages/*/src/**/*.it.ts', 'examples/*/src/**/*.it.ts', 'test/fault/**/*.it.ts', 'test/matrix/**/*.it.ts', 'configs/*.it.ts'];
const browser = ['test/e2e/**/*.e2e.ts'];
const setupFiles = ['./configs/setup-node.ts'];

// Projects with different numbers of workers cannot run together: each has its turn.
export default defineConfig({
    test: {
        projects: [
            { test: { name: 'unit', include: unit, setupFiles, testTimeout: 60_000, sequence: { groupOrder: 0 } } },
            { test: { name: 'widgets', include: widgets, environment: 'jsdom', setupFiles: ['./configs/setup-dom.ts'], testTimeout: 60_000, sequence: { groupOrder: 1 } } },
            {
                test: {
                    name: 'integration', include: integration, setupFiles, globalSetup: ['./configs/setup-database.ts'],
                    testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, sequence: { groupOrder: 2 }
                }
            },
            {
                test: {
                    name: 'e2e', include: browser, setupFiles, globalSetup: ['./test/e2e/harness/set-up.ts'],
                    testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 1, fileParallelism: false, sequence: { groupOrder: 3 }
                }
            }
        ]
    }
});
