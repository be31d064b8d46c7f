import { formText } from '@earshot/assessment/lib/browser/form-text';
import type { Option } from '@earshot/core/lib/browser/widgets';
import type { Category } from '../../common/category/category-contract';
import { categoryPath, categoryRows } from '../../common/category/category-rules';

/** "Cards / Fees" in the reader's language. */
export const categoryText = (categories: readonly Category[], id: string): string => categoryPath(categories, id).map(each => formText(each.name)).join(' / ');

/** All categories to choose from, each with its way down. */
export const categoryOptions = (categories: readonly Category[]): readonly Option[] => categoryRows(categories).map(({ node }) => ({ value: node.id, label: categoryText(categories, node.id) }));
