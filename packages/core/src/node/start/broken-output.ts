/**
 * Whoever reads what the server prints may go away: a terminal is closed, a pipe ends. The server goes on without them. Theia answers the
 * signal for it by printing that it came, which brings the signal again, for ever; so that answer is taken away.
 */
export function bearBrokenOutput(server: NodeJS.Process): void {
    server.removeAllListeners('SIGPIPE');
    server.on('SIGPIPE', () => { /* nobody reads what could be said */ });
    for (const stream of [server.stdout, server.stderr]) {
        stream.on('error', (error: NodeJS.ErrnoException) => {
            if (error.code !== 'EPIPE') {
                throw error;
            }
        });
    }
}
