/** Why a backup or a restore cannot go on; the message is for whoever typed the command. */
export class BackupProblem extends Error {
    override readonly name = 'BackupProblem';
}
