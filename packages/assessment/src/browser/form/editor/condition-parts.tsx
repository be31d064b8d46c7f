import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Select } from '@earshot/core/lib/browser/widgets';
import { addPart, type ConditionGroup, freeKey, type GroupMode, groupModes, isGroup, isWithinLimits, modeWithin, partAt, replacePart } from '../../../common/form/condition-tree';
import { type ConditionPartsProps, ConditionRow } from './condition-row';
import { firstTest } from './test-fields';
import { partActions, PartTools } from './part-tools';

const modeText = (mode: GroupMode): string => {
    switch (mode) {
        case 'all': return nls.localize('earshot/assessment/editor/all', 'All of them');
        case 'any': return nls.localize('earshot/assessment/editor/any', 'One of them');
        case 'none': return nls.localize('earshot/assessment/editor/none', 'None of them');
        case 'not-all': return nls.localize('earshot/assessment/editor/not-all', 'Not all of them');
    }
};

/** The parts of a group with how they go together, and what can be put to them. */
export function ConditionParts(props: ConditionPartsProps): React.ReactElement {
    const { tree, path, earlier, onChange } = props;
    const group = partAt(tree, path) as ConditionGroup;
    const { key, mode, parts } = group;
    const outermost = path.length === 0;
    const last = earlier[earlier.length - 1];
    const rule = (offset: number) => ({ key: freeKey(tree) + offset, statement: { question: last?.id ?? '', ...firstTest(last) } });
    const nested = addPart(tree, path, { key: freeKey(tree), mode: modeWithin(mode), parts: [rule(1), rule(2)] });
    // one statement alone needs no word about how several go together
    return <>
        {(!outermost || parts.length > 1 || mode === 'none' || mode === 'not-all') && <GroupHead {...props} group={group} />}
        <ul className='a-condition-parts'>{parts.map((each, place) => <li key={each.key}>
            {isGroup(each) ? <div className='a-condition-group' role='group' aria-label={modeText(each.mode)}><ConditionParts {...props} path={[...path, place]} /></div>
                : <ConditionRow {...props} path={[...path, place]} rule={each} />}
        </li>)}</ul>
        <div className='a-condition-adding' data-part={parts.length === 0 ? key : undefined}>
            <Button small variant='quiet' icon='add' onClick={() => onChange(addPart(tree, path, rule(0)), freeKey(tree))}>{nls.localize('earshot/assessment/editor/add-condition', 'Add a condition')}</Button>
            {parts.length > 0 && isWithinLimits(nested) && <Button small variant='quiet' icon='list-tree' onClick={() => onChange(nested, freeKey(tree) + 1)}>{nls.localize('earshot/assessment/editor/add-group', 'Add a group')}</Button>}
        </div>
    </>;
}

function GroupHead({ tree, path, group, label, onChange }: ConditionPartsProps & { readonly group: ConditionGroup }): React.ReactElement {
    const actions = path.length > 0 ? partActions(tree, path, onChange) : undefined;
    return <div className='a-condition-head' data-part={group.key} onKeyDown={actions?.onKeyDown}>
        <Select aria-label={nls.localize('earshot/assessment/editor/condition-mode', 'How the conditions go together')} value={group.mode} options={groupModes.map(value => ({ value, label: modeText(value) }))}
            onChange={mode => onChange(replacePart(tree, path, { ...group, mode }))} />
        {actions && <PartTools actions={actions} label={label} />}
    </div>;
}
