import { groupsOf } from '@earshot/core/lib/node/search/audience';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { roleAudience, teamAudience } from '../../common/article/audience';
import { openTestKnowledgeHouse, type TestKnowledgeHouse } from '../testing/knowledge-house';
import { ArticleSearch } from './article-search';

let house: TestKnowledgeHouse;
let source: ArticleSearch;
beforeAll(async () => {
    house = await openTestKnowledgeHouse();
    source = new ArticleSearch(house.database);
});
afterAll(() => house.close());

it('gives what is published, and nothing that is not', async () => {
    await house.draft('Not yet');
    const published = await house.publish(await house.draft('Lost card', { tags: ['loss'], validUntil: '2099-01-01T00:00:00.000Z', parts: { similar: 'my card is gone\nstolen card', short: 'Call us.', full: '# Steps\n\n- **call** [us](https://example.org)', sources: 'handbook' } }));
    const before = await source.versions();
    expect(before.map(each => each.id)).toEqual([published.articleId]);
    const [document] = await source.load([published.articleId, house.editor.personId]);
    expect(document).toMatchObject({
        id: published.articleId, version: before[0]!.version, fields: { title: 'Lost card', questions: ['my card is gone', 'stolen card'], tags: ['loss'], text: 'Call us.\nSteps\ncall us' }, language: 'en', category: house.cards,
        validUntil: Date.parse('2099-01-01T00:00:00.000Z'), link: `earshot:/knowledge/articles/${published.articleId}`, state: 'current'
    });
    expect(await source.load([])).toEqual([]);
    expect(await source.categoryNames([house.cards], 'zh-cn')).toEqual(new Map([[house.cards, 'Cards']]));

    await house.workflow.followCalendar(new Date(Date.now() + 400 * 86_400_000));
    expect((await source.load([published.articleId]))[0]!.state).toBe('unverified');
    expect((await source.versions())[0]!.version).not.toBe(before[0]!.version);
    await house.act(house.approver, await house.articles.revision(house.editor, published.id), 'retire');
    expect([await source.versions(), await source.load([published.articleId])]).toEqual([[], []]);
});

it('says who may find a confidential one', async () => {
    const closed = await house.publish(await house.draft('Closed', { audience: [roleAudience('knowledge-editor'), roleAudience('approver')] }));
    const { audience } = (await source.load([closed.articleId]))[0]!;
    const finds = async (person: typeof house.agent) => (await source.groups(person)).some(each => audience.includes(each));
    expect([await finds(house.agent), await finds(house.manager), await finds(house.auditor), await finds(house.editor), await finds(house.approver)]).toEqual([false, false, true, true, true]);
    expect(await source.groups(house.agent)).toContain(teamAudience(house.cardsTeam));
});

it('shows by search exactly what can be opened, whoever answers for it and wherever in the tree of teams they are', async () => {
    const centre = await house.team('Centre');
    const floor = await house.team('Floor', { parentId: centre });
    const night = await house.team('Night', { parentId: floor });
    const people: Record<string, TestPerson> = {};
    for (const [login, roles, teamId] of [['in-centre', ['agent'], centre], ['on-floor', ['agent'], floor], ['at-night', ['agent'], night], ['elsewhere', ['agent'], house.cardsTeam], ['owner', ['process-owner'], floor], ['approving', ['approver'], null], ['auditing', ['auditor'], null]] as const) {
        people[login] = await house.person(login, { roles, teamId });
    }
    const leader = await house.person('leading', { roles: ['team-leader'], teamId: house.cardsTeam });
    await house.database.write(house.editor, async (transaction, log) => {
        await transaction.updateTable('core.team').set({ leader_id: leader.personId }).where('id', '=', floor).execute();
        log.audit('team.changed', 'teams', floor);
    });
    for (const [login, person] of Object.entries({ ...people, leading: leader, editor: house.editor })) {
        people[login] = await house.again(person);
    }
    const titles = new Map<string, string>();
    for (const [name, audience] of Object.entries({ approvers: [roleAudience('approver')], floor: [teamAudience(floor)], night: [teamAudience(night)], all: ['everyone'], leaders: [roleAudience('team-leader'), roleAudience('process-owner')] })) {
        for (const [group, expertTeamId] of [['nobody', null], ['centre', centre], ['floor', floor], ['night', night]] as const) {
            const { articleId } = await house.publish(await house.draft(`for ${name}, answered for by ${group}`, { audience: [...audience, roleAudience('knowledge-editor'), roleAudience('approver')] }));
            const ownerId = group === 'nobody' ? people.owner!.personId : null;
            await house.editing.own(house.editor, { id: articleId, version: (await house.articles.get(house.editor, articleId)).version, ownerId, expertTeamId });
            titles.set(articleId, `for ${name}, answered for by ${group}`);
        }
    }
    const shared = [...titles.keys()][0]!;
    await house.editing.begin(people.owner!, shared);
    await house.editing.own(house.editor, { id: shared, version: (await house.articles.get(house.editor, shared)).version, ownerId: null, expertTeamId: null });

    const documents = await source.load([...titles.keys()]);
    expect(documents).toHaveLength(titles.size);
    for (const [login, person] of Object.entries(people)) {
        const groups = new Set([...groupsOf(person), ...await source.groups(person)]);
        const found = documents.filter(each => each.audience.some(word => groups.has(word))).map(each => titles.get(each.id)).sort();
        const opened = (await Promise.all([...titles].map(([id, title]) => house.articles.get(person, id).then(() => [title], () => [])))).flat().sort();
        expect(found, login).toEqual(opened);
        expect((await house.articles.titles(person, [...titles.keys()])).map(each => each.title).sort(), login).toEqual(opened);
    }
    const seenBy = async (login: string): Promise<number> => (await house.articles.titles(people[login]!, [...titles.keys()])).length;
    // Answering for a team above one's own is not answering for it oneself; the audience of a team reaches down, an expert group does not.
    expect([await seenBy('elsewhere'), await seenBy('auditing'), await seenBy('owner') > await seenBy('on-floor'), await seenBy('at-night') < await seenBy('auditing')]).toEqual([4, 20, true, true]);
});
