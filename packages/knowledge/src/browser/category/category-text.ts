import { formText } from '@earshot/assessment/lib/browser/form-text';
import type { Option } from '@earshot/core/lib/browser/widgets';
import type { Category } from '../../common/category/category-contract';
import { type CategoryNode, categoryPath, categoryRows } from '../../common/category/category-rules';

/** A category as the rules take it. */
export const asNode = ({ id, parentId, name, place, reviewDays, secondApproval }: Category): CategoryNode => ({ id, parentId, name, place, reviewDays, secondApproval });

/** "Cards / Fees" in the reader's language. */
export const categoryText = (categories: readonly Category[], id: string): string => categoryPath(categories.map(asNode), id).map(each => formText(each.name)).join(' / ');

/** All categories to choose from, each with its way down. */
export const categoryOptions = (categories: readonly Category[]): readonly Option[] => categoryRows(categories.map(asNode)).map(({ node }) => ({ value: node.id, label: categoryText(categories, node.id) }));
