/** What every rejected promise carries. */
export class PlugError extends Error {
  constructor(code: string, reason?: string);
  /** The contract's refusal code, or `timeout`, `not-connected`, `connection-lost`, `unreachable`, `ended`. */
  readonly code: string;
  readonly reason: string;
}

export type ConnectionState = 'closed' | 'connecting' | 'open' | 'waiting';
export type SessionState = 'ringing' | 'connecting' | 'live' | 'hold' | 'ended';

/**
 * Why a session or a ringing call ended: one of these, or the server's refusal code. `answered-elsewhere`: this user
 * accepted or declined it on another device. `media-unreachable`: this side's media connection could not be opened,
 * again and again, though the server answers on the other; most often a proxy does not let it through.
 */
export type EndReason =
  | 'hung-up' | 'peer-hung-up' | 'rejected' | 'cancelled' | 'timeout' | 'offline' | 'media-timeout' | 'slow-consumer'
  | 'media-unreachable' | 'connection-lost' | 'answered-elsewhere' | 'replaced' | (string & {});

export interface PlugOptions {
  /** The metadata endpoint; by default that of the application which served this module. */
  url?: string;
  /** Milliseconds after which an unanswered request is rejected with `timeout`; 10,000 by default. */
  requestTimeout?: number;
}

export interface Identity {
  user: string;
  /**
   * Where identity is proven by tokens. A function is asked anew for every connection, so that each has one that has
   * not expired. Where the server refuses it, the client closes with `not-authorized` and does not try again.
   */
  token?: string | (() => string | Promise<string>);
  /** The `resume` of an earlier connection of the same client, which this one takes over. */
  resume?: string;
}

export interface SendOptions {
  /** What to send. It stays the page's own: its tracks are neither muted nor stopped. Nothing: only receive. */
  stream?: MediaStream | null;
}

/** A message as the server pushed it: flat, with a `type`. */
export interface Push {
  type: string;
  user?: string;
  peer?: string;
  reason?: string;
  [field: string]: string | number | boolean | string[] | undefined;
}

export interface PlugEvents {
  /** `closed` with `not-authorized`: the token was refused, or nobody is logged in; `connect` again with a better one. */
  connection: CustomEvent<{ state: ConnectionState; reason?: string; retryIn?: number }>;
  status: CustomEvent<{ type: 'status'; user: string; status: string }>;
  call: CustomEvent<IncomingCall>;
  session: CustomEvent<Session>;
  signal: CustomEvent<{ type: 'signal'; user: string; peer: string; data: string }>;
  accept: CustomEvent<Push>;
  cancel: CustomEvent<Push>;
  reject: CustomEvent<Push>;
  unpair: CustomEvent<Push>;
  'force-call': CustomEvent<Push>;
}

/** One user's place at the server. */
export class UserMediaPlug extends EventTarget {
  constructor(options?: PlugOptions);

  readonly user: string | null;
  /** Keep it over a reload and hand it to `connect`, so that calls survive. */
  readonly resume: string | null;
  readonly sessions: Session[];
  readonly connectionState: ConnectionState;

  /**
   * Connects and identifies. Rejects if the first attempt fails; lost later, the connection comes back by itself, until
   * the server says who it is no longer: then it is `closed`, with the reason.
   */
  connect(identity: Identity): Promise<void>;
  /** Ends every session and the connection. */
  close(): void;

  register(peers?: string[]): Promise<void>;
  addPeers(peers: string[]): Promise<void>;
  delPeers(peers: string[]): Promise<void>;
  peers(): Promise<string[]>;
  peersOnline(): Promise<string[]>;
  /** Sets presence, now and after every reconnect. `offline` means invisible; a new user is that at first. */
  setStatus(status: string): Promise<void>;
  /** Passes a string to somebody this user rings, is rung by, or is paired with. */
  signal(peer: string, data: string): Promise<void>;
  /** Rings a peer; resolves once it rings. */
  call(peer: string, options?: SendOptions): Promise<Session>;
  /** Withdraws a call that still rings. */
  cancel(peer: string): Promise<void>;

  addEventListener<K extends keyof PlugEvents>(
    type: K, listener: (event: PlugEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(
    type: string, listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions): void;
}

export interface IncomingCallEvents {
  ended: CustomEvent<{ reason: EndReason }>;
}

/** Somebody rings, or the server has paired both already (`forced`). */
export class IncomingCall extends EventTarget {
  private constructor();

  readonly peer: string;
  readonly state: 'ringing' | 'answered' | 'ended';
  readonly reason: EndReason | null;
  /** Paired by the server: after a reload, or at its application's word. */
  readonly forced: boolean;

  accept(options?: SendOptions): Promise<Session>;
  reject(): Promise<void>;

  addEventListener<K extends keyof IncomingCallEvents>(
    type: K, listener: (event: IncomingCallEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(
    type: string, listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions): void;
}

export interface SessionStats {
  /** How this side sends. */
  path: 'codecs' | 'recorder' | 'none';
  framesSent: number;
  /** Skipped at the source, because the line or the encoder was short. */
  framesSkipped: number;
  bytesSent: number;
  framesReceived: number;
  bytesReceived: number;
  picturesShown: number;
  gaps: number;
  keyRequests: number;
  /** Milliseconds of sound in the jitter buffer. */
  soundBuffered: number;
  /** Milliseconds of sound skipped because it was late. */
  soundLate: number;
  /** Milliseconds by which a recording is behind its newest picture. */
  recordingLate: number;
  /** The fastest way there and back, in milliseconds. */
  roundTrip: number;
  /** Bytes sent and not consumed yet. */
  outstanding: number;
}

export interface SessionEvents {
  state: CustomEvent<{ state: SessionState; reason: EndReason | null }>;
  /** `address`: with `media-unreachable`, what could not be opened. */
  ended: CustomEvent<{ reason: EndReason; address?: string }>;
  /** Whether the peer sends sound and picture at the moment. */
  remote: CustomEvent<{ audio: boolean; video: boolean }>;
  /** What this side sends, once both have told what they are able to. */
  sending: CustomEvent<{ path: 'codecs' | 'recorder' | 'none'; audio: boolean; video: boolean }>;
  /** The browser wants a user's gesture before it plays sound: call `play` from one. */
  'playback-blocked': CustomEvent<undefined>;
}

/** A call under way, seen from one side. */
export class Session extends EventTarget {
  private constructor();

  readonly peer: string;
  readonly state: SessionState;
  readonly reason: EndReason | null;
  /** What the peer sends. Stays empty where it can only be played in an element: prefer `attach`. */
  readonly stream: MediaStream;
  /** An element that shows the peer, made on first use. */
  readonly element: HTMLVideoElement;
  readonly remote: { audio: boolean; video: boolean };

  /** Shows the peer in this element; the last one attached wins. */
  attach(video: HTMLVideoElement): void;
  /** Starts playing after `playback-blocked`. */
  play(): Promise<void>;
  setMuted(muted: boolean): void;
  setPicture(on: boolean): void;
  /** Sends another stream from now on, of another device for instance. */
  replaceStream(stream: MediaStream | null): void;
  /** Ends the call, or withdraws it while it rings. */
  hangUp(): Promise<void>;
  stats(): SessionStats;

  addEventListener<K extends keyof SessionEvents>(
    type: K, listener: (event: SessionEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(
    type: string, listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions): void;
}

export interface DeviceProblem {
  kind: 'audio' | 'video';
  code: 'denied' | 'not-found' | 'busy' | 'insecure' | 'unsupported';
}

/**
 * Opens microphone and camera, or the one of them that can be had. A string is a device's id.
 * The caller stops the tracks.
 */
export function openDevices(wanted?: { audio?: boolean | string; video?: boolean | string }):
  Promise<{ stream: MediaStream | null; problems: DeviceProblem[] }>;

export function listDevices(): Promise<{ audio: MediaDeviceInfo[]; video: MediaDeviceInfo[] }>;
