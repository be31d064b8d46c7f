import type { MetRequirement } from '../../common/certificate/certificate';
import type { Requirement, RequirementStanding } from '../../common/certification/may-take-calls';
import { concerned } from '../document/document-query';
import type { TrainingTransaction } from '../training-tables';
import { sql } from 'kysely';

type Of<Kind extends Requirement['kind']> = Extract<Requirement, { readonly kind: Kind }>;

async function exam(transaction: TrainingTransaction, personId: string, { id, examId }: Of<'exam'>, now: Date): Promise<MetRequirement> {
    const { number, title, percent, submitted_at: at } = await transaction.selectFrom('training.attempt as attempt').innerJoin('training.exam_version as version', 'version.id', 'attempt.exam_version_id').select(['version.number', 'version.title', 'attempt.percent', 'attempt.submitted_at'])
        .where('attempt.person_id', '=', personId).where('version.exam_id', '=', examId).where('attempt.state', '=', 'released').where('attempt.passed', '=', true).where('attempt.submitted_at', '<=', now).orderBy('attempt.submitted_at', 'desc').limit(1).executeTakeFirstOrThrow();
    return { kind: 'exam', id, examId, title, number, percent: percent!, at: at!.toISOString() };
}

async function documents(transaction: TrainingTransaction, personId: string, { id }: Of<'documents'>, now: Date): Promise<MetRequirement> {
    const given = sql<Date>`(select min(given.at) from training.acknowledgement given where given.document_id = document.id and given.person_id = person.id and given.major = document.major)`;
    const found = await transaction.selectFrom('training.document as document').innerJoin('core.person as person', join => join.on(concerned)).where('document.state', '=', 'effective').where('person.id', '=', personId).where(sql<boolean>`${given} <= ${now}`)
        .select(({ fn }) => [fn.countAll<number>().as('documents'), sql<Date | null>`max(${given})`.as('at')]).executeTakeFirstOrThrow();
    return { kind: 'documents', id, documents: found.documents, at: found.at?.toISOString() ?? null };
}

async function supervisedCalls(transaction: TrainingTransaction, personId: string, { id, calls, percent: wanted }: Of<'supervised-calls'>, now: Date): Promise<MetRequirement> {
    const good = await transaction.selectFrom('training.supervised_call').select(['percent', 'at']).where('person_id', '=', personId).where('percent', '>=', wanted).where('at', '<=', now).orderBy('at', 'desc').limit(calls).execute();
    return { kind: 'supervised-calls', id, calls, wanted, percent: Math.min(...good.map(each => each.percent)), at: good[0]!.at.toISOString() };
}

async function signOff(transaction: TrainingTransaction, personId: string, { id }: Of<'sign-off'>, now: Date): Promise<MetRequirement> {
    const { name, at } = await transaction.selectFrom('training.sign_off as given').innerJoin('core.person as signer', 'signer.id', 'given.signed_by').select(['signer.name', 'given.at']).where('given.person_id', '=', personId).where('given.at', '<=', now).orderBy('given.at', 'desc').limit(1).executeTakeFirstOrThrow();
    return { kind: 'sign-off', id, byName: name, at: at.toISOString() };
}

/** By what somebody met each requirement last. @param standings of which each is valid */
export async function metRequirements(transaction: TrainingTransaction, personId: string, standings: readonly RequirementStanding[], now: Date): Promise<readonly MetRequirement[]> {
    const met: MetRequirement[] = [];
    for (const { requirement } of standings) { // one after the other: a transaction asks one question at a time
        switch (requirement.kind) {
            case 'exam': met.push(await exam(transaction, personId, requirement, now)); break;
            case 'documents': met.push(await documents(transaction, personId, requirement, now)); break;
            case 'supervised-calls': met.push(await supervisedCalls(transaction, personId, requirement, now)); break;
            case 'sign-off': met.push(await signOff(transaction, personId, requirement, now)); break;
        }
    }
    return met;
}
