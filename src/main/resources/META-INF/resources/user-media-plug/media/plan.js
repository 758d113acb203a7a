/**
 * Picks how to send, from what this side can produce and the other can play. WebCodecs where they cover every track,
 * else a recorder, which is slow but carries all, else whatever single track is left.
 *
 * @param {{ audio: boolean, video: boolean }} tracks what there is to send
 * @param {{ video: string[], audio: string[], recorder: string[] }} mine
 * @param {{ video: string[], audio: string[], recorder: string[] }} theirs
 * @returns {{ path: 'codecs' | 'recorder' | 'none', video: string | null, audio: string | null,
 *   recorder: string | null }}
 */
export function planFor(tracks, mine, theirs) {
  const common = kind => mine[kind].find(codec => theirs[kind].includes(codec)) ?? null;
  const video = tracks.video ? common('video') : null;
  const audio = tracks.audio ? common('audio') : null;
  const recorder = tracks.video || tracks.audio ? common('recorder') : null;
  const complete = (video !== null) === tracks.video && (audio !== null) === tracks.audio;
  if (recorder && !complete) return { path: 'recorder', video: null, audio: null, recorder };
  return { path: video || audio ? 'codecs' : 'none', video, audio, recorder: null };
}
