import { randomUUID } from 'node:crypto';
import { samplePeople } from '@earshot/sample-centre/lib/common/sample-people';
import { expect, inject, it } from 'vitest';
import { violationsOn } from './harness/accessibility';
import { apiOf } from './harness/api';
import { useBrowser } from './harness/browser';
import { wordsIn } from './harness/words';

const { url } = inject('product');
const visits = useBrowser();
const say = wordsIn('en');
/** Has everything but what a trainer says, which has ended. */
const { name } = samplePeople.find(each => each.login === 'agent1034')!;

it('a trainer signs somebody off, whose certificate is there at once, fills one sheet, and is verified by whoever has its code', async () => {
    const tina = await apiOf('tina');
    const { rows: [person] } = await tina.get<{ rows: { personId: string; personName: string }[] }>(`/training/certification?text=${encodeURIComponent(name)}`);
    for (let calls = 0; calls < 3; calls++) {
        await tina.post(`/training/people/${person!.personId}/supervised-calls`, { callId: randomUUID(), percent: 90 });
    }
    const page = await visits.open(`/training/certification/${person!.personId}`, { login: 'tina', language: 'en' });
    const certificates = page.getByRole('region', { name: say('training/certificate/several') });
    await certificates.getByText('Ended on').waitFor();
    await page.getByRole('button', { name: say('training/certification/sign'), exact: true }).click();
    await certificates.getByRole('listitem').filter({ hasText: 'Valid until' }).getByRole('link').click();

    const sheet = page.getByRole('article', { name: say('training/certificate/name') });
    await sheet.getByText(name).waitFor();
    const code = await sheet.locator('.t-certificate-code').innerText();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
    expect(sizes).toEqual([[842, 595]]); // A4 across, in points

    // somebody without an account
    const outside = await (await visits.context({ language: 'en' })).newPage();
    await outside.goto(`${url}/verify#${code}`);
    await outside.getByRole('heading', { name: 'Genuine, and valid' }).waitFor();
    expect(await outside.locator('main').innerText()).not.toContain(name);
    expect(await violationsOn(outside)).toEqual([]);
    await outside.getByLabel('Code on the certificate').fill(code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`);
    await outside.getByRole('button', { name: 'Verify' }).click();
    await outside.getByRole('alert').filter({ hasText: 'cannot be a code' }).waitFor();
});
