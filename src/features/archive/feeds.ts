export const feedLimits = { entries: 50, perTenMinutes: 200 } as const;
