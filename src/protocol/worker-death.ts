/** Calls back, with what the browser says of it, where a worker ends with an error or says what cannot be read. */
export function onWorkerDeath(worker: Worker, callBack: (reason: string | null) => void): void {
  const onDeath = (event: Event): void => {
    event.preventDefault();
    callBack('message' in event && typeof event.message === 'string' && event.message !== '' ? event.message : null);
  };
  worker.addEventListener('error', onDeath);
  worker.addEventListener('messageerror', onDeath);
}
