import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { QuestionEditing } from '../question/question-editing';
import { QuestionEntity } from '../question/question-entity';
import { openTestDocumentHouse, type TestDocumentHouse } from '../testing/document-house';
import { testContent } from '../testing/question-house';
import { DocumentEntity } from './document-work';
import { TrainingMentions } from './training-mentions';

let house: TestDocumentHouse;
beforeAll(async () => { house = await openTestDocumentHouse(); });
afterAll(() => house.close());

const article = linkTo('knowledge', 'articles', '0190a000-0000-7000-8000-000000000001');

it('documents and questions that link to an article are known, what is in effect and what is only written', async () => {
    const mentions = new TrainingMentions(house.database);
    const text = `# Greeting\n\nSay [this](${article}).\n`;
    const inForce = await house.putInForce(await house.draft('In force', { text }));
    const written = await house.draft('Written', { text });
    const restricted = await house.draft('Restricted', { text, restricted: true });
    await house.draft('Another', {});
    const trainer = await house.person('trainer', { roles: ['trainer'] });
    const question = await new QuestionEditing(house.database).create(trainer, testContent({ question: { kind: 'single', prompt: `See [](${article})`, points: 1, shuffle: true, choices: [{ id: 'a', text: 'Yes', share: 1 }, { id: 'b', text: 'No', share: 0 }] } }));
    expect(await mentions.mentioning(article)).toEqual([
        { link: linkTo('training', 'documents', inForce.documentId), live: true, confidential: false }, { link: linkTo('training', 'documents', restricted.documentId), live: false, confidential: true },
        { link: linkTo('training', 'documents', written.documentId), live: false, confidential: false }, { link: linkTo('training', 'questions', question), live: false, confidential: false }
    ]);
    expect(await mentions.mentioning(linkTo('knowledge', 'articles', '0190a000-0000-7000-8000-000000000002'))).toEqual([]);
    expect(await new DocumentEntity(house.database).describe(house.owner, inForce.documentId)).toMatchObject({ title: 'In force' });
    expect(await new QuestionEntity(house.database).describe(trainer, question)).toMatchObject({ kind: 'question', title: 'Greeting' });
    expect(await new QuestionEntity(house.database).describe(house.agent, question)).toBeUndefined();
});
