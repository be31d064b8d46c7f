import { createHash, randomBytes } from 'node:crypto';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Kysely } from 'kysely';
import { type CertificateContent, certificateIsDue, heldTogether, sealedText } from '../../common/certificate/certificate';
import { codeBits, verificationCode } from '../../common/certificate/verification-code';
import { judgePeople, peopleToJudge } from '../certification/judge-people';
import type { Tables, TrainingTransaction } from '../training-tables';
import { metRequirements } from './met-requirements';

export const hashOf = (content: CertificateContent, code: string): string => createHash('sha256').update(sealedText(content, code)).digest('hex');

function newCode(): string {
    for (; ;) {
        const code = verificationCode(BigInt(`0x${randomBytes(12).toString('hex')}`) & (1n << BigInt(codeBits)) - 1n);
        if (code) {
            return code;
        }
    }
}

/**
 * Whose certificate somebody has revoked without anybody's having signed them off, or issued another one, since: what a person has decided, the house does not decide
 * anew.
 * @returns ids of person and position
 */
export const revokedLast = (database: Kysely<Tables>, personIds: readonly string[]) => database.selectFrom('training.certificate as last').select(['last.person_id', 'last.position_id']).where('last.person_id', 'in', [...personIds]).where('last.revoked_at', 'is not', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('training.sign_off as given').select('given.id').whereRef('given.person_id', '=', 'last.person_id').whereRef('given.position_id', '=', 'last.position_id').whereRef('given.at', '>=', 'last.revoked_at'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('training.certificate as later').select('later.id').whereRef('later.person_id', '=', 'last.person_id').whereRef('later.position_id', '=', 'last.position_id').whereRef('later.issued_at', '>=', 'last.revoked_at')))).execute();

export type Issued = { readonly id: string } | { readonly refused: 'not-complete' | 'certificate-stands' };

/**
 * Issues somebody's certificate where it is due; the present one is superseded. Whoever else issues one for the same person waits until this transaction has ended.
 * @param by who issues it by hand, whom a revocation before does not keep from it; the house by itself without
 */
export async function issueCertificate(transaction: TrainingTransaction, log: ChangeLog, personId: string, { by, now }: { readonly by?: Principal & { readonly personId: string }; readonly now: Date }): Promise<Issued> {
    const held = await transaction.selectFrom('core.person').select(['id', 'employee_number']).where('id', '=', personId).where('status', '=', 'active').forNoKeyUpdate().executeTakeFirst();
    const person = held && await peopleToJudge(transaction).where('person.id', '=', personId).executeTakeFirst();
    if (!held || !person?.rule || !person.position_id) {
        return { refused: 'not-complete' };
    }
    const { standings } = (await judgePeople(transaction, [person], now)).get(personId)!;
    const present = await transaction.selectFrom('training.certificate').select(['id', 'valid_until', 'content']).where('person_id', '=', personId).where('position_id', '=', person.position_id).where('superseded_at', 'is', null).where('revoked_at', 'is', null).executeTakeFirst();
    if (!certificateIsDue(standings, person.rule, present ? { validUntil: present.valid_until, requirements: present.content.requirements } : null)) {
        return { refused: present ? 'certificate-stands' : 'not-complete' };
    }
    if (!by && (await revokedLast(transaction, [personId])).some(each => each.position_id === person.position_id)) {
        return { refused: 'not-complete' };
    }
    const requirements = await metRequirements(transaction, { personId, positionId: person.position_id, validity: person.rule.validity }, standings, now);
    const house = await transaction.selectFrom('training.certificate_house').select('name').orderBy('named_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
    const issuer = by && await transaction.selectFrom('core.person').select('name').where('id', '=', by.personId).executeTakeFirst();
    const validUntil = heldTogether(standings);
    const [id, code] = [newId(), newCode()];
    const content: CertificateContent = {
        houseName: house?.name ?? null, personName: person.name, employeeNumber: held.employee_number, positionName: person.position_name!, requirements, ruleVersion: person.rule_version!,
        validFrom: now.toISOString(), validUntil: validUntil?.toISOString() ?? null, issuedByName: issuer?.name ?? null
    };
    if (present) {
        await transaction.updateTable('training.certificate').set({ superseded_at: now }).where('id', '=', present.id).execute();
    }
    const hash = hashOf(content, code);
    await transaction.insertInto('training.certificate').values({ id, person_id: personId, position_id: person.position_id, code, content: JSON.stringify(content), hash, issued_at: now, issued_by: by?.personId ?? null, valid_until: validUntil, supersedes: present?.id ?? null }).execute();
    log.audit('certificate.issued', 'certificates', id, { person: personId, hash, ...present ? { supersedes: present.id } : {} });
    log.notify(personId, 'certificate.issued', { position: person.position_name, validUntil: content.validUntil }, linkTo('training', 'certificates', id));
    log.event({ type: 'certificate.issued', entityId: id }, { permission: 'certification:read', people: [personId], teamId: person.team_id });
    return { id };
}
