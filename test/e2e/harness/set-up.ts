import type { TestProject } from 'vitest/node';
import { samplePassword, startProduct } from './product';
import type { SharedProduct } from './shared-product';

/** One product with the sample centre for all browser tests: to fill it takes longer than most of them. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
    const product = await startProduct({ sample: true });
    const shared: SharedProduct = { url: product.url, password: await samplePassword(product) };
    project.provide('product', shared);
    return async () => {
        await product.stop();
        const complaints = product.output().split('\n').filter(each => /\b(error|unhandled|exception)\b/i.test(each));
        if (complaints.length > 0) {
            console.warn(`The product said:\n${complaints.slice(0, 40).join('\n')}`);
        }
    };
}
