import type { Caller } from './caller';

const sampleRate = 8000;
const headerBytes = 44;

/** A short call: stereo, 16-bit PCM, a tone on each side in turn. `seed` makes calls differ. */
export const shortCall = (seconds: number, seed: number): Buffer<ArrayBuffer> => {
    const frames = seconds * sampleRate;
    const bytes = Buffer.alloc(headerBytes + frames * 4);
    bytes.write('RIFF', 0, 'latin1');
    bytes.writeUInt32LE(bytes.length - 8, 4);
    bytes.write('WAVEfmt ', 8, 'latin1');
    for (const [place, value] of [[16, 16], [24, sampleRate], [28, sampleRate * 4]] as const) {
        bytes.writeUInt32LE(value, place);
    }
    for (const [place, value] of [[20, 1], [22, 2], [32, 4], [34, 16]] as const) {
        bytes.writeUInt16LE(value, place);
    }
    bytes.write('data', 36, 'latin1');
    bytes.writeUInt32LE(frames * 4, 40);
    for (let frame = 0; frame < frames; frame++) {
        const side = Math.floor(frame / sampleRate) % 2;
        bytes.writeInt16LE(Math.round(9000 * Math.sin(frame * (0.2 + seed % 97 / 300))), headerBytes + frame * 4 + side * 2);
    }
    bytes.writeInt32LE(seed, headerBytes);
    return bytes;
};

export const questionIds = ['greeting', 'solution', 'closing'] as const;

const form = {
    title: { en: 'Service' }, languages: ['en'],
    sections: [{
        id: 'service', title: { en: 'Service' },
        questions: questionIds.map(id => ({ id, text: { en: `About the ${id}` }, kind: 'yes-no', weight: 1, notApplicable: true, critical: { class: 'none', effect: 'none' } }))
    }]
};

/** Publishes a small form. @returns its id. */
export const publishForm = async (lead: Caller, key: string): Promise<string> => {
    const draft = await lead.do<{ id: string; formId: string; version: number }>('POST', '/assessment/forms', { key, definition: form });
    const review = await lead.do<{ version: number }>('POST', `/assessment/form-versions/${draft.id}/actions`, { version: draft.version, action: 'submit' });
    await lead.do('POST', `/assessment/form-versions/${draft.id}/actions`, { version: review.version, action: 'publish' });
    return draft.formId;
};

/** Answers to every question of the small form. */
export const answersWith = (comment: string) => Object.fromEntries(questionIds.map((id, index) => [id, { value: index % 2 === 0, comment: `${comment} ${id}` }]));
