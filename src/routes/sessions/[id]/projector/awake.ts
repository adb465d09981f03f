/** Keeps the screen on while the page is seen; a browser that cannot, or may not (low battery), lets it sleep. Returns the end of it. */
export function stayAwake(page: Document): () => void {
  let lock: Promise<WakeLockSentinel | undefined> | undefined;
  const ask = () => {
    // A lock ends by itself when the page is hidden: it is asked for again with each return.
    if (page.visibilityState === 'visible')
      lock = navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  ask();
  page.addEventListener('visibilitychange', ask);
  return () => {
    page.removeEventListener('visibilitychange', ask);
    void lock?.then((held) => held?.release());
  };
}
