import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSettled, useUndo } from '@earshot/core/lib/browser/application';
import { useNavigate, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { Button, Field, IconButton, Page, Split, Tabs, TextField } from '@earshot/core/lib/browser/widgets';
import { insertion, markdownEdit, type MarkdownSelection, type MarkdownTool } from '@earshot/writing/lib/browser/editor/markdown-edit';
import { MarkdownField, type MarkdownHandle } from '@earshot/writing/lib/browser/editor/markdown-field';
import { MarkdownToolbar } from '@earshot/writing/lib/browser/editor/markdown-toolbar';
import { SavedState, SavingProblem } from '@earshot/writing/lib/browser/editor/saved-state';
import { openThreads } from '@earshot/writing/lib/common/comment/comment-contract';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { type Passage, passageOf } from '@earshot/writing/lib/common/passage/find-passage';
import { documentProblems } from '../../common/document/check-document';
import { type Clause, outlineOf } from '../../common/document/clauses';
import { wholeText } from '../../common/document/comment-contract';
import { type DocumentContent, withScriptText } from '../../common/document/document-content';
import type { Document, DocumentVersion } from '../../common/document/document-contract';
import { trainingContract } from '../../common/training-contract';
import { diagramsOf, placeOfDiagram } from '../../common/diagram/placed-diagrams';
import { DiagramsPane } from '../diagram/diagrams-pane';
import { newShortId } from '../diagram/new-short-id';
import { useAddingDiagram } from '../diagram/use-adding-diagram';
import { ReplaceText } from '../document-import/replace-text';
import { ScriptEditor } from '../script/script-editor';
import { ClauseDifferenceView } from './clause-difference';
import { ClauseList } from './clause-list';
import { DocumentSettings } from './document-settings';
import { versionText } from './document-words';
import { problemText } from './problem-text';
import { showClause } from './show-clause';
import { useDocumentDraft } from './use-document-draft';
import { VersionBar } from './version-bar';
import { passageOfClause, useVersionComments, VersionComments } from './version-comments';

const newStepId = (): string => newShortId('c', 10);

const panes = ['preview', 'settings', 'diagrams', 'comments', 'difference'] as const;
type Pane = typeof panes[number];
const settingPaths = ['positionIds', 'chapter', 'change'];

/** Writes a version as one text, with what it becomes beside it: numbered clauses, settings, and the difference from what is in effect. */
export function DocumentEditor({ document, version }: { readonly document: Document; readonly version: DocumentVersion }): React.ReactElement {
    const client = useClient(trainingContract);
    const navigate = useNavigate();
    const saving = useDocumentDraft(version);
    const { session, state } = saving;
    const { content, note } = state.content;
    const readOnly = !version.may.includes('edit');
    const [asked, setPane] = useQueryParameter('pane');
    const live = document.live && document.live.id !== version.id ? document.live : undefined;
    const pane = panes.find(each => each === asked && (each !== 'difference' || live) && (each !== 'diagrams' || !content.script)) ?? (readOnly && live ? 'difference' : 'preview');
    const [checked, setChecked] = React.useState(false);
    const [passage, setPassage] = React.useState<Passage | null>(null);
    const [shown, setShown] = React.useState<{ readonly from: number; readonly to: number }>();
    const comments = useVersionComments(version.id);
    const [replacing, setReplacing] = React.useState(false);
    const undo = useUndo();
    const adding = useAddingDiagram(version.id);
    const set = (change: Partial<DocumentContent>): void => {
        // what was edited since the last look stays
        const now = session.state.get().content;
        session.edit({ ...now, content: { ...now.content, ...change } });
    };
    /** @param insert puts its line where the cursor stands */
    const addDiagram = (file: File, insert: (line: string) => void): void => adding.mutate({
        file, then: reference => {
            set({ diagrams: [...diagramsOf(session.state.get().content.content), reference] });
            insert(placeOfDiagram(reference));
        }
    }, { onError: () => setPane('diagrams') });
    const place = React.useRef<((line: string) => void) | null>(null);
    const addHere = (file: File): void => addDiagram(file, line => place.current?.(line));
    // Whether a minor version adds or removes clauses is known where they are found again: the server says it.
    const problems = (of: DocumentContent) => documentProblems(of, null);
    const problem = (path: string): string | undefined => {
        const found = checked ? problems(content).find(each => each.path === path) : undefined;
        return found && problemText(found.code);
    };
    const settle = async (): Promise<number> => {
        const settled = await session.settle();
        const found = version.state === 'draft' ? problems(session.state.get().content.content) : [];
        if (found.length > 0) {
            setChecked(true);
            if (found.every(each => settingPaths.includes(each.path))) {
                setPane('settings');
            }
        }
        return settled;
    };
    const discard = useChange({
        run: async () => {
            await session.settle().catch(() => { /* it is thrown away */ });
            await client.documentVersions.discard({ id: version.id });
        },
        invalidates: [['document']], done: () => nls.localize('earshot/training/done/discard', 'Draft discarded.'), then: () => void navigate(document.live ? `/training/documents/${document.id}` : '/training/documents', { replace: true })
    });
    const replaceText = (text: string): void => {
        const before = content.text;
        set({ text });
        // whatever else was edited meanwhile stays
        undo(nls.localize('earshot/training/document-file/replaced', 'The text is replaced.'), () => {
            const now = session.state.get().content;
            session.edit({ ...now, content: { ...now.content, text: before } });
        });
    };
    const outline = React.useMemo(() => outlineOf(content.text), [content.text]);
    const comment = (found: Passage): void => {
        setPassage(found);
        setPane('comments');
    };
    // Clauses are found again when a draft is saved: one that was just written is none yet.
    const savedClause = React.useMemo(() => {
        const saved = outlineOf(version.content.text).clauses;
        return ({ number, title }: Clause): Clause | undefined => saved.find(each => each.number === number && each.title === title);
    }, [version.content.text]);
    const waiting = openThreads(comments);
    const language = languageTags[content.language];
    return <Page title={content.title || document.title} hideHeader>
        <div className='t-editor'>
            <VersionBar version={version} settle={settle} saved={!readOnly && <SavedState state={state} />} onDone={action => { if (action === 'take-effect') { void navigate(`/training/documents/${document.id}`); } }}>
                {!readOnly && !content.script && <Button small variant='quiet' icon='file' onClick={() => setReplacing(true)}>{nls.localize('earshot/training/document-file/replace-open', 'Text from a file…')}</Button>}
                {version.may.includes('discard') && <Button small variant='quiet' icon='trash' busy={discard.isPending} onClick={() => discard.mutate(undefined)}>{nls.localize('earshot/training/action/discard', 'Discard draft')}</Button>}
                <Button small variant='quiet' icon='book' onClick={() => void navigate(`/training/documents/${document.id}${live ? '' : `?version=${version.id}`}`)}>{nls.localize('earshot/training/document/read', 'Read')}</Button>
            </VersionBar>
            <SavingProblem {...saving} />
            {replacing && <ReplaceText onReplace={replaceText} onClose={() => setReplacing(false)} />}
            <Split name='training.document-editor' label={nls.localize('earshot/training/editor/split', 'Width of the text')} initial={0.52} first={<div className='t-writing'>
                <Field label={nls.localize('earshot/training/column/title', 'Title')} required error={problem('title')}><TextField value={content.title} onChange={title => set({ title })} readOnly={readOnly} maxLength={300} lang={language} className='t-title-field' /></Field>
                {content.script ? <ScriptEditor script={content.script} language={language} readOnly={readOnly} error={problem('text')} newId={newStepId} onChange={script => set(withScriptText({ ...content, script }))} /> : <TextEditor text={content.text} language={language} readOnly={readOnly} error={problem('text')} shown={shown} place={place} onChange={text => set({ text })} onComment={comment} onDiagram={addHere} />}
            </div>} second={<Tabs<Pane> label={nls.localize('earshot/training/editor/beside', 'Beside the text')} value={pane} onChange={setPane} tabs={[
                { id: 'preview', label: nls.localize('earshot/training/editor/preview', 'Preview'), count: outline.clauses.length || undefined }, { id: 'settings', label: nls.localize('earshot/training/editor/settings', 'Settings') },
                ...content.script ? [] : [{ id: 'diagrams' as const, label: nls.localize('earshot/training/editor/diagrams', 'Diagrams'), count: diagramsOf(content).length || undefined }],
                { id: 'comments', label: nls.localize('earshot/training/editor/comments', 'Comments'), count: waiting || undefined },
                ...live ? [{ id: 'difference' as const, label: nls.localize('earshot/training/editor/difference', 'Difference') }] : []
            ]}>
                <div className='t-pane'>
                    {pane === 'preview' && <><h1 className='t-preview-title' lang={language}>{content.title}</h1><ClauseList outline={outline} language={language} version={{ versionId: version.id, diagrams: diagramsOf(content) }} actions={each => <CommentOn clause={savedClause(each)} onComment={comment} />} /></>}
                    {pane === 'settings' && <DocumentSettings document={document} content={content} note={note} readOnly={readOnly} problem={problem} onChange={set} onNote={next => session.edit({ content, note: next })} />}
                    {pane === 'diagrams' && <DiagramsPane content={content} readOnly={readOnly} adding={adding} onChange={set} onAdd={addHere} />}
                    {pane === 'comments' && <VersionComments version={version} comments={comments} text={content.text} clauses={outlineOf(version.content.text).clauses} passage={passage} onPassage={setPassage} onShow={(from, to) => setShown({ from, to })} onShowClause={each => {
                        setPane('preview');
                        requestAnimationFrame(() => showClause(outline.clauses.find(({ number }) => number === each.number) ?? each));
                    }} />}
                    {pane === 'difference' && live && <Difference live={live} version={version} />}
                </div>
            </Tabs>} />
        </div>
    </Page>;
}

/** Of what was saved: there the clauses have been found again. */
function Difference({ live, version }: { readonly live: DocumentVersion; readonly version: DocumentVersion }): React.ReactElement {
    const after = useSettled(version);
    return <ClauseDifferenceView before={live} after={after} beforeTitle={versionText(live.number)} afterTitle={versionText(version.number)} heading='h2' />;
}

/** Beside the heading of a clause; nothing for one that is not saved yet. */
function CommentOn({ clause, onComment }: { readonly clause: Clause | undefined; onComment(passage: Passage): void }): React.ReactElement | null {
    const passage = clause && passageOfClause(clause);
    return passage ? <span className='t-clause-actions'><IconButton icon='comment' label={nls.localize('earshot/training/comments/on-clause', 'Comment on this clause')} onClick={() => onComment(passage)} /></span> : null;
}

interface TextEditorProps {
    readonly text: string; readonly language: string; readonly readOnly: boolean; readonly error: string | undefined;
    /** A passage to be shown; a new value each time. */
    readonly shown: { readonly from: number; readonly to: number } | undefined;
    /** Puts a line where the cursor stands. */
    readonly place: React.MutableRefObject<((line: string) => void) | null>;
    onChange(text: string): void;
    onComment(passage: Passage): void;
    onDiagram(file: File): void;
}

function TextEditor({ text, language, readOnly, error, shown, place, onChange, onComment, onDiagram }: TextEditorProps): React.ReactElement {
    const handle = React.useRef<MarkdownHandle | null>(null);
    const [selection, setSelection] = React.useState<MarkdownSelection>();
    React.useEffect(() => { if (shown) { handle.current?.show(shown.from, shown.to); } }, [shown]);
    place.current = line => {
        const at = handle.current?.selection();
        if (at) {
            // A diagram stands on a line of its own.
            const [before, after] = [at.text.slice(0, at.from), at.text.slice(at.to)];
            handle.current!.apply(insertion(at, `${before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'}${line}${after.startsWith('\n') ? '\n' : '\n\n'}`));
        }
    };
    const chooser = React.useRef<HTMLInputElement>(null);
    const diagramLabel = nls.localize('earshot/training/diagrams/tool', 'Diagram…');
    const passage = selection && selection.to > selection.from ? passageOf(wholeText, selection.text, selection.from, selection.to) : undefined;
    const label = nls.localize('earshot/training/editor/text', 'Text');
    const use = (tool: MarkdownTool): void => { if (handle.current && !readOnly) { handle.current.apply(markdownEdit(tool, handle.current.selection())); } };
    return <Field label={label} required error={error} help={nls.localize('earshot/training/editor/text-help', 'Each heading begins a clause; numbers come by themselves. # for the outermost, ## below it.')} group>
        <MarkdownToolbar label={label} disabled={readOnly} onUse={use}>
            <Button small variant='quiet' icon='type-hierarchy' disabled={readOnly} onClick={() => chooser.current?.click()}>{diagramLabel}</Button>
            <input ref={chooser} type='file' accept='.bpmn,.xml' disabled={readOnly} className='e-hidden' tabIndex={-1} aria-label={diagramLabel} onChange={event => { const [file] = [...event.target.files ?? []]; event.target.value = ''; if (file) { onDiagram(file); } }} />
            <Button small variant='quiet' icon='comment' disabled={!passage} onClick={() => passage && onComment(passage)}>{nls.localize('earshot/training/comments/on-selection', 'Comment on the selection')}</Button>
        </MarkdownToolbar>
        <MarkdownField value={text} onChange={onChange} label={label} language={language} readOnly={readOnly} handle={handle} onSelect={setSelection} onKey={use} onFiles={([file]) => { if (file) { onDiagram(file); } }} />
    </Field>;
}
