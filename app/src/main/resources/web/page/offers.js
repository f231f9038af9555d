// What this server can do, as its own description says, so that nothing is asked for that is not there.

let description = null;

/** Whether the description of the API holds these words, such as a path. */
export async function offers(words) {
  description ||= fetch('/swagger/grip.yml').then(answer => answer.ok ? answer.text() : '').catch(() => '');
  return (await description).includes(words);
}
