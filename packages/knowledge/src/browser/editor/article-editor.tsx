import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSettled } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Field, Page, Split, Tabs, TextField } from '@earshot/core/lib/browser/widgets';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import type { ArticleContent } from '../../common/article/article-content';
import type { Article, Revision } from '../../common/article/article-contract';
import { articleKind } from '../../common/article/article-kind';
import { articleProblems } from '../../common/article/check-article';
import type { Passage } from '@earshot/writing/lib/common/passage/find-passage';
import { knowledgeContract } from '../../common/knowledge-contract';
import { ArticleBody } from '../reader/article-body';
import { ShortAnswer } from '../reader/short-answer';
import { DifferenceView } from '../revision/difference-view';
import { useNames } from '../revision/use-names';
import { FlagsPane, useFlags } from '../flag/flags-pane';
import { CommentsPane, useComments } from './comments-pane';
import { AttachmentsPane } from '../attachment/attachments-pane';
import { useAttachments } from '../attachment/use-attachments';
import { useTakingOut } from '../attachment/use-taking-out';
import { DuplicatesPane, useDuplicates } from './duplicates-pane';
import { PartEditor } from './part-editor';
import { problemText } from './problem-text';
import { SavedState, SavingProblem } from '@earshot/writing/lib/browser/editor/saved-state';
import { SettingsPane } from './settings-pane';
import { StateBar } from './state-bar';
import { useArticleDraft } from './use-article-draft';

type Pane = 'files' | 'preview' | 'settings' | 'comments' | 'difference' | 'similar' | 'flags';

/** Writes a revision, with what it will look like beside it; state and next step stand in one bar. */
export function ArticleEditor({ article, revision }: { readonly article: Article; readonly revision: Revision }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const navigate = useNavigate();
    const saving = useArticleDraft(revision);
    const { session, state } = saving;
    const { content, note } = state.content;
    const readOnly = !revision.may.includes('edit');
    const [pane, setPane] = React.useState<Pane>('preview');
    const [passage, setPassage] = React.useState<Passage | null>(null);
    const [shown, setShown] = React.useState<{ readonly part: string; readonly from: number; readonly to: number }>();
    const [checked, setChecked] = React.useState(false);
    const comments = useComments(article.id);
    const flags = useFlags(article.id);
    const attachments = useAttachments(article.id);
    const files = useTakingOut(session);
    const duplicates = useDuplicates(article.id, content, !readOnly);
    const set = (change: Partial<ArticleContent>): void => session.edit({ content: { ...content, ...change }, note });
    const problems = checked ? articleProblems(content) : [];
    const problemOf = (path: string): string | undefined => {
        const found = problems.find(each => each.path === path);
        return found && problemText(found.code);
    };
    const discard = useChange({
        run: async () => {
            await session.settle().catch(() => { /* it is thrown away */ });
            await client.revisions.discard({ id: revision.id });
        },
        invalidates: [['article']], done: () => nls.localize('earshot/knowledge/done/discard', 'Draft discarded.'), then: () => void navigate(article.live ? `/knowledge/articles/${article.id}` : '/knowledge/articles', { replace: true })
    });
    /** What is missing is shown beside its field, and nothing is sent. */
    const settle = async (): Promise<number> => {
        const version = await session.settle();
        if (revision.state === 'draft' && articleProblems(content).length > 0) {
            setChecked(true);
            if (articleProblems(content).some(each => each.path === 'audience')) {
                setPane('settings');
            }
        }
        return version;
    };
    usePageKeys([
        { keys: 'alt+d', title: nls.localize('earshot/knowledge/editor/key-difference', 'What differs from what is published'), run: () => setPane(pane === 'difference' ? 'preview' : 'difference') },
        { keys: 'alt+p', title: nls.localize('earshot/knowledge/editor/preview', 'Preview'), run: () => setPane('preview') }
    ]);
    const open = comments.filter(each => each.parentId === null && each.resolvedAt === null).length;
    const language = languageTags[content.language];
    return <Page title={content.title || article.title} hideHeader>
        <div className='k-editor'>
            <StateBar revision={revision} articleId={article.id} settle={settle} saved={!readOnly && <SavedState state={state} />}
                onDone={action => { if (action === 'publish') { void navigate(`/knowledge/articles/${article.id}`); } }}>
                {revision.may.includes('discard') && <Button small variant='quiet' icon='trash' busy={discard.isPending} onClick={() => discard.mutate(undefined)}>{nls.localize('earshot/knowledge/action/discard', 'Discard draft')}</Button>}
                <Button small variant='quiet' icon='book' onClick={() => void navigate(`/knowledge/articles/${article.id}`)}>{nls.localize('earshot/knowledge/panel/read', 'Read')}</Button>
            </StateBar>
            <SavingProblem {...saving} />
            <Split name='knowledge.editor' label={nls.localize('earshot/knowledge/editor/split', 'Width of the text')} initial={0.54} first={<div className='k-writing'>
                <Field label={content.kind === 'faq' ? nls.localize('earshot/knowledge/new/question', 'Question') : nls.localize('earshot/knowledge/column/title', 'Title')} required error={problemOf('title')}>
                    <TextField value={content.title} onChange={title => set({ title })} readOnly={readOnly} maxLength={300} lang={language} className='k-title-field' />
                </Field>
                {articleKind(content.kind).parts.map(part => <PartEditor key={part.id} articleId={article.id} attachments={attachments} part={part} text={content.parts[part.id] ?? ''} language={language} readOnly={readOnly} error={problemOf(`parts.${part.id}`)}
                    onChange={text => set({ parts: { ...content.parts, [part.id]: text } })} onComment={found => { setPassage(found); setPane('comments'); }} shown={shown?.part === part.id ? shown : undefined} />)}
            </div>} second={<Tabs<Pane> label={nls.localize('earshot/knowledge/editor/beside', 'Beside the text')} value={pane} onChange={setPane} tabs={[
                { id: 'preview', label: nls.localize('earshot/knowledge/editor/preview', 'Preview') }, { id: 'settings', label: nls.localize('earshot/knowledge/editor/settings', 'Settings') },
                { id: 'files', label: nls.localize('earshot/knowledge/editor/files', 'Files'), count: attachments.length || undefined },
                { id: 'comments', label: nls.localize('earshot/knowledge/editor/comments', 'Comments'), count: open || undefined }, ...article.live ? [{ id: 'difference' as const, label: nls.localize('earshot/knowledge/editor/difference', 'Difference') }] : [],
                { id: 'similar', label: nls.localize('earshot/knowledge/editor/similar', 'Similar'), count: duplicates.length || undefined }, ...flags.length ? [{ id: 'flags' as const, label: nls.localize('earshot/knowledge/editor/flags', 'Pointed out'), count: flags.length }] : []
            ]}>
                <div className='k-pane'>
                    {pane === 'preview' && <><h1 className='k-preview-title' lang={language}>{content.title}</h1><ShortAnswer articleId={article.id} content={content} counted={false} /><ArticleBody content={content} /></>}
                    {pane === 'settings' && <SettingsPane article={article} content={content} note={note} readOnly={readOnly} onChange={set} onNote={next => session.edit({ content, note: next })} />}
                    {pane === 'files' && <AttachmentsPane articleId={article.id} attachments={attachments} texts={Object.values(content.parts)} readOnly={readOnly} {...files} />}
                    {pane === 'comments' && <CommentsPane revisionId={revision.id} comments={comments} parts={content.parts} passage={passage} onPassage={setPassage} onShow={(part, from, to) => setShown({ part, from, to })} />}
                    {pane === 'difference' && <Difference article={article} content={content} />}
                    {pane === 'similar' && <DuplicatesPane duplicates={duplicates} />}
                    {pane === 'flags' && <FlagsPane flags={flags} language={language} parts={content.parts} onTake={readOnly ? undefined : (part, text) => set({ parts: { ...content.parts, [part]: text } })} />}
                </div>
            </Tabs>} />
        </div>
    </Page>;
}

function Difference({ article, content }: { readonly article: Article; readonly content: ArticleContent }): React.ReactElement | null {
    const named = useNames();
    const after = useSettled(content);
    return article.live && <DifferenceView before={article.live.content} after={after} beforeTitle={nls.localize('earshot/knowledge/state/published', 'Published')} afterTitle={nls.localize('earshot/knowledge/editor/this', 'This revision')} named={named} heading='h2' />;
}
