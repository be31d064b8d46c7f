import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { layOutScript, type PlacedChoice } from '../../common/script/lay-out-script';
import type { Script } from '../../common/script/script';

/** Pixels of the picture: boxes of one size, layers below each other. */
const box = { width: 148, height: 44 } as const;
const gap = { across: 24, down: 44 } as const;
const margin = 16;

export interface ScriptPictureProps {
    readonly script: Script;
    readonly selected?: string;
    /** Steps with something to mend, by how bad it is. */
    readonly marked?: ReadonlyMap<string, 'broken' | 'doubtful'>;
    onSelect(stepId: string): void;
}

interface Point { readonly x: number; readonly y: number }

/** From the lower edge of one box to the upper edge of the next; ways back go around at the side. */
function wayOf({ from, to, back }: { readonly from: Point; readonly to: Point; readonly back: boolean }): string {
    const [begin, end] = [{ x: from.x + box.width / 2, y: from.y + box.height }, { x: to.x + box.width / 2, y: to.y }];
    if (!back) {
        const bend = (end.y - begin.y) / 2;
        return `M${begin.x},${begin.y} C${begin.x},${begin.y + bend} ${end.x},${end.y - bend} ${end.x},${end.y}`;
    }
    const side = Math.max(from.x, to.x) + box.width;
    const [out, into] = [{ x: from.x + box.width, y: from.y + box.height / 2 }, { x: to.x + box.width, y: to.y + box.height / 2 }];
    return `M${out.x},${out.y} C${side + gap.across},${out.y} ${side + gap.across},${into.y} ${into.x},${into.y}`;
}

/** A script as a picture: what leads where. Arrow keys go along the ways. */
export function ScriptPicture({ script, selected, marked, onSelect }: ScriptPictureProps): React.ReactElement {
    const picture = React.useMemo(() => layOutScript(script), [script]);
    const marker = React.useId();
    const perLayer = new Map<number, number>();
    picture.steps.forEach(({ layer }) => perLayer.set(layer, (perLayer.get(layer) ?? 0) + 1));
    const width = picture.widest * (box.width + gap.across) - gap.across + 2 * margin + gap.across;
    const height = picture.layers * (box.height + gap.down) - gap.down + 2 * margin;
    const places = new Map<string, Point>(picture.steps.map(({ stepId, layer, place }) => [stepId, {
        x: margin + (width - 2 * margin - gap.across - perLayer.get(layer)! * (box.width + gap.across) + gap.across) / 2 + place * (box.width + gap.across), y: margin + layer * (box.height + gap.down)
    }]));
    const focus = (id: string | undefined): void => { if (id !== undefined) { onSelect(id); document.getElementById(`${marker}${id}`)?.focus(); } };
    const move = (event: React.KeyboardEvent, stepId: string): void => {
        const here = picture.steps.find(each => each.stepId === stepId)!;
        const ways: readonly PlacedChoice[] = picture.choices;
        const beside = (step: number): string | undefined => picture.steps.find(each => each.layer === here.layer && each.place === here.place + step)?.stepId;
        const target = event.key === 'ArrowDown' ? ways.find(each => each.from === stepId && !each.back)?.to : event.key === 'ArrowUp' ? ways.find(each => each.to === stepId && !each.back)?.from
            : event.key === 'ArrowRight' ? beside(1) : event.key === 'ArrowLeft' ? beside(-1) : undefined;
        if (/^Arrow/.test(event.key)) {
            event.preventDefault();
            focus(target);
        }
    };
    return <div className='t-picture'>
        <div className='t-picture-sheet' style={{ width, height }}>
            <svg width={width} height={height} aria-hidden='true'>
                <defs><marker id={`${marker}head`} viewBox='0 0 8 8' refX='7' refY='4' markerWidth='7' markerHeight='7' orient='auto-start-reverse'><path d='M0,0 L8,4 L0,8 z' /></marker></defs>
                {picture.choices.map((each, index) => <path key={index} className={each.back ? 't-way t-way-back' : 't-way'} markerEnd={`url(#${marker}head)`} d={wayOf({ from: places.get(each.from)!, to: places.get(each.to)!, back: each.back })} />)}
            </svg>
            {picture.steps.map(({ stepId }) => {
                const step = script.steps.find(each => each.id === stepId)!;
                const mark = marked?.get(stepId);
                return <button key={stepId} id={`${marker}${stepId}`} type='button' className={`t-box ${step.choices.length === 0 ? 't-box-end' : ''} ${mark ? `t-box-${mark}` : ''}`} aria-pressed={stepId === selected} title={step.title}
                    style={{ left: places.get(stepId)!.x, top: places.get(stepId)!.y, width: box.width, height: box.height }} tabIndex={stepId === (selected ?? script.start) ? 0 : -1} onClick={() => onSelect(stepId)} onKeyDown={event => move(event, stepId)}>
                    {stepId === script.start && <span className='t-box-start' aria-label={nls.localize('earshot/training/script/start', 'Start')}>▸</span>}<span className='t-box-title'>{step.title || '…'}</span>
                </button>;
            })}
        </div>
    </div>;
}
