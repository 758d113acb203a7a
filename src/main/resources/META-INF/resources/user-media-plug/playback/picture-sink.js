/**
 * A track that shows the pictures it is given. Latest wins: a picture nobody could show in time is let go.
 * @returns {{ track: MediaStreamTrack, show: (picture: VideoFrame) => void, close: () => void }}
 */
export function openPictureSink() {
  return globalThis.MediaStreamTrackGenerator ? generatorSink() : canvasSink();
}

function generatorSink() {
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const writer = track.writable.getWriter();
  return {
    track,
    show: picture => {
      if (writer.desiredSize <= 0) picture.close();
      else writer.write(picture).catch(() => picture.close());
    },
    close: () => {
      writer.close().catch(() => {});
      track.stop();
    },
  };
}

function canvasSink() {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false, desynchronized: true });
  // Without a rate: a fixed one beside the pictures' own halves what is seen now and then.
  const [track] = canvas.captureStream().getVideoTracks();
  return {
    track,
    show: picture => {
      const { displayWidth, displayHeight } = picture;
      if (canvas.width !== displayWidth || canvas.height !== displayHeight) {
        canvas.width = displayWidth;
        canvas.height = displayHeight;
      }
      context.drawImage(picture, 0, 0, displayWidth, displayHeight);
      picture.close();
    },
    close: () => track.stop(),
  };
}
