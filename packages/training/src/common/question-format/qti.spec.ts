import { describe, expect, it } from 'vitest';
import { mark } from '../question/mark';
import type { Question } from '../question/question';
import { formatOfFile } from './format-of-file';
import { readQuestions } from './formats';
import { qti } from './qti';
import { filesOf, packageText } from './qti-package';

const templates = 'http://www.imsglobal.org/question/qti_v2p1/rptemplates';
const item = (declarations: string, body: string, rules = `<responseProcessing template="${templates}/match_correct"/>`, about = ''): string =>
    `<?xml version="1.0"?>\n<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="item1" title="Card lost" adaptive="false" timeDependent="false"${about}>${declarations}<itemBody>${body}</itemBody>${rules}</assessmentItem>`;
const declared = (baseType: string, values: readonly string[], more = '', cardinality = 'single', id = 'RESPONSE'): string =>
    `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${baseType}"><correctResponse>${values.map(each => `<value>${each}</value>`).join('')}</correctResponse>${more}</responseDeclaration>`;
const read = (text: string) => readQuestions('qti', text);
const question = (text: string): Question => {
    const { questions, problems } = read(text);
    expect(problems).toEqual([]);
    return questions[0]!.question;
};
const codes = (text: string) => read(text).problems.map(each => each.code);
const choices = '<simpleChoice identifier="A">Block it</simpleChoice><simpleChoice identifier="B">Wait</simpleChoice><simpleChoice identifier="C">Tell the <em>bank</em></simpleChoice>';
const choice = (most: number): string => `<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="${most}"><prompt>What do you do?</prompt>${choices}</choiceInteraction>`;
const entry = '<textEntryInteraction responseIdentifier="RESPONSE"/>';

describe('items of other programs', () => {
    it('of single and multiple choice', () => {
        expect(question(item(declared('identifier', ['A']), `<p>A card is lost.</p>${choice(1)}`))).toMatchObject({ kind: 'single', prompt: 'A card is lost.\n\nWhat do you do?', shuffle: true, choices: [{ text: 'Block it', share: 1 }, { share: 0 }, { text: 'Tell the *bank*', share: 0 }] });
        expect(question(item(declared('identifier', ['A', 'C'], '', 'multiple'), choice(0)))).toMatchObject({ kind: 'multiple', credit: 'all-or-nothing', choices: [{ share: 0.5 }, { share: 0 }, { share: 0.5 }] });
        const mapping = '<mapping lowerBound="0" upperBound="4"><mapEntry mapKey="A" mappedValue="3"/><mapEntry mapKey="C" mappedValue="1"/><mapEntry mapKey="B" mappedValue="-2"/></mapping>';
        expect(question(item(declared('identifier', ['A', 'C'], mapping, 'multiple'), choice(0), `<responseProcessing template="${templates}/map_response"/>`))).toMatchObject({ kind: 'multiple', credit: 'shares', points: 4, choices: [{ share: 0.75 }, { share: -0.5 }, { share: 0.25 }] });
    });
    it('of a short answer, and of a text with gaps', () => {
        const mapping = '<mapping><mapEntry mapKey="hotline" mappedValue="2"/><mapEntry mapKey="hot*line" mappedValue="1"/></mapping>';
        expect(question(item(declared('string', ['hotline'], mapping), `<p>Where does one call? ${entry}</p>`, `<responseProcessing template="${templates}/map_response"/>`))).toMatchObject({ kind: 'short', prompt: 'Where does one call?', points: 2, caseSensitive: false, accepted: [{ text: 'hotline', share: 1 }, { text: 'hot\\*line', share: 0.5 }] });
        expect(question(item(declared('string', ['hotline']), `<p>Call the ${entry} at once.</p>`))).toMatchObject({ kind: 'gaps', prompt: 'Call the [[1]] at once.', gaps: [{ kind: 'short', caseSensitive: true }] });
        const inline = '<inlineChoiceInteraction responseIdentifier="RESPONSE" shuffle="false"><inlineChoice identifier="A">block</inlineChoice><inlineChoice identifier="B">use</inlineChoice></inlineChoiceInteraction>';
        expect(question(item(declared('identifier', ['A']), `<p>First ${inline} the card.</p>`))).toMatchObject({ kind: 'gaps', gaps: [{ kind: 'choice', choices: [{ text: 'block', share: 1 }, { text: 'use', share: 0 }] }] });
    });
    it('of numbers, with what they may differ by in numbers or in percent', () => {
        const rule = (mode: string, tolerance: string): string => `<responseProcessing><responseCondition><responseIf><equal toleranceMode="${mode}" tolerance="${tolerance}"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">5</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`;
        const numeric = (mode: string, tolerance: string): Question => question(item(declared('float', ['200']), `<p>How many? ${entry}</p>`, rule(mode, tolerance)));
        expect(numeric('absolute', '0.5')).toMatchObject({ kind: 'numeric', points: 5, accepted: [{ value: 200, tolerance: 0.5, share: 1 }] });
        expect(numeric('relative', '5')).toMatchObject({ accepted: [{ value: 200, tolerance: 10 }] });
        expect(numeric('absolute', '1 2')).toMatchObject({ accepted: [{ minimum: 199, maximum: 202 }] });
        expect(mark(numeric('absolute', '0.5'), { kind: 'numeric', text: '200.4' })).toMatchObject({ share: 1 });
    });
    it('of pairs, of an order and of an essay', () => {
        const sets = '<simpleMatchSet><simpleAssociableChoice identifier="a">One</simpleAssociableChoice><simpleAssociableChoice identifier="b">Two</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="x">Eins</simpleAssociableChoice><simpleAssociableChoice identifier="y">Zwei</simpleAssociableChoice><simpleAssociableChoice identifier="z">Drei</simpleAssociableChoice></simpleMatchSet>';
        expect(read(item(declared('directedPair', ['a x', 'b y'], '', 'multiple'), `<matchInteraction responseIdentifier="RESPONSE" shuffle="false" maxAssociations="2"><prompt>Match</prompt>${sets}</matchInteraction>`)).questions)
            .toMatchObject([{ notes: ['credit'], question: { kind: 'matching', pairs: [{ stem: 'One', match: 'Eins' }, { stem: 'Two', match: 'Zwei' }], extras: [{ text: 'Drei' }] } }]);
        expect(question(item(declared('identifier', ['C', 'A', 'B'], '', 'ordered'), `<orderInteraction responseIdentifier="RESPONSE" shuffle="true"><prompt>Order</prompt>${choices}</orderInteraction>`))).toMatchObject({ kind: 'ordering', credit: 'all-or-nothing', items: [{ text: 'Tell the *bank*' }, { text: 'Block it' }, { text: 'Wait' }] });
        expect(question(item('<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>', '<p>Write.</p><extendedTextInteraction responseIdentifier="RESPONSE"/><rubricBlock view="scorer"><p>Friendly?</p></rubricBlock>', ''))).toEqual({ kind: 'essay', prompt: 'Write.', points: 1, hints: 'Friendly?' });
    });
    it('of a package: by its files, with what the manifest says of them', () => {
        const manifest = '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources><resource identifier="R" type="imsqti_item_xmlv2p1" href="one.xml"><metadata><lom><general><keyword><langstring>cards</langstring></keyword></general></lom></metadata></resource></resources></manifest>';
        const { questions, problems } = read(packageText([{ path: 'imsmanifest.xml', text: manifest }, { path: 'one.xml', text: item(declared('identifier', ['A']), choice(1)) }, { path: 'two.xml', text: '\n<assessmentItem>' }]));
        expect(questions).toMatchObject([{ file: 'one.xml', line: 2, tags: ['cards'], category: '', externalId: null, name: 'Card lost' }]);
        expect(problems).toMatchObject([{ file: 'two.xml', line: 2, code: 'xml-broken' }]);
    });
});

describe('what is not taken over', () => {
    it.each([
        ['unsupported-kind', item(declared('point', ['1 2']), '<hotspotInteraction responseIdentifier="RESPONSE" maxChoices="1"/>')], ['several-questions', item(declared('identifier', ['A']), choice(1) + choice(1))],
        ['key-missing', item('<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>', choice(1))], ['other-rule', item(declared('identifier', ['A']), choice(1), `<responseProcessing template="${templates}/map_response_point"/>`)],
        ['other-rule', item(declared('identifier', ['A']), choice(1), '<responseProcessing><responseCondition><responseIf><customOperator/></responseIf></responseCondition></responseProcessing>')], ['other-rule', item(declared('identifier', ['A']), choice(1)).replace('adaptive="false"', 'adaptive="true"')],
        ['other-version', '<qti-assessment-item identifier="a"><qti-item-body/></qti-assessment-item>'], ['description', item('', '<p>Read this first.</p>')], ['unsound', item(declared('identifier', ['A']), choice(1).replaceAll('Wait', 'Block it'))]
    ])('%s is said', (code, text) => expect(codes(text)).toEqual([code]));
    it('pictures are named, and their descriptions stay', () => {
        expect(read(item(declared('identifier', ['A']), `<p>See <img src="card.png" alt="the card"/></p>${choice(1)}`)).questions).toMatchObject([{ notes: ['images'], question: { prompt: 'See the card\n\nWhat do you do?' } }]);
    });
    it('entities and what lies elsewhere mean nothing', () => {
        const bomb = `<!DOCTYPE x [<!ENTITY a "${'A'.repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>\n`;
        const text = item(declared('identifier', ['A']), choice(1).replace('What do you do?', '&b;&c;'));
        expect(question(bomb + text).prompt).toBe('&b;&c;');
        expect(codes(text.replace('<itemBody>', '<!DOCTYPE x [<!ENTITY a "b">]><itemBody>'))).toEqual(['xml-broken']);
    });
});

describe('what goes out', () => {
    it('is a package with a manifest, whose items say in XHTML what is asked', () => {
        const { text, left } = qti.write([{ question: { kind: 'single', prompt: '**Block** it?', points: 2, shuffle: true, choices: [{ id: 'a', text: 'Yes', share: 1, feedback: 'Right.' }, { id: 'b', text: 'No', share: -0.5 }] }, name: 'Card', category: 'Cards/Lost', tags: ['card'], externalId: 'q-7' }]);
        const [manifest, first] = filesOf(text);
        expect([left, manifest?.path, first?.path]).toEqual([[], 'imsmanifest.xml', 'item-1.xml']);
        expect(manifest?.text).toContain('href="item-1.xml"');
        expect(first?.text).toContain('<p><strong>Block</strong> it?</p>');
        expect(first?.text).toContain('<mapEntry mapKey="A2" mappedValue="-1"/>');
        expect(formatOfFile('questions.zip', text)).toBe('qti');
    });
    it.each([['en', 'True', 'False'], ['zh-cn', '正确', '错误'], ['zh-tw', '正確', '錯誤']] as const)('names the sides of a statement in its language, %s, and knows them again', (language, right, wrong) => {
        const statement: Question = { kind: 'true-false', prompt: 'P', points: 1, answer: false, feedbackTrue: 'No.' };
        const { text } = qti.write([{ question: statement, name: 'N', category: '', tags: [], externalId: null, language }]);
        expect(text).toMatch(new RegExp(`<simpleChoice identifier="true">${right}<.*<simpleChoice identifier="false">${wrong}<`, 'u'));
        expect(read(text).questions[0]?.question).toEqual(statement);
    });
    it('says the rubric of an essay to those who mark it, as text', () => {
        const criteria = [{ id: 'k', text: 'Tone', weight: 1, critical: false, levels: [{ id: 'a', points: 0, text: 'Rude' }, { id: 'b', points: 2, text: 'Kind' }] }];
        const { text, left } = qti.write([{ question: { kind: 'essay', prompt: 'Write.', points: 1, hints: 'Be fair.', criteria }, name: 'N', category: '', tags: [], externalId: null }]);
        expect(left).toEqual([{ place: 0, carried: true, codes: ['rubric-as-text'] }]);
        expect(read(text).questions[0]?.question).toEqual({ kind: 'essay', prompt: 'Write.', points: 1, hints: 'Be fair.\n\n- Tone (100 %)\n  - 0: Rude\n  - 2: Kind' });
    });
    it('does not say what is not meant there', () => {
        const short = { kind: 'short', prompt: 'Who?', points: 1, caseSensitive: false, accepted: [{ id: 'a', text: '*bank*', share: 1 }] } as const;
        expect(qti.write([{ question: short, name: 'N', category: '', tags: [], externalId: null }]).left).toEqual([{ place: 0, carried: false, codes: ['wildcard'] }]);
    });
    it('is not overruled by the Markdown that it came from, once somebody has changed it elsewhere', () => {
        const { text } = qti.write([{ question: { kind: 'essay', prompt: 'Say *hello*_there_', points: 1 }, name: 'N', category: '', tags: [], externalId: null }]);
        expect(read(text).questions[0]?.question.prompt).toBe('Say *hello*_there_');
        expect(read(text.replace('<em>hello</em>', '<em>good morning</em>')).questions[0]?.question.prompt).toContain('good morning');
    });
});
