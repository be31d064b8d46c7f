import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Field, IconButton, TextArea } from '@earshot/core/lib/browser/widgets';
import type { ArticlePart } from '../../common/article/article-kind';
import { passageOf, type Passage } from '../../common/comment/find-passage';
import { articleLink } from '../../common/link/article-links';
import { partHelp, partText } from '../words/article-words';
import { ArticleLinkPicker } from './article-link-picker';
import { insertion, markdownEdit, type MarkdownSelection, type MarkdownTool, markdownTools } from './markdown-edit';
import { MarkdownField, type MarkdownHandle } from './markdown-field';
import { useTitles } from '../article/use-articles';

function toolText(tool: MarkdownTool): string {
    switch (tool) {
        case 'bold': return nls.localize('earshot/knowledge/tool/bold', 'Bold');
        case 'italic': return nls.localize('earshot/knowledge/tool/italic', 'Italic');
        case 'heading': return nls.localize('earshot/knowledge/tool/heading', 'Heading');
        case 'bullets': return nls.localize('earshot/knowledge/tool/bullets', 'List');
        case 'numbers': return nls.localize('earshot/knowledge/tool/numbers', 'Numbered list');
        case 'quote': return nls.localize('earshot/knowledge/tool/quote', 'Quotation');
        case 'table': return nls.localize('earshot/knowledge/tool/table', 'Table');
        case 'link': return nls.localize('earshot/knowledge/tool/link', 'Link');
    }
}
const toolIcons: Readonly<Record<MarkdownTool, string>> = { bold: 'bold', italic: 'italic', heading: 'text-size', bullets: 'list-unordered', numbers: 'list-ordered', quote: 'quote', table: 'table', link: 'link' };
const toolKeys: Readonly<Partial<Record<MarkdownTool, string>>> = { bold: 'Ctrl+B', italic: 'Ctrl+I', link: 'Ctrl+Shift+K' };

export interface PartEditorProps {
    readonly articleId: string;
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
export function PartEditor({ articleId, part, text, language, readOnly, error, onChange, onComment, shown }: PartEditorProps): React.ReactElement {
    const handle = React.useRef<MarkdownHandle | null>(null);
    const [selection, setSelection] = React.useState<MarkdownSelection>();
    const [linking, setLinking] = React.useState(false);
    React.useEffect(() => { if (shown) { handle.current?.show(shown.from, shown.to); } }, [shown]);
    const label = partText(part.id);
    const titles = useTitles(React.useMemo(() => [text], [text]));
    const field = { label, required: part.required, error, help: partHelp(part.id) };
    if (part.form !== 'markdown') {
        return <Field {...field}>{part.form === 'line' ? <TextArea value={text} onChange={next => onChange(next.replace(/\n/g, ' '))} rows={1} readOnly={readOnly} lang={language} />
            : <TextArea value={text} onChange={onChange} rows={part.form === 'spoken' ? 3 : 4} readOnly={readOnly} lang={language} className={part.form === 'spoken' ? 'k-spoken-field' : undefined} />}</Field>;
    }
    const use = (tool: MarkdownTool): void => { if (handle.current && !readOnly) { handle.current.apply(markdownEdit(tool, handle.current.selection())); } };
    const passage = selection && selection.to > selection.from ? passageOf(part.id, selection.text, selection.from, selection.to) : undefined;
    return <Field {...field} group>
        <div className='k-toolbar' role='toolbar' aria-label={nls.localize('earshot/knowledge/tool/name', 'Format “{0}”', label)}>
            {markdownTools.map(tool => <IconButton key={tool} icon={toolIcons[tool]} label={toolText(tool)} keys={toolKeys[tool]} disabled={readOnly} onClick={() => use(tool)} />)}
            <Button small variant='quiet' icon='references' disabled={readOnly} onClick={() => setLinking(true)}>{nls.localize('earshot/knowledge/tool/article', 'Article…')}</Button>
            {onComment && <Button small variant='quiet' icon='comment' disabled={!passage} onClick={() => passage && onComment(passage)}>{nls.localize('earshot/knowledge/tool/comment', 'Comment on the selection')}</Button>}
        </div>
        <MarkdownField value={text} onChange={onChange} label={label} language={language} readOnly={readOnly} handle={handle} titles={titles} onSelect={setSelection} onKey={use} />
        {linking && <ArticleLinkPicker except={articleId} onClose={() => setLinking(false)} onChoose={({ id }) => {
            setLinking(false);
            const at = handle.current?.selection();
            if (at) {
                handle.current!.apply(insertion(at, articleLink(id, at.text.slice(at.from, at.to))));
            }
        }} />}
    </Field>;
}
