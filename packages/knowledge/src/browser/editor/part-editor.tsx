import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Field, formatList, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Attachment } from '../../common/attachment/attachment-contract';
import { attachmentLink } from '../../common/attachment/attachment-links';
import type { ArticlePart } from '../../common/article/article-kind';
import { passageOf, type Passage } from '@earshot/writing/lib/common/passage/find-passage';
import { articleLink } from '../../common/link/article-links';
import { partHelp, partText } from '../words/article-words';
import { ArticleLinkPicker } from './article-link-picker';
import { insertion, markdownEdit, type MarkdownSelection, type MarkdownTool } from '@earshot/writing/lib/browser/editor/markdown-edit';
import { MarkdownField, type MarkdownHandle } from '@earshot/writing/lib/browser/editor/markdown-field';
import { MarkdownToolbar } from '@earshot/writing/lib/browser/editor/markdown-toolbar';
import { useTitles } from '../article/use-articles';
import { attachmentTitles, useAdding } from '../attachment/use-attachments';

export interface PartEditorProps {
    readonly articleId: string;
    readonly attachments: readonly Attachment[];
    readonly part: ArticlePart;
    readonly text: string;
    readonly language: string;
    readonly readOnly: boolean;
    readonly error?: string;
    onChange(text: string): void;
    /** A passage is selected, and somebody wants to say something about it. */
    onComment?(passage: Passage): void;
    /** A passage to be shown; a new value each time. */
    readonly shown?: { readonly from: number; readonly to: number };
}

/** One part of an article, in the field that fits it. */
export function PartEditor({ articleId, attachments, part, text, language, readOnly, error, onChange, onComment, shown }: PartEditorProps): React.ReactElement {
    const handle = React.useRef<MarkdownHandle | null>(null);
    const [selection, setSelection] = React.useState<MarkdownSelection>();
    const [linking, setLinking] = React.useState(false);
    React.useEffect(() => { if (shown) { handle.current?.show(shown.from, shown.to); } }, [shown]);
    const label = partText(part.id);
    const articles = useTitles(React.useMemo(() => [text], [text]));
    const titles = React.useMemo(() => new Map([...articles ?? [], ...attachmentTitles(attachments)]), [articles, attachments]);
    const { add, underWay } = useAdding(articleId);
    const chooser = React.useRef<HTMLInputElement>(null);
    const field = { label, required: part.required, error, help: partHelp(part.id) };
    if (part.form !== 'markdown') {
        return <Field {...field}>{part.form === 'line' ? <TextArea value={text} onChange={next => onChange(next.replace(/\n/g, ' '))} rows={1} readOnly={readOnly} lang={language} />
            : <TextArea value={text} onChange={onChange} rows={part.form === 'spoken' ? 3 : 4} readOnly={readOnly} lang={language} className={part.form === 'spoken' ? 'k-spoken-field' : undefined} />}</Field>;
    }
    const use = (tool: MarkdownTool): void => { if (handle.current && !readOnly) { handle.current.apply(markdownEdit(tool, handle.current.selection())); } };
    /** What a picture shows is selected, so that it can be said. */
    const insertFiles = (files: readonly File[]): void => add(files, added => {
        const at = handle.current?.selection();
        if (at) {
            const picture = added.width !== null;
            // Before a line it stands on one of its own: a list or a heading must begin its line.
            const begins = at.from === 0 || at.text[at.from - 1] === '\n';
            const link = attachmentLink({ id: added.id, name: added.name, picture }) + (begins && at.to < at.text.length && at.text[at.to] !== '\n' ? '\n\n' : '');
            const edit = insertion(at, link);
            handle.current!.apply(picture ? { ...edit, select: { from: at.from + 2, to: at.from + link.lastIndexOf('](') } } : edit);
        }
    });
    const passage = selection && selection.to > selection.from ? passageOf(part.id, selection.text, selection.from, selection.to) : undefined;
    return <Field {...field} group>
        <MarkdownToolbar label={label} disabled={readOnly} onUse={use}>
            <Button small variant='quiet' icon='references' disabled={readOnly} onClick={() => setLinking(true)}>{nls.localize('earshot/knowledge/tool/article', 'Article…')}</Button>
            <Button small variant='quiet' icon='file-media' disabled={readOnly} onClick={() => chooser.current?.click()}>{nls.localize('earshot/knowledge/tool/file', 'Picture or file…')}</Button>
            <input ref={chooser} type='file' multiple disabled={readOnly} className='e-hidden' tabIndex={-1} aria-label={nls.localize('earshot/knowledge/tool/file', 'Picture or file…')} onChange={event => { insertFiles([...event.target.files ?? []]); event.target.value = ''; }} />
            {onComment && <Button small variant='quiet' icon='comment' disabled={!passage} onClick={() => passage && onComment(passage)}>{nls.localize('earshot/knowledge/tool/comment', 'Comment on the selection')}</Button>}
        </MarkdownToolbar>
        <MarkdownField value={text} onChange={onChange} label={label} language={language} readOnly={readOnly} handle={handle} titles={titles} onSelect={setSelection} onKey={use} onFiles={insertFiles} />
        {underWay.length > 0 && <p className='k-quiet' role='status'>{nls.localize('earshot/knowledge/attachments/adding', 'Adding {0}…', formatList(underWay))}</p>}
        {linking && <ArticleLinkPicker except={articleId} onClose={() => setLinking(false)} onChoose={({ id }) => {
            setLinking(false);
            const at = handle.current?.selection();
            if (at) {
                handle.current!.apply(insertion(at, articleLink(id, at.text.slice(at.from, at.to))));
            }
        }} />}
    </Field>;
}
