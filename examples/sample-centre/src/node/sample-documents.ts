import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SessionService } from '@earshot/core/lib/node/access/session-service';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { DiagramService } from '@earshot/training/lib/node/diagram/diagram-service';
import { DocumentEditing } from '@earshot/training/lib/node/document/document-editing';
import { concerned } from '@earshot/training/lib/node/document/document-query';
import { DocumentReader } from '@earshot/training/lib/node/document/document-reader';
import { VersionWorkflow } from '@earshot/training/lib/node/document/version-workflow';
import type { TrainingTables } from '@earshot/training/lib/node/training-tables';
import type { Script } from '@earshot/training/lib/common/script/script';
import { longestReviewDays } from '@earshot/training/lib/common/document/document-content';
import type { VersionAction } from '@earshot/training/lib/common/document/version-workflow';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type SampleDocument, sampleDocuments } from '../common/sample-documents';
import { quieten } from './quieten';
import { sampleFolder } from './sample-folder';
import { signedIn, type Staff } from './signed-in';

type Named = ReadonlyMap<string, string>;

const dayMs = 86_400_000;
/** Shares are sums of binary fractions: 0.1 + 0.2 is a little more than 0.3. */
const rounding = 1e-9;

/** The process documents of the sample centre: written by their owner, approved by the manager, read by most. */
@injectable()
export class SampleDocuments {
    constructor(
        @inject(Database) private readonly database: Database, @inject(SessionService) private readonly sessions: SessionService, @inject(DocumentEditing) private readonly editing: DocumentEditing, @inject(DocumentReader) private readonly reader: DocumentReader,
        @inject(VersionWorkflow) private readonly workflow: VersionWorkflow, @inject(DiagramService) private readonly diagrams: DiagramService
    ) { }

    async add(people: Named): Promise<void> {
        const as = signedIn(this.sessions, people);
        const [owner, approver] = [await as('petra'), await as('otto')];
        const positions = new Map((await this.database.read().selectFrom('core.position').select(['code', 'id']).execute()).map(each => [each.code, each.id]));
        for (const document of sampleDocuments) {
            await this.addOne(document, owner, approver, positions);
        }
        await quieten(this.database, 'document');
    }

    private async addOne(document: SampleDocument, owner: Staff, approver: Staff, positions: Named): Promise<void> {
        const { files, notes = [], concerns, waits, effectiveDaysAgo, read, area = '' } = document;
        let documentId = '';
        for (const [place, file] of files.entries()) {
            const written = document.script ? { text: '', script: JSON.parse(await readFile(join(sampleFolder('scripts'), `${file}.json`), 'utf8')) as Script } : { text: await readFile(join(sampleFolder('documents'), `${file}.md`), 'utf8') };
            const { language, title, kind, chapter } = document;
            const id = place === 0 ? await this.editing.create(owner, { language, title, kind, chapter, area, ...written }) : await this.editing.begin(owner, documentId);
            const draft = await this.reader.version(owner, id);
            documentId = draft.documentId;
            const audience = concerns === 'everybody' ? { everybody: true } : { positionIds: concerns.map(each => positions.get(each)!) };
            const shown = await Promise.all((document.diagrams ?? []).map(async ({ id: diagram, name, files: drawn }) => ({ id: diagram, name, hash: (await this.diagrams.add(owner, { id, xml: await readFile(join(sampleFolder('diagrams'), `${drawn[place]!}.bpmn`), 'utf8') })).hash })));
            await this.editing.save(owner, { id, version: draft.version, content: { ...draft.content, ...audience, ...written, diagrams: shown }, note: notes[place] ?? null });
            const daysAgo = effectiveDaysAgo[place] ?? null;
            await this.lead(owner, approver, id, daysAgo === null ? waits! : 'effective');
            if (daysAgo !== null) {
                const inEffect = place === files.length - 1 || effectiveDaysAgo[place + 1] === null;
                await this.read(documentId, id, inEffect ? read : 1, daysAgo);
            }
        }
    }

    private async lead(owner: Staff, approver: Staff, id: string, to: 'effective' | 'in-review' | 'scheduled'): Promise<void> {
        const step = async (by: Staff, action: VersionAction, more: { readonly effectiveAt?: string } = {}): Promise<void> => this.workflow.act(by, { id, version: (await this.reader.version(by, id)).version, action, ...more });
        await step(owner, 'submit');
        if (to !== 'in-review') {
            await step(approver, 'approve');
            await (to === 'effective' ? step(owner, 'take-effect') : step(owner, 'schedule', { effectiveAt: new Date(Math.floor(Date.now() / dayMs) * dayMs + 6 * dayMs).toISOString() }));
        }
    }

    /** Dates a version back, and lets a share of those concerned have read it in the days after: spread by order, not at random, so that the sample is always the same. */
    private async read(documentId: string, versionId: string, share: number, daysAgo: number): Promise<void> {
        const at = new Date(Date.now() - daysAgo * dayMs);
        await this.database.write<void, TrainingTables>(systemPrincipal('sample centre'), async (transaction, log) => {
            const { hash, major, minor } = await transaction.selectFrom('training.document_version').select(['hash', 'major', 'minor']).where('id', '=', versionId).executeTakeFirstOrThrow();
            const people = await transaction.selectFrom('training.document as document').innerJoin('core.person as person', join => join.on(concerned)).select('person.id').where('document.id', '=', documentId).orderBy('person.employee_number').execute();
            const readers = people.filter((_, place) => Math.floor((place + 1) * share + rounding) > Math.floor(place * share + rounding));
            if (readers.length) {
                await transaction.insertInto('training.acknowledgement').values(readers.map(({ id }, place) => ({ version_id: versionId, person_id: id, document_id: documentId, major, minor, hash, at: new Date(Math.min(Date.now(), at.getTime() + (place % 4) * dayMs * 0.9 + place * 420_000)) }))).execute();
            }
            await transaction.updateTable('training.document_version').set({ took_effect_at: at, effective_at: at }).where('id', '=', versionId).execute();
            await transaction.updateTable('training.document_version').set({ obsolete_at: at }).where('document_id', '=', documentId).where('state', '=', 'obsolete').execute();
            await transaction.updateTable('training.document_approval').set({ at: new Date(at.getTime() - 3 * dayMs) }).where('version_id', '=', versionId).execute();
            await transaction.updateTable('training.document').set({ effective_at: at, major_since: at, reviewed_at: at, review_due_at: new Date(at.getTime() + longestReviewDays * dayMs) }).where('id', '=', documentId).execute();
            log.audit('sample.dated', 'documents', documentId);
        });
    }
}
