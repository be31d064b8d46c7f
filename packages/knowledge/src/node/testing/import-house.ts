import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { FileBlobStore } from '@earshot/core/lib/node/blobs/file-blob-store';
import { JobQueue } from '@earshot/core/lib/node/jobs/job-queue';
import { JobRunner } from '@earshot/core/lib/node/jobs/job-runner';
import { JobService } from '@earshot/core/lib/node/jobs/job-service';
import { vi } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import type { ArticleImport } from '../../common/import/import-contract';
import type { ImportSettings } from '../../common/import/import-file';
import { HtmlFormat } from '../import/html-format';
import { ImportJob } from '../import/import-job';
import { ImportReading } from '../import/import-reading';
import { ImportService } from '../import/import-service';
import { ImportWriting } from '../import/import-writing';
import { MarkdownFormat } from '../import/markdown-format';
import { TableFormat } from '../import/table-format';
import { WordFormat } from '../import/word-format';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from './knowledge-house';

/** For integration tests: a knowledge base into which is imported, with jobs that really run. */
export interface TestImportHouse extends TestKnowledgeHouse {
    readonly imports: ImportService; readonly blobs: FileBlobStore;
    /** Hands a file in and waits until it is read. */
    read(name: string, bytes: Uint8Array, settings?: Partial<ImportSettings>, by?: TestPerson): Promise<ArticleImport>;
    settled(id: string, by?: TestPerson): Promise<ArticleImport>;
}

export async function openTestImportHouse(): Promise<TestImportHouse> {
    const house = await openTestKnowledgeHouse();
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-import-'));
    const blobs = new FileBlobStore({ dataFolder: folder });
    const queue = new JobQueue(house.connection);
    const job = new ImportJob(house.database, new ImportReading(house.database, blobs, { getContributions: () => [new MarkdownFormat(), new HtmlFormat(), new WordFormat(), new TableFormat()] }), new ImportWriting(house.database, house.editing));
    const kinds = { getContributions: () => [job] };
    const runner = new JobRunner(house.database, queue, house.sessions, kinds);
    const imports = new ImportService(house.database, new JobService(house.database, queue, kinds));
    await queue.run();
    await runner.run();
    const busy = ['reading', 'writing', 'undoing'];
    const settled: TestImportHouse['settled'] = (id, by = house.editor) => vi.waitFor(async () => {
        const now = await imports.get(by, id);
        if (busy.includes(now.state)) {
            throw new Error(`Still ${now.state}`);
        }
        return now;
    }, { timeout: 60_000, interval: 100 });
    return {
        ...house, imports, blobs, settled,
        read: async (name, bytes, settings = {}, by = house.editor) => {
            const blob = await blobs.put(Readable.from([bytes]), { mediaType: 'application/octet-stream', maxBytes: 1e9 });
            const { id } = await imports.add(by, { name, blob, settings: { language: 'en', kind: 'faq', categoryId: house.cards, splitAt: null, columns: null, ...settings } });
            return settled(id, by);
        },
        close: async () => {
            await runner.stop();
            await queue.stop();
            await house.close();
            await fs.rm(folder, { recursive: true, force: true });
        }
    };
}
