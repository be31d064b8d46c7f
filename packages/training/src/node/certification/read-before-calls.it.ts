import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { CertificateIssuing } from '../certificate/certificate-issuing';
import { openTestDocumentHouse, type TestDocumentHouse } from '../testing/document-house';
import { CertificationService } from './certification-service';

let house: TestDocumentHouse;
let certifications: CertificationService;
let trainer: TestDocumentHouse['agent'];
beforeAll(async () => {
    house = await openTestDocumentHouse();
    certifications = new CertificationService(house.database);
    trainer = await house.person(newId(), { roles: ['trainer'] });
    await certifications.setRule(trainer, { id: house.agents, version: 0, rule: { requirements: [{ kind: 'documents', id: 'd' }], validity: { kind: 'completion', months: 12 }, graceDays: 0, introductionDays: 0 } });
});
afterAll(() => house.close());

describe('documents that are asked for', () => {
    it('are read before the first certification; what is new afterwards within its time', async () => {
        const of = async () => certifications.of(trainer, house.agent.personId);
        const first = await house.putInForce(await house.draft('Greeting callers'));
        expect(await of()).toMatchObject({ may: false, standings: [{ state: 'missing', open: ['Greeting callers'], done: 0, of: 1 }] });
        await house.acknowledge(house.agent, first);
        await new CertificateIssuing(house.database).run();
        await house.putInForce(await house.draft('Lost cards'));
        expect(await of()).toMatchObject({ may: true, standings: [{ state: 'grace', open: ['Lost cards'], done: 1, of: 2 }] });
        expect(await certifications.of(trainer, house.colleague.personId)).toMatchObject({ may: false });
    });
    it('are named only to who may know of them, and counted for everybody', async () => {
        await house.putInForce(await house.draft('Fraud cases', { restricted: true }));
        const open = async (reader: TestDocumentHouse['agent']) => (await certifications.of(reader, house.colleague.personId)).standings.map(each => [each.open.includes('Fraud cases'), each.of - each.done]);
        expect(await open(house.colleague)).toEqual([[true, 3]]);
        expect(await open(trainer)).toEqual([[false, 3]]);
        expect((await certifications.board(trainer, { limit: 50 })).rows.flatMap(each => each.standings).some(each => each.open.includes('Fraud cases'))).toBe(false);
    });
});
