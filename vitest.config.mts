import { defineConfig } from 'vitest/config';

const unit = ['packages/*/src/**/*.spec.ts', 'examples/*/src/**/*.spec.ts'];
const integration = ['packages/*/src/**/*.it.ts', 'examples/*/src/**/*.it.ts', 'test/fault/**/*.it.ts'];
const widgets = ['packages/*/src/**/*.spec.tsx'];
const setupFiles = ['./configs/setup-node.ts'];

export default defineConfig({
    test: {
        projects: [
            { test: { name: 'unit', include: unit, setupFiles } },
            { test: { name: 'widgets', include: widgets, environment: 'jsdom', setupFiles: ['./configs/setup-dom.ts'] } },
            { test: { name: 'integration', include: integration, setupFiles, globalSetup: ['./configs/setup-database.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 } }
        ]
    }
});
