import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { FileBlobStore } from '@earshot/core/lib/node/blobs/file-blob-store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentLimits } from '../../common/attachment/attachment-contract';
import { attachmentLink } from '../../common/attachment/attachment-links';
import type { KnowledgeTables } from '../knowledge-tables';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';
import { safeName } from '../../common/attachment/safe-name';
import { AttachmentService } from './attachment-service';
import { AttachmentSweeping } from './attachment-sweeping';

const day = 86_400_000;
/** The smallest picture there is: one pixel. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let house: TestKnowledgeHouse;
let folder: string;
let service: AttachmentService;
beforeAll(async () => {
    house = await openTestKnowledgeHouse();
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'attachments-'));
    service = new AttachmentService(house.database, new FileBlobStore({ dataFolder: folder }));
});
afterAll(async () => {
    await house.close();
    await fs.rm(folder, { recursive: true, force: true });
});

const add = (articleId: string, content: string | Buffer = pixel, name = 'screen.png', by = house.editor) => service.add(by, articleId, name, Readable.from([Buffer.from(content)]));
const showing = (id: string) => ({ parts: { short: 'Short', full: `See ![screen](attachment:${id})` } });

describe('a file', () => {
    it('is taken in by what it is, once for the same bytes', async () => {
        const { articleId } = await house.draft('Taken in');
        const picture = await add(articleId, pixel, '../a\\screen:1.exe');
        expect(picture).toMatchObject({ name: 'screen 1.png', mediaType: 'image/png', width: 1, height: 1, bytes: pixel.length, place: 'nowhere', personName: 'editor' });
        expect((await add(articleId, pixel, 'again.png')).id).toBe(picture.id);
        const [before, after] = [pixel.subarray(0, 33), pixel.subarray(33)]; // behind the signature and the head: where words may stand
        const words = Buffer.from('Author\0Kai at home');
        const length = Buffer.alloc(4);
        length.writeUInt32BE(words.length);
        const described = Buffer.concat([before, length, Buffer.from('tEXt'), words, Buffer.alloc(4), after]);
        expect((await add(articleId, described, 'described.png')).id).toBe(picture.id);
        await expect(add(articleId, 'MZ\u0000\u0001')).rejects.toMatchObject({ data: { problems: [{ code: 'attachment-unknown' }] } });
        await expect(add(articleId, '')).rejects.toMatchObject({ data: { problems: [{ code: 'file-empty' }] } });
        await expect(add(articleId, Buffer.alloc(attachmentLimits.bytes + 1))).rejects.toMatchObject({ data: { problems: [{ code: 'attachment-too-large' }] } });
        await expect(add(articleId, pixel, 'x.png', house.agent)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(safeName('Fees.CSV', 'txt')).toBe('Fees.csv');
    });

    it('is seen by whoever sees a revision that shows it, and by nobody else', async () => {
        const draft = await house.draft('Seen', { audience: [`team:${house.cardsTeam}`, 'role:approver'] });
        const { id } = await add(draft.articleId);
        const saved = await house.save(house.editor, draft, showing(id));
        await expect(service.find(house.agent, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await house.publish(saved);
        expect((await service.find(house.agent, id)).media_type).toBe('image/png');
        expect(await service.list(house.agent, draft.articleId)).toMatchObject([{ id, place: 'current' }]);
        const stranger = await house.person('stranger', { roles: ['agent'] });
        await expect(service.find(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(service.list(stranger, draft.articleId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('that a draft adds is not seen by readers before it is published', async () => {
        const live = await house.publish(await house.draft('Grows'));
        const next = await house.articles.revision(house.editor, await house.editing.begin(house.editor, live.articleId));
        const { id } = await add(live.articleId, 'a draft only', 'draft.txt');
        await house.save(house.editor, next, { parts: { short: 'Short', full: attachmentLink({ id, name: 'draft.txt', picture: false }) } });
        expect(await service.list(house.agent, live.articleId)).toEqual([]);
        await expect(service.find(house.agent, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect((await service.list(house.editor, live.articleId)).map(each => each.id)).toEqual([id]);
    });

    it('cannot be reached by naming its id in an article of one\'s own', async () => {
        const hidden = await house.draft('Hidden', { audience: ['role:approver'] });
        const { id } = await add(hidden.articleId, 'a secret', 'secret.txt');
        await house.publish(await house.save(house.editor, hidden, { parts: { short: 'Short', full: attachmentLink({ id, name: 'secret.txt', picture: false }) } }));
        const spy = await house.person('spy', { roles: ['process-owner'] });
        await house.draft('Bait', showing(id), spy);
        await expect(service.find(spy, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('is shown in another article by whoever may see it, and to its readers then', async () => {
        const first = await house.draft('First', { audience: ['role:knowledge-editor'] });
        const { id } = await add(first.articleId, 'to be shared', 'shared.txt');
        await house.save(house.editor, first, showing(id));
        await house.publish(await house.draft('Second', showing(id)));
        expect((await service.find(house.agent, id)).id).toBe(id);
    });
});

describe('taking a file away', () => {
    it('waits until nothing that is read or written shows it; earlier revisions keep it', async () => {
        const draft = await house.draft('Kept');
        const { id } = await add(draft.articleId, 'kept by history', 'history.txt');
        const live = await house.publish(await house.save(house.editor, draft, showing(id)));
        await expect(service.remove(house.editor, id)).rejects.toMatchObject({ data: { reason: 'attachment-in-use' } });
        const next = await house.articles.revision(house.editor, await house.editing.begin(house.editor, live.articleId));
        await house.publish(await house.save(house.editor, next, { parts: { short: 'Short', full: 'Without' } }));
        await service.remove(house.editor, id);
        expect(await service.list(house.editor, live.articleId)).toEqual([]);
        expect((await service.find(house.editor, id)).name).toBe('history.txt');
        await expect(service.find(house.agent, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await new AttachmentSweeping(house.database).sweep(new Date(Date.now() + 30 * day))).toBeGreaterThanOrEqual(0);
        expect((await service.find(house.editor, id)).name).toBe('history.txt');
        await service.restore(house.editor, id);
        expect(await service.list(house.editor, live.articleId)).toMatchObject([{ id, place: 'earlier' }]);
    });

    it('lets go of the bytes a night later, and can be taken back until then', async () => {
        const draft = await house.draft('Swept');
        const { id, hash } = await add(draft.articleId, 'to be swept', 'swept.txt');
        const kept = () => house.database.read<KnowledgeTables>().selectFrom('core.blob').select('hash').where('hash', '=', hash).execute();
        await service.remove(house.editor, id);
        await new AttachmentSweeping(house.database).sweep(new Date());
        await service.restore(house.editor, id);
        await service.remove(house.editor, id);
        expect(await kept()).toHaveLength(1);
        await new AttachmentSweeping(house.database).sweep(new Date(Date.now() + 2 * day));
        expect(await kept()).toEqual([]);
        await expect(service.restore(house.editor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('comes with the draft that is thrown away', async () => {
        const draft = await house.draft('Thrown away');
        const { id, hash } = await add(draft.articleId, 'thrown away', 'away.txt');
        const saved = await house.save(house.editor, draft, showing(id));
        await house.editing.discard(house.editor, saved.id);
        await new AttachmentSweeping(house.database).sweep(new Date(Date.now() + 8 * day));
        expect(await house.database.read<KnowledgeTables>().selectFrom('core.blob').select('hash').where('hash', '=', hash).execute()).toEqual([]);
    });
});
