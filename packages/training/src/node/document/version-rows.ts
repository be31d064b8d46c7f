import type { Principal } from '@earshot/core/lib/node/api/context';
import { type Kysely, type Selectable, sql } from 'kysely';
import { comparedClauses, diagramsOf } from '../../common/diagram/placed-diagrams';
import { changedClauses } from '../../common/document/compare-clauses';
import type { DocumentVersion, VersionRow } from '../../common/document/document-contract';
import { versionNumberText } from '../../common/document/version-number';
import { type Approval, possibleSteps, takersOf } from '../../common/document/version-workflow';
import type { Tables } from '../training-tables';
import { moment } from './document-query';
import type { DocumentVersionTable } from './document-tables';
import type { EffectGate, VersionChange } from './effect-gate';

export interface ApprovalFound extends Approval { readonly personName: string; readonly at: Date }

export async function approvalsOf(database: Kysely<Tables>, versionId: string): Promise<readonly ApprovalFound[]> {
    const rows = await database.selectFrom('training.document_approval as approval').innerJoin('core.person as person', 'person.id', 'approval.person_id')
        .select(['approval.person_id', 'person.name', 'approval.hash', 'approval.at', 'approval.voided_at']).where('approval.version_id', '=', versionId).orderBy('approval.id').execute();
    return rows.map(each => ({ personId: each.person_id, personName: each.name, hash: each.hash, at: each.at, voided: each.voided_at !== null }));
}

export const actorOf = (principal: Principal, writes: boolean) => ({ personId: principal.personId ?? '', writes, approves: principal.permissions.has('document:approve') });

const aboutVersion = (row: Selectable<DocumentVersionTable>, ownerId: string | null): Omit<VersionChange, 'clauses'> =>
    ({ documentId: row.document_id, versionId: row.id, title: row.content.title, number: versionNumberText(row), size: row.content.change, ownerId });

/** What a version changes against the one in effect; against the last that was, where the document was retired. */
export async function changeOf(database: Kysely<Tables>, row: Selectable<DocumentVersionTable>, ownerId: string | null): Promise<VersionChange> {
    const inEffect = await database.selectFrom('training.document_version').select('content').where('document_id', '=', row.document_id).where('state', 'in', ['effective', 'obsolete']).where('id', '<>', row.id)
        .orderBy(sql`state = 'effective'`, 'desc').orderBy('major', 'desc').orderBy('minor', 'desc').limit(1).executeTakeFirst();
    return { ...aboutVersion(row, ownerId), clauses: changedClauses(inEffect ? comparedClauses(inEffect.content) : [], comparedClauses(row.content)) };
}

/** What retiring the version in effect changes: every clause goes. */
export const retirementOf = (row: Selectable<DocumentVersionTable>, ownerId: string | null): VersionChange =>
    ({ ...aboutVersion(row, ownerId), clauses: changedClauses(comparedClauses(row.content), []) });

/** What keeps a version from taking effect. */
export async function holders(database: Kysely<Tables>, gates: readonly EffectGate[], change: VersionChange): Promise<{ kind: string; count: number }[]> {
    const found: { kind: string; count: number }[] = [];
    for (const gate of gates) {
        const count = await gate.toBeChecked(database, change);
        if (count > 0) {
            found.push({ kind: gate.kind, count });
        }
    }
    return found;
}

export const versionRows = (database: Kysely<Tables>) => database.selectFrom('training.document_version as version')
    .innerJoin('training.document as document', 'document.id', 'version.document_id').leftJoin('core.person as author', 'author.id', 'version.author_id')
    .select(['version.id', 'version.document_id', 'version.major', 'version.minor', 'version.state', 'version.hash', 'version.author_id', 'author.name as author_name', 'version.note', 'version.effective_at', 'version.took_effect_at', 'version.obsolete_at', 'version.changed_at', 'version.version'])
    .select(sql<string>`version.content ->> 'title'`.as('title'));

type VersionRowFound = Awaited<ReturnType<ReturnType<typeof versionRows>['executeTakeFirstOrThrow']>>;

export const showVersionRow = (row: VersionRowFound): VersionRow => ({
    id: row.id, documentId: row.document_id, number: versionNumberText(row), state: row.state, title: row.title, hash: row.hash, authorId: row.author_id, authorName: row.author_name, note: row.note,
    effectiveAt: moment(row.effective_at), tookEffectAt: moment(row.took_effect_at), obsoleteAt: moment(row.obsolete_at), changedAt: row.changed_at.toISOString(), version: row.version
});

export interface VersionShown {
    readonly row: Selectable<DocumentVersionTable>; readonly authorName: string | null; readonly releasedByName: string | null; readonly writable: boolean;
    readonly approvals: readonly ApprovalFound[]; readonly openComments: number; readonly heldBy: { kind: string; count: number }[];
}

export function showVersion(principal: Principal, { row, authorName, releasedByName, writable, approvals, openComments, heldBy }: VersionShown): DocumentVersion {
    return {
        ...showVersionRow({ ...row, author_name: authorName, title: row.content.title }), content: { ...row.content, positionIds: [...row.content.positionIds], diagrams: [...diagramsOf(row.content)] }, approvals: approvals.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })), heldBy, openComments,
        releaseReason: row.release_reason, releasedByName, may: [...possibleSteps(row.state, takersOf(actorOf(principal, writable), row.contributors))]
    };
}
