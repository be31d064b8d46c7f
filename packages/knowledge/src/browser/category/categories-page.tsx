import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Button, EmptyState, formatNumber, IconButton, Page } from '@earshot/core/lib/browser/widgets';
import type { Category } from '../../common/category/category-contract';
import { categoryRows, reviewDays, secondApproval } from '../../common/category/category-rules';
import { knowledgeContract } from '../../common/knowledge-contract';
import { useCategories } from '../article/use-articles';
import { secondApprovalText } from '../words/article-words';
import { CategoryDialog } from './category-dialog';

/** The tree of categories with the rules that follow from it. */
export default function CategoriesPage(): React.ReactElement {
    const client = useClient(knowledgeContract);
    const categories = useCategories();
    const mayChange = useSession().may('knowledge:administer');
    const [edited, setEdited] = React.useState<Category | 'new'>();
    const remove = useChange({ run: (id: string) => client.categories.remove({ id }), invalidates: [['article-category']], done: () => nls.localize('earshot/knowledge/categories/removed', 'Category removed.') });
    const add = mayChange && <Button variant='primary' icon='add' onClick={() => setEdited('new')}>{nls.localize('earshot/knowledge/categories/add', 'Add a category')}</Button>;
    return <Page title={nls.localize('earshot/knowledge/categories/title', 'Categories')} width='wide' actions={add}>
        {categories.length === 0 ? <EmptyState icon='folder' title={nls.localize('earshot/knowledge/categories/none', 'No categories yet.')} /> : <table className='e-plain-table k-categories'>
            <thead><tr>
                <th scope='col'>{nls.localize('earshot/knowledge/column/category', 'Category')}</th><th scope='col' className='e-numeric'>{nls.localize('earshot/knowledge/articles/title', 'Articles')}</th>
                <th scope='col' className='e-numeric'>{nls.localize('earshot/knowledge/categories/review', 'Review after')}</th><th scope='col'>{nls.localize('earshot/knowledge/categories/second', 'Second approval')}</th>
                {mayChange && <th scope='col'><span className='e-hidden'>{nls.localize('earshot/knowledge/categories/actions', 'Actions')}</span></th>}
            </tr></thead>
            <tbody>{categoryRows(categories).map(({ node, depth }) => {
                const second = secondApproval(categories, node.id);
                const name = formText(node.name);
                return <tr key={node.id}>
                    <th scope='row' style={{ paddingInlineStart: `calc(var(--e-space-3) + ${depth} * var(--e-space-5))` }}>{name}</th>
                    <td className='e-figures e-numeric'>{formatNumber(node.articles)}</td>
                    <td className={`e-figures e-numeric ${node.reviewDays === null ? 'e-quiet' : ''}`}>{nls.localize('earshot/knowledge/categories/days', '{0} days', reviewDays(categories, node.id))}</td>
                    <td className={node.secondApproval === null ? 'e-quiet' : ''}>{second ? secondApprovalText(second) : nls.localize('earshot/knowledge/categories/no-second', 'none')}</td>
                    {mayChange && <td className='k-row-actions'>
                        <IconButton icon='edit' label={nls.localize('earshot/knowledge/categories/change', 'Change {0}', name)} onClick={() => setEdited(node)} />
                        <IconButton icon='trash' label={nls.localize('earshot/knowledge/categories/remove', 'Remove {0}', name)} onClick={() => remove.mutate(node.id)} />
                    </td>}
                </tr>;
            })}</tbody>
        </table>}
        {edited && <CategoryDialog category={edited === 'new' ? undefined : edited} categories={categories} onClose={() => setEdited(undefined)} />}
    </Page>;
}
