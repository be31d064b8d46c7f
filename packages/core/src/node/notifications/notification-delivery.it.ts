import { randomBytes } from 'node:crypto';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { JobQueue } from '../jobs/job-queue';
import { isSealed, seal, unseal } from '../secrets/sealed-text';
import { openTestHouse, type TestHouse, type TestPerson } from '../people/test-house';
import { coreNotificationKinds } from './core-notification-kinds';
import { MailSender } from './mail';
import { NotificationDelivery } from './notification-delivery';
import { NotificationDispatch } from './notification-dispatch';
import { NotificationService } from './notification-service';
import { NotificationSettings } from './notification-settings';
import type { NotificationTables } from './notification-tables';
import { signatureFits } from './webhook';
import { WebhookSecrets } from './webhook-secrets';

const secret = 'sixteen letters!';
const withKey = (key: Buffer) => ({ seal: (place: string, text: string) => seal(key, place, text), unseal: (place: string, sealed: string) => unseal(key, place, sealed) });
const kinds = { getContributions: () => [...coreNotificationKinds] };
let house: TestHouse;
let queue: JobQueue;
let settings: NotificationSettings;
let delivery: NotificationDelivery;
let dispatch: NotificationDispatch;
let notifications: NotificationService;
let secrets: WebhookSecrets;
let mailServer: SMTPServer;
let receiver: http.Server;
let refuse: (() => Error | undefined) | undefined;
let status = 204;
const mails: { readonly to: string; readonly text: string }[] = [];
const calls: { readonly signature: string; readonly body: string }[] = [];

beforeAll(async () => {
    house = await openTestHouse();
    mailServer = new SMTPServer({
        authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'],
        onRcptTo: (_address, _session, callback) => callback(refuse?.()),
        onData: (stream, session, callback) => {
            const chunks: Buffer[] = [];
            stream.on('data', chunk => chunks.push(chunk));
            stream.on('end', () => {
                mails.push({ to: session.envelope.rcptTo.map(each => each.address).join(), text: Buffer.concat(chunks).toString() });
                callback();
            });
        }
    });
    await new Promise<void>(resolve => { mailServer.listen(0, '127.0.0.1', resolve); });
    receiver = http.createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', chunk => chunks.push(chunk));
        request.on('end', () => {
            calls.push({ signature: String(request.headers['x-earshot-signature']), body: Buffer.concat(chunks).toString() });
            response.writeHead(status).end();
        });
    });
    await new Promise<void>(resolve => { receiver.listen(0, '127.0.0.1', resolve); });
    settings = Object.assign(new NotificationSettings(), {
        smtpUrl: `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`, mailFrom: 'Earshot <earshot@example.org>', allowPrivateWebhooks: true
    });
    secrets = new WebhookSecrets(house.database, withKey(randomBytes(32)));
    queue = new JobQueue(house.connection);
    await queue.run();
    delivery = new NotificationDelivery(house.database, queue, new MailSender(settings), { address: 'https://earshot.example' }, settings, secrets, kinds);
    await delivery.run();
    dispatch = new NotificationDispatch(house.database, queue, settings);
    notifications = new NotificationService(house.database, settings, secrets, kinds);
});
beforeEach(() => {
    mails.length = 0;
    calls.length = 0;
    refuse = undefined;
    status = 204;
});
afterAll(async () => {
    await delivery.stop();
    await queue.stop();
    mailServer.close();
    receiver.close();
    await house.close();
});

const hook = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
const tell = async (person: TestPerson, kind = 'job.failed') => {
    await house.database.write(person, async (_transaction, log) => {
        log.audit('test', 'people', person.personId);
        log.notify(person.personId, kind, { title: '导出.csv' }, 'earshot:/core/jobs/0190c6a4-1111-7000-8000-000000000001');
    });
    await dispatch.run();
};
const deliveries = (person: TestPerson) => house.database.read<NotificationTables>().selectFrom('core.notification_delivery as delivery').innerJoin('core.notification as notification', 'notification.id', 'delivery.notification_id')
    .where('notification.person_id', '=', person.personId).select(['delivery.channel', 'delivery.state', 'delivery.tries', 'delivery.problem']).orderBy('delivery.channel').execute();
const settled = (person: TestPerson, expected: object[]) => vi.waitFor(async () => expect(await deliveries(person)).toMatchObject(expected), { timeout: 10_000, interval: 50 });
/** Lets what waits for its next try have it now. */
const hurry = () => sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(house.database.read());
const choose = (person: TestPerson, channels: { email?: string[]; webhook?: string[] }) =>
    notifications.choose(person, { email: channels.email ?? [], webhook: channels.webhook ?? [], webhookUrl: channels.webhook ? hook() : null, webhookSecret: channels.webhook && secret });

describe('a notification', () => {
    it('goes out by the channels that were chosen, in the language of the person', async () => {
        const person = await house.person('lin', { name: '林晓', email: 'lin@example.org' });
        await house.database.read().insertInto('core.preference').values({ person_id: person.personId, key: 'language', value: JSON.stringify('zh-cn') }).execute();
        await choose(person, { email: ['job.failed'], webhook: ['job.failed', 'job.done'] });
        await tell(person);
        await settled(person, [{ channel: 'email', state: 'sent', tries: 1, problem: null }, { channel: 'webhook', state: 'sent', tries: 1 }]);

        expect(mails).toHaveLength(1);
        const [{ to, text } = { to: '', text: '' }] = mails;
        const [head = '', ...rest] = text.split('\r\n\r\n');
        expect(to).toBe('lin@example.org');
        expect(head).toMatch(/^From: Earshot <earshot@example\.org>$/m);
        expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
        expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
        const letter = decoded(rest.join('\r\n\r\n'), /^Content-Transfer-Encoding: (\S+)$/m.exec(head)?.[1] ?? '');
        expect(letter).toContain('您启动的任务“导出.csv”未能完成');
        expect(letter).toContain('https://earshot.example/#/core/jobs/0190c6a4-1111-7000-8000-000000000001');

        expect(calls).toHaveLength(1);
        expect(JSON.parse(calls[0]!.body)).toMatchObject({ kind: 'job.failed', personId: person.personId, detail: { title: '导出.csv' }, link: expect.stringContaining('earshot:/core/jobs/') });
        expect(signatureFits(calls[0]!.signature, secret, calls[0]!.body, new Date())).toBe(true);
    });

    it('stays on the screen for whoever chose nothing', async () => {
        const person = await house.person('quiet', { email: 'quiet@example.org' });
        await tell(person);
        expect(await deliveries(person)).toEqual([]);
        expect((await notifications.list(person, { limit: 10 })).rows).toMatchObject([{ kind: 'job.failed', readAt: null }]);
        const { rows } = await sql<{ open: number }>`select count(*) as open from core.notification where dispatched_at is null`.execute(house.database.read());
        expect(rows[0]!.open).toBe(0);
    });

    it('is sent once, however often and by how many back ends the new ones are looked at', async () => {
        const person = await house.person('once', { email: 'once@example.org' });
        await choose(person, { email: ['job.done'] });
        for (let index = 0; index < 5; index++) {
            await house.database.write(person, async (_transaction, log) => {
                log.audit('test', 'people', person.personId);
                log.notify(person.personId, 'job.done', { title: `${index}` });
            });
        }
        await Promise.all([dispatch.run(), dispatch.run(), new NotificationDispatch(house.database, queue, settings).run()]);
        await settled(person, Array(5).fill({ channel: 'email', state: 'sent', tries: 1 }));
        expect(mails).toHaveLength(5);
        expect(new Set(mails.map(each => /^Message-ID: (.*)$/m.exec(each.text)?.[1])).size).toBe(5);
    });

    it('is tried again while the receiver is out of order', async () => {
        const person = await house.person('patient', { email: 'patient@example.org' });
        await choose(person, { email: ['job.failed'], webhook: ['job.failed'] });
        refuse = () => Object.assign(new Error('try later'), { responseCode: 451 });
        status = 503;
        await tell(person);
        await settled(person, [{ channel: 'email', state: 'waiting', tries: 1, problem: 'mail-server-451' }, { channel: 'webhook', state: 'waiting', tries: 1, problem: 'status-503' }]);
        const rows = await vi.waitFor(async () => {
            const found = await sql<{ seconds: number }>`select extract(epoch from start_after - now()) as seconds from pgboss.job where state = 'retry'`.execute(house.database.read());
            expect(found.rows).toHaveLength(2);
            return found.rows;
        });
        expect(rows.every(each => Number(each.seconds) > 10 && Number(each.seconds) < 70)).toBe(true);
        refuse = undefined;
        status = 200;
        await hurry();
        await settled(person, [{ channel: 'email', state: 'sent', tries: 2, problem: null }, { channel: 'webhook', state: 'sent', tries: 2, problem: null }]);
        expect(mails).toHaveLength(1);
    });

    it('is given up at once where trying again cannot help', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => { });
        const person = await house.person('unknown', { email: 'nobody@example.org' });
        await choose(person, { email: ['job.failed'], webhook: ['job.failed'] });
        refuse = () => Object.assign(new Error('no such mailbox'), { responseCode: 550 });
        status = 410;
        await tell(person);
        await settled(person, [{ channel: 'email', state: 'failed', tries: 1, problem: 'mail-server-550' }, { channel: 'webhook', state: 'failed', tries: 1, problem: 'status-410' }]);
        await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(2), { timeout: 10_000 }); // it is said after it is noted
        warn.mockRestore();
    });
});

describe('the list of one’s own', () => {
    it('has the newest first, pages, and counts what is unread', async () => {
        const [person, other] = [await house.person('reader'), await house.person('other-reader')];
        for (let index = 0; index < 5; index++) {
            await tell(person);
        }
        await tell(other);
        const first = await notifications.list(person, { limit: 3 });
        expect(first).toMatchObject({ unread: 5, rows: { length: 3 } });
        const second = await notifications.list(person, { limit: 3, after: first.next });
        expect(second.rows).toHaveLength(2);
        expect(second.next).toBeUndefined();
        const ids = [...first.rows, ...second.rows].map(each => each.id);
        expect(ids).toEqual([...ids].sort().reverse());
        await notifications.read(person, [ids[0]!]);
        expect((await notifications.list(person, { limit: 1 })).unread).toBe(4);
        await notifications.read(other, ids);
        await notifications.read(person, []);
        expect((await notifications.list(person, { limit: 1 })).unread).toBe(4);
        await notifications.read(person, undefined);
        expect(await notifications.list(person, { limit: 1 })).toMatchObject({ unread: 0, rows: [{ readAt: expect.any(String) }] });
        expect((await notifications.list(other, { limit: 1 })).unread).toBe(1);
        await expect(notifications.list(person, { limit: 1, after: '-'.repeat(36) })).rejects.toMatchObject({ code: 'INVALID' });
    });
});

describe('the secret of a webhook', () => {
    const stored = async (person: TestPerson) => (await house.database.read().selectFrom('core.notification_choice').select('webhook_secret').where('person_id', '=', person.personId).executeTakeFirstOrThrow()).webhook_secret!;

    it('is not in the database as it was typed, nor left there by an earlier version', async () => {
        const [person, earlier] = [await house.person('typed'), await house.person('earlier')];
        await choose(person, { webhook: ['job.done'] });
        expect(isSealed(await stored(person))).toBe(true);
        await choose(earlier, { webhook: ['job.done'] });
        await house.database.read().updateTable('core.notification_choice').set({ webhook_secret: secret }).where('person_id', '=', earlier.personId).execute();
        await secrets.run();
        expect(isSealed(await stored(earlier))).toBe(true);
        expect(secrets.open(earlier.personId, await stored(earlier))).toBe(secret);
        expect(secrets.open(person.personId, await stored(earlier)), 'of somebody else').toBeUndefined();
    });

    it('is asked for again where the key has been lost', async () => {
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => { });
        const person = await house.person('keyless');
        const lost = new WebhookSecrets(house.database, withKey(randomBytes(32)));
        await new NotificationService(house.database, settings, lost, kinds).choose(person, { email: [], webhook: ['job.failed'], webhookUrl: hook(), webhookSecret: secret });
        expect(await notifications.choice(person)).toMatchObject({ webhookUrl: hook(), webhookSecretSet: false });
        await expect(notifications.choose(person, { email: [], webhook: ['job.failed'], webhookUrl: hook() })).rejects.toMatchObject({ data: { problems: [{ path: 'webhookSecret', code: 'missing' }] } });
        await tell(person);
        await settled(person, [{ channel: 'webhook', state: 'failed', problem: 'secret-unreadable' }]);
        expect(calls).toEqual([]);
        warn.mockRestore();
    });
});

describe('choosing', () => {
    it('tells what there is to choose, and never the secret', async () => {
        const person = await house.person('chooser', { email: 'chooser@example.org' });
        expect(await notifications.choice(person)).toEqual({ kinds: ['job.done', 'job.failed'], email: [], webhook: [], emailAvailable: true, webhookUrl: null, webhookSecretSet: false });
        await choose(person, { email: ['job.done'], webhook: ['job.failed'] });
        await notifications.choose(person, { email: [], webhook: ['job.failed'], webhookUrl: `${hook()}?other` });
        const chosen = await notifications.choice(person);
        expect(chosen).toMatchObject({ email: [], webhookUrl: `${hook()}?other`, webhookSecretSet: true });
        expect(JSON.stringify(chosen)).not.toContain(secret);
        await notifications.choose(person, { email: [], webhook: [], webhookUrl: null });
        expect(await notifications.choice(person)).toMatchObject({ webhookUrl: null, webhookSecretSet: false });
        expect(await notifications.choice(await house.person('no-address'))).toMatchObject({ emailAvailable: false });
    });

    it('refuses what could not work', async () => {
        const person = await house.person('mistaken');
        const strict = new NotificationService(house.database, Object.assign(new NotificationSettings(), { allowPrivateWebhooks: false }), secrets, kinds);
        await expect(strict.choose(person, { email: ['moon.full'], webhook: ['job.done'], webhookUrl: null })).rejects.toMatchObject({
            code: 'INVALID', data: { problems: [{ path: 'email', code: 'unknown-kind', detail: { kind: 'moon.full' } }, { path: 'webhookUrl', code: 'missing' }] }
        });
        await expect(strict.choose(person, { email: [], webhook: [], webhookUrl: 'http://169.254.169.254/' })).rejects.toMatchObject({
            data: { problems: [{ path: 'webhookUrl', code: 'address-refused' }, { path: 'webhookSecret', code: 'missing' }] }
        });
    });

    it('needs a sender where there is a mail server', () => {
        expect(() => Object.assign(new NotificationSettings(), { smtpUrl: 'smtp://mail.example.org', mailFrom: undefined }).check()).toThrow('EARSHOT_MAIL_FROM');
        expect(() => Object.assign(new NotificationSettings(), { smtpUrl: 'mail.example.org' }).check()).toThrow('smtp://');
        expect(() => settings.check()).not.toThrow();
    });
});

const decoded = (body: string, encoding: string): string => encoding === 'base64' ? Buffer.from(body, 'base64').toString()
    : Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();
