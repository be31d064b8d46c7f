import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { TestProject } from 'vitest/node';
import { BackEnd } from '../../fixtures/back-end';
import type { SharedProduct } from './shared-product';

/** One product with the sample centre for all browser tests: to fill it takes longer than most of them. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
    const product = await BackEnd.start({ sample: true });
    const password = (await fs.readFile(path.join(product.dataFolder, 'sample-password'), 'utf8')).trim();
    const shared: SharedProduct = { url: product.url, password };
    project.provide('product', shared);
    return async () => {
        await product.remove();
        const complaints = product.output.split('\n').filter(each => /\b(error|unhandled|exception)\b/i.test(each));
        if (complaints.length > 0) {
            console.warn(`The product said:\n${complaints.slice(0, 40).join('\n')}`);
        }
    };
}
