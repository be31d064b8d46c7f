import type * as React from '@theia/core/shared/react';
import type { SessionInfo } from '@earshot/core/lib/common/access/session-contract';
import { ApiService } from '@earshot/core/lib/browser/application';
import { PageKeyService } from '@earshot/core/lib/browser/keyboard/page-keys';
import { NavigationService, PageRegistry } from '@earshot/core/lib/browser/navigation';
import { UnsavedWorkService } from '@earshot/core/lib/browser/navigation/unsaved-work';
import { pause, type Rendered, renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { AnswerNotes } from '@earshot/core/lib/browser/search/answer-notes';
import { EntityKinds } from '@earshot/core/lib/browser/quick-input/entity-kinds';
import type { Article, Revision } from '../../common/article/article-contract';

export const ids = { article: '0190a000-0000-7000-8000-000000000001', revision: '0190a000-0000-7000-8000-000000000002', category: '0190a000-0000-7000-8000-000000000003', author: '0190a000-0000-7000-8000-000000000004' } as const;

/** Waits until something holds. @throws Error when it does not for twenty seconds */
export async function until(holds: () => boolean): Promise<void> {
    for (let tries = 0; !holds(); tries++) {
        if (tries > 1000) {
            throw new Error('What was waited for did not come about.');
        }
        await pause(20);
    }
}

/** For tests: a revision of an FAQ. */
export const sampleRevision = (change: Partial<Revision> = {}): Revision => ({
    id: ids.revision, articleId: ids.article, number: 2, state: 'draft', hash: '0'.repeat(64), authorId: ids.author, authorName: 'Kai', note: null, publishAt: null, changedAt: '2026-11-22T10:00:00.000Z', publishedAt: null, version: 4, secondApproval: null, approvals: [],
    may: ['edit', 'submit', 'discard'], ...change,
    content: { kind: 'faq', language: 'en', title: 'Lost card', categoryId: ids.category, tags: ['loss'], audience: ['everyone'], validFrom: null, validUntil: null, sourceNumber: null, parts: { similar: 'card is gone', short: 'I am blocking it now.', full: '**Block** it.', sources: '' }, ...change.content }
});

/** For tests: an article with a published revision and, where one is given, an open one. */
export const sampleArticle = (change: Partial<Article> = {}): Article => ({
    id: ids.article, kind: 'faq', language: 'en', title: 'Lost card', categoryId: ids.category, tags: ['loss'], state: 'published', confidential: false, ownerId: ids.author, ownerName: 'Kai', open: null, publishedNumber: 1, publishedAt: '2026-11-01T10:00:00.000Z',
    verifiedAt: '2026-11-01T10:00:00.000Z', reviewDueAt: '2027-11-01T10:00:00.000Z', validFrom: null, validUntil: null, changedAt: '2026-11-22T10:00:00.000Z', uses: 3, behind: false, live: sampleRevision({ number: 1, state: 'published', may: [] }), translations: [],
    expertTeamId: null, expertTeamName: null, version: 1, mayWrite: true, ...change
});

export interface KnowledgePage extends Rendered {
    /** What was asked of the server, in order: `revisions.act` with its input. */
    readonly asked: { readonly operation: string; readonly input: unknown }[];
    readonly went: string[];
}

/** Renders a part of the knowledge base beside a server that gives these answers; what has none answers with an empty list. @param permissions of whoever looks */
export async function renderKnowledge(content: React.ReactElement, answers: Readonly<Record<string, unknown>> = {}, permissions: SessionInfo['permissions'] = {}): Promise<KnowledgePage> {
    const asked: { operation: string; input: unknown }[] = [];
    const went: string[] = [];
    const client = new Proxy({}, {
        get: (_, group: string) => new Proxy({}, {
            get: (_inner, name: string) => async (input: unknown) => {
                const operation = `${group}.${name}`;
                asked.push({ operation, input });
                const answer = answers[operation];
                return typeof answer === 'function' ? (answer as (input: unknown) => unknown)(input) : answer ?? [];
            }
        })
    });
    const rendered = await renderWidget(content, {
        session: { permissions },
        services: [
            [ApiService, { clientOf: () => client, onDidReach: () => ({ dispose: () => { } }) }], [PageKeyService, { register: () => ({ dispose: () => { } }) }], [UnsavedWorkService, new UnsavedWorkService()],
            [NavigationService, { navigate: async (target: string) => { went.push(target); } }], [PageRegistry, { pathOf: (link: string) => link.replace('earshot:', '') }], [AnswerNotes, { note: (link: string, how: string) => { asked.push({ operation: 'notes.note', input: { link, how } }); } }], [EntityKinds, { label: (kind: string) => kind, icon: () => 'book' }]
        ]
    });
    return { ...rendered, asked, went };
}
