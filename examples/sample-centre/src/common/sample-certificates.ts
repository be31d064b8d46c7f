/** In whose name certificates are issued. */
export const sampleHouse = 'Lantern Bank';

/** Days ago on which certificates were issued to whoever had met everything by then; some of those who were let go longest ago had them for a few days only. */
export const sampleIssuings: readonly number[] = [34, 30, 21, 14, 7, 3];

/** Who has read the last of their documents today, so that their certificates are issued. */
export const sampleReaders: readonly string[] = ['agent1023', 'agent1025', 'agent1032', 'agent1033', 'agent1035', 'agent1044'];

/** A certificate that was taken back. */
export const sampleRevocation = { login: 'agent1044', reason: '跟听通话有一通登记到了别人名下，补听并重新签字确认后再签发。' } as const;
