import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Principal, systemPrincipal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, invalid } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { Selectable } from 'kysely';
import { documentProblems } from '../../common/document/check-document';
import { isApproved, takersOf, type VersionAction, type VersionStep, versionStep } from '../../common/document/version-workflow';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { changeDocuments, documentChanged, effectiveVersion, hashOfContent, holdVersion, openVersion, requireVersion } from './document-change';
import type { DocumentTable, DocumentVersionTable } from './document-tables';
import { putInForce, retire } from './effect';
import { EffectGate } from './effect-gate';
import { versionComments } from './version-comments';
import { actorOf, approvalsOf, changeOf, holders, retirementOf } from './version-rows';

export interface StepInput { readonly id: string; readonly version: number; readonly action: VersionAction; readonly effectiveAt?: string; readonly reason?: string }

interface Taking {
    readonly transaction: TrainingTransaction; readonly log: ChangeLog; readonly principal: Principal; readonly document: Selectable<DocumentTable>; readonly row: Selectable<DocumentVersionTable>;
    readonly step: VersionStep; readonly input: StepInput; readonly now: Date;
}

/** Takes versions through their life, as the table of steps has it. */
@injectable()
export class VersionWorkflow {
    constructor(@inject(Database) private readonly database: Database, @inject(ContributionProvider) @named(EffectGate) private readonly gates: ContributionProvider<EffectGate>) { }

    /**
     * @throws NOT_FOUND; FORBIDDEN for a step that is somebody else's; INVALID when something is missing; CONFLICT 'step-not-possible', 'changed-meanwhile', 'own-version'
     *         (nobody approves what they wrote), 'version-approval-void', 'effective-day-passed', 'to-be-checked', 'version-under-way'
     */
    async act(principal: Principal, input: StepInput, now = new Date()): Promise<void> {
        await changeDocuments(this.database, principal, (transaction, log) => this.take(transaction, log, principal, input, now));
    }

    /** What is to take effect by now does so; what cannot is marked, and its owner is told once. @returns how many of both */
    async followCalendar(now: Date): Promise<{ effective: number; held: number }> {
        const due = await this.database.read<TrainingTables>().selectFrom('training.document_version').select(['id', 'version']).where('state', '=', 'scheduled').where('effective_at', '<=', now).execute();
        const counts = { effective: 0, held: 0 };
        for (const { id, version } of due) {
            try {
                await this.act(systemPrincipal('calendar'), { id, version, action: 'take-effect' }, now);
                counts.effective++;
            } catch (error) {
                const { code, data } = error as { readonly code?: string; readonly data?: { readonly reason?: string } };
                if (code === 'CONFLICT' && data?.reason === 'to-be-checked') {
                    await this.markHeld(id, now);
                    counts.held++;
                } else if (code !== 'CONFLICT') { // another back end may have been quicker
                    console.error(`Version ${id} of a document could not take effect:`, error);
                }
            }
        }
        return counts;
    }

    private async take(transaction: TrainingTransaction, log: ChangeLog, principal: Principal, input: StepInput, now: Date): Promise<void> {
        const { row, document, writable } = await holdVersion(transaction, principal, input.id);
        const step = versionStep(row.state, input.action);
        if (!step || input.action === 'edit' || input.action === 'discard' || input.action === 'supersede') {
            throw conflict('step-not-possible', { state: row.state, action: input.action });
        }
        requireTaker(principal, row, step, writable);
        requireVersion(row, input.version);
        const taking: Taking = { transaction, log, principal, document, row, step, input, now };
        await this.check(taking);
        await transaction.updateTable('training.document_version').set({
            // One that takes effect does so below, when the one before it has made room.
            state: step.next === 'effective' ? row.state : step.next!, version: row.version + 1, changed_at: now,
            ...step.next === 'effective' || step.next === 'obsolete' ? {} : { held_at: null, effective_at: step.next === 'scheduled' ? new Date(input.effectiveAt!) : null },
            ...step.voids || step.action === 'unschedule' ? { release_reason: null, released_by: null } : {}, ...step.action === 'submit' ? { submitted_at: now } : {}
        }).where('id', '=', row.id).execute();
        await this.follow(taking);
        await transaction.updateTable('training.document').set({ changed_at: now }).where('id', '=', document.id).execute();
        log.audit(`document.${step.action}`, 'documents', document.id, { version: row.id, major: row.major, minor: row.minor, hash: row.hash, next: step.next });
        documentChanged(log, { ...document, restricted: document.restricted || row.content.restricted }, row.contributors);
    }

    private async check(taking: Taking): Promise<void> {
        const { transaction, principal, document, row, step, input, now } = taking;
        if (step.action === 'submit') {
            const problems = documentProblems(row.content, (await effectiveVersion(transaction, document.id))?.content ?? null);
            if (problems.length) {
                throw invalid(problems.map(each => ({ path: `content.${each.path}`, code: each.code })));
            }
        }
        if (step.action === 'return' && !input.reason) {
            throw invalid([{ path: 'reason', code: 'too_small' }]);
        }
        if (step.action === 'schedule' && (!input.effectiveAt || Date.parse(input.effectiveAt) <= now.getTime())) {
            throw conflict('effective-day-passed', {});
        }
        if (step.action === 'retire' && await openVersion(transaction, document.id)) {
            throw conflict('version-under-way', {});
        }
        if (step.action === 'take-effect' || step.action === 'schedule') {
            // The hash is computed anew: what is stored must be what was approved, to the letter.
            if (!isApproved(hashOfContent(row.content), await approvalsOf(transaction, row.id), row.contributors)) {
                throw conflict('version-approval-void', {});
            }
            await this.passGates(taking, step.action === 'take-effect');
        }
        if (step.action === 'approve') {
            await transaction.insertInto('training.document_approval').values({ id: newId(), version_id: row.id, person_id: principal.personId!, hash: row.hash, at: now }).execute();
        }
        if (step.voids) {
            await transaction.updateTable('training.document_approval').set({ voided_at: now }).where('version_id', '=', row.id).where('voided_at', 'is', null).execute();
        }
    }

    /** What hangs on changed clauses is looked at first, or somebody says why not. @throws CONFLICT 'to-be-checked' */
    private async passGates({ transaction, log, principal, document, row, input }: Taking, now: boolean): Promise<void> {
        const held = await holders(transaction, this.gates.getContributions(), await changeOf(transaction, row, document.owner_id));
        if (held.length > 0 && input.reason && principal.personId) {
            await transaction.updateTable('training.document_version').set({ release_reason: input.reason, released_by: principal.personId }).where('id', '=', row.id).execute();
            log.audit('document.released', 'documents', document.id, { version: row.id, unchecked: held.reduce((sum, each) => sum + each.count, 0) });
        } else if (held.length > 0 && now && row.release_reason === null) {
            throw conflict('to-be-checked', { heldBy: held });
        }
    }

    private async follow({ transaction, log, document, row, step, input, now, principal }: Taking): Promise<void> {
        const link = linkTo('training', 'documents', document.id);
        switch (step.action) {
            case 'submit': break;
            case 'approve': {
                const change = await changeOf(transaction, row, document.owner_id);
                for (const gate of this.gates.getContributions()) {
                    await gate.approved(transaction, log, change);
                }
                if (row.author_id) {
                    log.notify(row.author_id, 'document.approved', { title: row.content.title }, link);
                }
                break;
            }
            case 'return':
                // It stays with the version, where it is answered and settled.
                await versionComments.add(transaction, { text: input.reason!, passage: null, parentId: null }, { version_id: row.id }, principal.personId!, now);
                row.contributors.filter(each => each !== principal.personId).forEach(each => log.notify(each, 'document.returned', { title: row.content.title, reason: input.reason }, link));
                break;
            case 'withdraw':
                if (row.state !== 'in-review') {
                    const change = await changeOf(transaction, row, document.owner_id);
                    for (const gate of this.gates.getContributions()) {
                        await gate.withdrawn(transaction, log, change);
                    }
                }
                break;
            case 'take-effect': {
                const changed = await putInForce(transaction, log, document, row, now);
                for (const gate of this.gates.getContributions()) {
                    await gate.tookEffect(transaction, log, changed);
                }
                break;
            }
            case 'retire':
                await retire(transaction, log, document, row, now);
                for (const gate of this.gates.getContributions()) {
                    await gate.approved(transaction, log, retirementOf(row, document.owner_id));
                }
                break;
            default:
        }
    }

    private async markHeld(id: string, now: Date): Promise<void> {
        await changeDocuments(this.database, systemPrincipal('calendar'), async (transaction, log) => {
            const { row, document } = await holdVersion(transaction, systemPrincipal('calendar'), id);
            if (row.state === 'scheduled' && row.held_at === null) {
                await transaction.updateTable('training.document_version').set({ held_at: now }).where('id', '=', id).execute();
                if (document.owner_id) {
                    log.notify(document.owner_id, 'document.held', { title: row.content.title }, linkTo('training', 'documents', document.id));
                }
                documentChanged(log, document, row.contributors);
            }
            log.audit('document.held', 'documents', document.id, { version: id });
        });
    }
}

/** @throws CONFLICT where it is one's own version that stands in the way; FORBIDDEN otherwise */
function requireTaker(principal: Principal, row: Selectable<DocumentVersionTable>, step: VersionStep, writable: boolean): void {
    if (principal.via === 'system' && step.who.includes('house')) {
        return;
    }
    const actor = actorOf(principal, writable);
    if (step.who.some(each => takersOf(actor, row.contributors).has(each))) {
        return;
    }
    if (step.who.includes('approver') && actor.approves) {
        throw conflict('own-version', {});
    }
    throw forbidden(step.who.includes('approver') ? 'document:approve' : 'document:write');
}
