import type { MetRequirement } from '../../common/certificate/certificate';
import { callsCompleted, type Requirement, type RequirementStanding, type Validity } from '../../common/certification/may-take-calls';
import { passedExams } from '../certification/passed-exams';
import { concerned } from '../document/document-query';
import type { TrainingTransaction } from '../training-tables';
import { sql } from 'kysely';

interface Holder { readonly personId: string; readonly positionId: string; readonly validity: Validity }
type Of<Kind extends Requirement['kind']> = Extract<Requirement, { readonly kind: Kind }>;

async function exam(transaction: TrainingTransaction, { personId }: Holder, { id, examId }: Of<'exam'>, now: Date): Promise<MetRequirement> {
    const passed = await passedExams(transaction, [personId], [examId]);
    const { number, title, percent, at } = passed.filter(each => each.at <= now).reduce((last, each) => each.at > last.at ? each : last);
    return { kind: 'exam', id, examId, title, number, percent, at: at.toISOString() };
}

async function documents(transaction: TrainingTransaction, { personId }: Holder, { id }: Of<'documents'>, now: Date): Promise<MetRequirement> {
    const given = sql<Date>`(select min(given.at) from training.acknowledgement given where given.document_id = document.id and given.person_id = person.id and given.major = document.major)`;
    const found = await transaction.selectFrom('training.document as document').innerJoin('core.person as person', join => join.on(concerned)).where('document.state', '=', 'effective').where('person.id', '=', personId).where(sql<boolean>`${given} <= ${now}`)
        .select(({ fn }) => [fn.countAll<number>().as('documents'), sql<Date | null>`max(${given})`.as('at')]).executeTakeFirstOrThrow();
    return { kind: 'documents', id, documents: found.documents, at: found.at?.toISOString() ?? null };
}

async function supervisedCalls(transaction: TrainingTransaction, { personId, positionId, validity }: Holder, requirement: Of<'supervised-calls'>, now: Date): Promise<MetRequirement> {
    const { id, calls, percent: wanted } = requirement;
    const listened = await transaction.selectFrom('training.supervised_call').select(['percent', 'at']).where('person_id', '=', personId).where('position_id', '=', positionId).where('at', '<=', now).execute();
    const good = callsCompleted(listened, requirement, validity).completed.at(-1)!;
    return { kind: 'supervised-calls', id, calls, wanted, percent: Math.min(...good.map(each => each.percent)), at: good.at(-1)!.at.toISOString() };
}

async function signOff(transaction: TrainingTransaction, { personId, positionId }: Holder, { id }: Of<'sign-off'>, now: Date): Promise<MetRequirement> {
    const { name, at } = await transaction.selectFrom('training.sign_off as given').innerJoin('core.person as signer', 'signer.id', 'given.signed_by').select(['signer.name', 'given.at']).where('given.person_id', '=', personId).where('given.position_id', '=', positionId).where('given.at', '<=', now).orderBy('given.at', 'desc').limit(1).executeTakeFirstOrThrow();
    return { kind: 'sign-off', id, byName: name, at: at.toISOString() };
}

/** By what somebody met each requirement last. @param standings of which each is valid */
export async function metRequirements(transaction: TrainingTransaction, holder: Holder, standings: readonly RequirementStanding[], now: Date): Promise<readonly MetRequirement[]> {
    const met: MetRequirement[] = [];
    for (const { requirement } of standings) { // one after the other: a transaction asks one question at a time
        switch (requirement.kind) {
            case 'exam': met.push(await exam(transaction, holder, requirement, now)); break;
            case 'documents': met.push(await documents(transaction, holder, requirement, now)); break;
            case 'supervised-calls': met.push(await supervisedCalls(transaction, holder, requirement, now)); break;
            case 'sign-off': met.push(await signOff(transaction, holder, requirement, now)); break;
        }
    }
    return met;
}
