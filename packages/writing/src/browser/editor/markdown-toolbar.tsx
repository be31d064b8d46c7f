import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { IconButton } from '@earshot/core/lib/browser/widgets';
import { type MarkdownTool, markdownTools } from './markdown-edit';

function toolText(tool: MarkdownTool): string {
    switch (tool) {
        case 'bold': return nls.localize('earshot/writing/tool/bold', 'Bold');
        case 'italic': return nls.localize('earshot/writing/tool/italic', 'Italic');
        case 'heading': return nls.localize('earshot/writing/tool/heading', 'Heading');
        case 'bullets': return nls.localize('earshot/writing/tool/bullets', 'List');
        case 'numbers': return nls.localize('earshot/writing/tool/numbers', 'Numbered list');
        case 'quote': return nls.localize('earshot/writing/tool/quote', 'Quotation');
        case 'table': return nls.localize('earshot/writing/tool/table', 'Table');
        case 'link': return nls.localize('earshot/writing/tool/link', 'Link');
    }
}
const toolIcons: Readonly<Record<MarkdownTool, string>> = { bold: 'bold', italic: 'italic', heading: 'text-size', bullets: 'list-unordered', numbers: 'list-ordered', quote: 'quote', table: 'table', link: 'link' };
const toolKeys: Readonly<Partial<Record<MarkdownTool, string>>> = { bold: 'Ctrl+B', italic: 'Ctrl+I', link: 'Ctrl+Shift+K' };

export interface MarkdownToolbarProps {
    /** Of the field that it belongs to. */
    readonly label: string;
    readonly disabled?: boolean;
    onUse(tool: MarkdownTool): void;
    /** What else can be done with the text: link something, comment on it. */
    readonly children?: React.ReactNode;
}

/** What can be made of the selected text. */
export const MarkdownToolbar = ({ label, disabled = false, onUse, children }: MarkdownToolbarProps): React.ReactElement => <div className='w-toolbar' role='toolbar' aria-label={nls.localize('earshot/writing/tool/name', 'Format “{0}”', label)}>
    {markdownTools.map(tool => <IconButton key={tool} icon={toolIcons[tool]} label={toolText(tool)} keys={toolKeys[tool]} disabled={disabled} onClick={() => onUse(tool)} />)}
    {children}
</div>;
