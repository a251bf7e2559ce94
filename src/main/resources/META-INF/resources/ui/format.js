// Formats numbers and times for people.

/** Seconds as 4:05 or 1:02:03. */
export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const two = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return (hours ? `${hours}:${two(minutes)}` : String(minutes)) + `:${two(whole % 60)}`;
}

/** Seconds as an approximate waiting time. */
export function wait(seconds) {
  if (seconds < 10) return 'a few seconds';
  if (seconds < 90) return `about ${Math.ceil(seconds / 10) * 10} seconds`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes`;
  return `about ${Math.round(seconds / 3600)} hours`;
}

export function bytes(size) {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  const step = size < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(size) / 3));
  const value = size / 1000 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step]}`;
}

export function day(moment) {
  return new Date(moment).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}

const STATUS = {
  pending: 'Upload not complete',
  queued: 'Waiting',
  running: 'In progress',
  completed: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

export const statusWords = (status) => STATUS[status] ?? status;

export const isFinal = (status) => ['completed', 'failed', 'cancelled'].includes(status);
